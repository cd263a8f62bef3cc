import Compliance
import Geometry
import Settlement
import SyntheticSettlements
import TestSupport
import Testing

/// A clean plan stays clean when its coordinates are rounded as in a file of nine decimals.
@Suite struct RoundingTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func roundingIsNoFault(seed: UInt64) throws {
    let made = try SyntheticPlan.made(plots: 180)
    var rounding = Rounding(seed: seed)
    var plan = made.plan
    for index in plan.plots.indices {
      plan.plots[index].area = try plan.plots[index].area.map { try rounding.round($0) }
    }
    for index in plan.lanes.indices {
      plan.lanes[index].area = try plan.lanes[index].area.map { try rounding.round($0) }
    }
    var settlement = made.settlement
    settlement.site = try settlement.site.map { try rounding.round($0) }
    let layout = CheckedLayout(settlement: settlement, plan: plan, statement: CleanPlanTests.statement)
    let report = try Checker(book: TestBook.thailand).check(layout)
    let bad = report.findings.filter { $0.verdict != .norm }
    #expect(bad.isEmpty, "\(bad.prefix(5).map(\.message))")
  }
}

/// Moves every point by up to 0.06 mm, the same point always by the same step.
struct Rounding {
  private var draw: SplitMix64
  private var known: [Point: Point] = [:]

  init(seed: UInt64) { draw = SplitMix64(seed: seed) }

  mutating func round(_ polygon: Polygon) throws -> Polygon {
    try Polygon(corners: polygon.shell.points.dropLast().map { round($0) })
  }

  private mutating func round(_ point: Point) -> Point {
    if let rounded = known[point] { return rounded }
    let step = Vector(
      dx: Double.random(in: -0.000_06...0.000_06, using: &draw),
      dy: Double.random(in: -0.000_06...0.000_06, using: &draw))
    known[point] = point + step
    return point + step
  }
}
