import Cooperative
import Geometry
import KlongCLI
import Matching
import Planning
import Regulations
import Settlement
import SyntheticSettlements

/// Who gets which plot: the assignment alone, and households on the published site A.
struct SeatingHouseholds: Benchmark {
  static let name = "allocate"

  func run() throws -> [Row] {
    try [300, 1000, 7000].map(assignment) + siteA()
  }

  /// People and plots strewn over a strip, by squared distance; judged by the same question asked the other way round.
  private func assignment(_ count: Int) throws -> Row {
    let people = Self.strewn(count, seed: 1, over: Point(x: 24 * Double(count).squareRoot(), y: 50))
    let places = Self.strewn(count, seed: 2, over: Point(x: 24 * Double(count).squareRoot(), y: 50))
    func cost(_ person: Int, _ place: Int) -> Double {
      let gap = people[person] - places[place]
      return gap.dot(gap)
    }
    PeakMemory.reset()
    var found = LeastCostMatching(rows: 0, columns: 0, cost: cost)
    let seconds = Stopwatch.median(of: count > 2000 ? 1 : 5) {
      found = LeastCostMatching(rows: count, columns: count, cost: cost)
    }
    try expect(Set(found.columns.compactMap(\.self)).count, toBe: count, of: "pairs")
    if count <= 1000 {
      let other = LeastCostMatching(rows: count, columns: count) { cost($1, $0) }
      try expect(abs(other.cost - found.cost) < 1e-6 * found.cost, toBe: true, of: "cost from the other side")
    }
    return Row(name: "assignment", amount: "\(count) x \(count)", seconds: seconds)
  }

  /// facts/layout.md §5.2: 94 % of neighbour pairs within 15 m by squared distance, 60 % by lots in groups.
  private func siteA() throws -> [Row] {
    let site = try SyntheticSettlement.siteA()
    var request = PlanRequest(rules: try RuleBook.builtIn("thailand-mr55"))
    request.isRelaxed = true
    let outcome = try Planner.plan(site.settlement, request)
    let places = PlotPlace.all(outcome.plan.plots, ways: outcome.plan.lanes, settlement: site.settlement)
    let bounds = Bounds(of: site.settlement.site.flatMap(\.shell.points))
    let homes = Self.strewn(268, seed: 3, over: Point(x: bounds.width, y: bounds.height)).map {
      $0 + (bounds.minimum - Point(x: 0, y: 0))
    }
    let households = homes.indices.map { Household(id: "H\($0)", house: "\($0)") }
    let question = AllocationQuestion(households: households, homes: homes, places: places)
    let draw = Draw(number: "1") { SHA256.hexadecimal(of: Array($0.utf8)) }
    let bars: [(AllocationRequest.Method, Double)] = [(.nearby, 0.94), (.groupBallot, 0.60), (.ballot, 0)]
    return try bars.map { method, bar in
      var request = AllocationRequest(method: method)
      request.groupSize = 6
      let (allocation, seconds) = Stopwatch.time { Allocation(question, request, draw: draw) }
      let report = AllocationReport(question, allocation)
      let kept = Double(report.pairsWithin15) / Double(max(1, report.pairs))
      try expect(kept >= bar, toBe: true, of: "neighbours kept by \(method.rawValue), \(kept)")
      return Row(
        name: "site A, \(method.rawValue)", amount: "268 on \(places.count) plots", seconds: seconds,
        rate: "\(Table.rounded(kept * 100, to: 1)) % within 15 m")
    }
  }

  private static func strewn(_ count: Int, seed: UInt64, over size: Point) -> [Point] {
    var state = seed
    func fraction() -> Double {
      // The constants of Knuth's MMIX generator; only its upper bits are used.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    return (0..<count).map { _ in Point(x: fraction() * size.x, y: fraction() * size.y) }
  }
}
