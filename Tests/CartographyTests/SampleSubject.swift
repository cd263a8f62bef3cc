import Geometry
import Settlement
import SyntheticSettlements

@testable import Cartography

/// A made plan as a set of sheets takes it.
enum SampleSubject {
  static func made(plots: Int, gridScale: Double = 0.9998, title: String = "คลองทดสอบ") throws -> MapSubject {
    let made = try SyntheticPlan.made(plots: plots)
    var plan = made.plan
    // Drawn by hand beside the made bank, as a planner's file has it.
    plan.setbacks = []
    return MapSubject(
      settlement: made.settlement, plan: plan, title: title, digest: "a7943a102b5566778899",
      systemName: "WGS 84 / UTM zone 47N", gridScale: gridScale, convergence: 0.01, version: "2",
      isAgreed: false,
      date: CalendarDay("2026-11-25"))
  }

  static func maker(plots: Int, language: String = "th", title: String = "คลองทดสอบ") throws -> SheetMaker {
    let language = try Language.builtIn(language)
    return SheetMaker(
      try made(plots: plots, title: title), style: MapStyle(language: language),
      typesetter: try Typesetter(family: language.font))
  }
}
