import Geometry
import Settlement
import SyntheticSettlements
import TestSupport

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

  /// Plots strewn at random turns on both sides of a bent canal, in pieces of 40 m.
  static func bent(seed: Int, pieces: Int = 8, plots: Int = 120) throws -> MapSubject {
    var random = SplitMix64(seed: UInt64(seed))
    var subject = try SampleSubject.made(plots: 1)
    // The made land lies elsewhere.
    subject.settlement = Settlement()
    subject.plan = Plan()
    var line = [Point(x: 0, y: 0)]
    var heading = 0.0
    for _ in 0..<pieces {
      heading += .random(in: -0.5...0.5, using: &random)
      let last = line[line.count - 1]
      line.append(
        Point(x: last.x + 40 * Trigonometry.cosine(heading), y: last.y + 40 * Trigonometry.sine(heading)))
    }
    subject.settlement.banks = [BankLine(reference: .init(), line: try LineString(line))]
    for number in 1...plots {
      let at = line[Int.random(in: 0..<line.count, using: &random)]
      let corner = Point(
        x: at.x + .random(in: -25...25, using: &random), y: at.y + .random(in: -25...25, using: &random))
      let turn = Double.random(in: 0...6, using: &random)
      let (c, s) = (Trigonometry.cosine(turn), Trigonometry.sine(turn))
      let corners = [(0.0, 0.0), (4, 0), (4, 7), (0, 7)].map {
        Point(x: corner.x + $0.0 * c - $0.1 * s, y: corner.y + $0.0 * s + $0.1 * c)
      }
      subject.plan.plots.append(Plot(number: number, area: [try Polygon(corners: corners)]))
    }
    return subject
  }

  static func maker(_ subject: MapSubject, language: String = "th") throws -> SheetMaker {
    let language = try Language.builtIn(language)
    return SheetMaker(
      subject, style: MapStyle(language: language), typesetter: try Typesetter(family: language.font))
  }

  static func maker(plots: Int, language: String = "th", title: String = "คลองทดสอบ") throws -> SheetMaker {
    try maker(made(plots: plots, title: title), language: language)
  }
}
