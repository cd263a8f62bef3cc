import Compliance
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import TestSupport
import Testing

/// Faults planted in plans of the engine, as a surveyor or an editor might make them: each is found.
@Suite struct EnginePlanFaultTests {
  @Test func everyFaultIsFound() throws {
    var draw = SplitMix64(seed: 7)
    var missed: [String] = []
    var sites = 0
    for seed in RandomSiteTests.seeds {
      guard let clean = try Self.clean(seed: seed) else { continue }
      sites += 1
      let checker = Checker(book: TestBook.book)
      #expect(try Self.breaches(clean, checker).isEmpty)
      for fault in try Self.faults(in: clean, &draw) {
        let found = try Self.breaches(fault.layout, checker)
        if found.isDisjoint(with: fault.rules) {
          missed.append("seed \(seed), \(fault.name): \(found.sorted())")
        }
      }
    }
    #expect(missed.isEmpty, "\(missed)")
    #expect(sites > 3)
  }

  private struct Fault {
    var name: String
    var rules: Set<String>
    var layout: CheckedLayout
  }

  private static func breaches(_ layout: CheckedLayout, _ checker: Checker) throws -> Set<String> {
    let breaches = try checker.check(layout).findings.filter {
      $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
    }
    return Set(breaches.map(\.rule.id))
  }

  /// Nil for a site on which hardly any plot fits.
  private static func clean(seed: UInt64) throws -> CheckedLayout? {
    let settlement = try SyntheticSettlement.random(seed: seed).settlement
    guard let plan = try RandomSiteTests.outcome(settlement, PlanRequest(rules: TestBook.book))?.plan,
      plan.plots.count > 4
    else { return nil }
    let statement = PlanStatement(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4, plots: plan.plots.count)
    return CheckedLayout(settlement: settlement, plan: plan, statement: statement)
  }

  private static func faults(in clean: CheckedLayout, _ draw: inout SplitMix64) throws -> [Fault] {
    let plots = clean.plan.plots
    let pick = Int(draw.next() % UInt64(plots.count))
    let other = (pick + 1 + Int(draw.next() % UInt64(plots.count - 1))) % plots.count
    let shell = plots[pick].area[0].shell
    let corners = Array(shell.points.dropLast())
    let centre = try #require(shell.line.bounds.centre)

    var faults: [Fault] = []
    func plant(_ name: String, _ rules: Set<String>, _ change: (inout CheckedLayout) throws -> Void) rethrows
    {
      var layout = clean
      try change(&layout)
      faults.append(Fault(name: name, rules: rules, layout: layout))
    }
    func reshaped(_ corners: [Point]) throws -> [Polygon] { [try Polygon(corners: corners)] }

    plant("same number", ["number"]) { $0.plan.plots[pick].number = plots[other].number }
    plant("same id", ["id"]) { $0.plan.plots[pick].id = plots[other].id }
    plant("lost plot", ["plot-count"]) { $0.plan.plots.remove(at: pick) }
    plant("plot twice", ["plot-overlap"]) { $0.plan.plots.append(plots[pick]) }
    plant("no lanes, no walkway", ["frontage", "reach"]) { $0.plan.lanes = [] }
    try plant("smaller", ["plot-size"]) {
      $0.plan.plots[pick].area = try reshaped(corners.map { centre + ($0 - centre) * 0.95 })
    }
    try plant("moved towards the nearest plot", ["plot-overlap", "frontage", "plot-on-lane"]) { layout in
      let near = plots.indices.filter { $0 != pick }.compactMap { plots[$0].area[0].shell.line.bounds.centre }
        .min { $0.distance(to: centre) < $1.distance(to: centre) }
      let step = (try #require(near) - centre) * 0.02
      layout.plan.plots[pick].area = try reshaped(corners.map { $0 + step })
    }
    try plant("land lost under a plot", ["outside-site"]) { layout in
      let holder = try #require(layout.settlement.site.firstIndex { $0.bounds.contains(centre) })
      let site = layout.settlement.site[holder]
      layout.settlement.site[holder] = Polygon(site.shell, holes: site.holes + [shell])
    }
    plant("a tree in a plot", ["on-kept"]) {
      $0.settlement.keeps.append(
        Keep(reference: .init(index: 9_000), shape: .point(centre), clearanceMetres: 0.5))
    }
    try plant("the setback short by 1 mm", ["setback"]) { layout in
      let front = try #require(
        plots.indices.min { (plots[$0].setbackMetres ?? .infinity) < (plots[$1].setbackMetres ?? .infinity) })
      let near = try nearestToWater(plots[front], layout.settlement)
      layout.plan.plots[front].area = try reshaped(
        plots[front].area[0].shell.points.dropLast().map { $0 == near.corner ? $0 + near.step : $0 })
    }
    return faults
  }

  /// The corner of a plot nearest to the legal line of the canal, and a step that takes it 1 mm too near.
  private static func nearestToWater(_ plot: Plot, _ settlement: Settlement) throws
    -> (corner: Point, step: Vector)
  {
    let canal = try #require(settlement.canals.first)
    let width = canal.widthMetres ?? 0
    var best: (corner: Point, step: Vector, short: Double)?
    for corner in plot.area[0].shell.points.dropLast() {
      let lines =
        settlement.banks.isEmpty
        ? (canal.area.isEmpty ? canal.centreline : canal.area.map(\.shell.line))
        : settlement.banks.map(\.line)
      let offset = settlement.banks.isEmpty && canal.area.isEmpty ? width / 2 : 0
      for segment in lines.flatMap(\.segments) {
        let foot = segment.nearestPoint(to: corner)
        let distance = foot.distance(to: corner)
        guard let toWater = (foot - corner).unit, best.map({ distance < $0.short }) ?? true else { continue }
        let required = width >= 10 ? 6.0 : 3.0
        best = (corner, toWater * max(0.001, distance - offset - required + 0.001), distance)
      }
    }
    let found = try #require(best)
    return (found.corner, found.step)
  }
}
