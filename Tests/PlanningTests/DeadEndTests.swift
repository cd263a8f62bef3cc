import Compliance
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// No lane ends farther from its last fork than was asked for, by the measure and by the checker, which share nothing.
@Suite struct DeadEndTests {
  /// Where two ways fork is known to half their width, a walk to half a metre.
  static let tolerance = 2.0

  static func breaches(
    _ settlement: Settlement, _ plan: Plan, deadEnd: Double?, courts: Int = 0, isRelaxed: Bool = false
  ) throws -> [Finding] {
    var statement = PlanStatement(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4)
    statement.deadEndMetres = deadEnd
    statement.courts = courts
    statement.isRelaxed = isRelaxed
    let layout = CheckedLayout(settlement: settlement, plan: plan, statement: statement)
    return try Checker(book: TestBook.book).check(layout).findings.filter {
      // Houses that stay may stand too near already; that is no fault of the plan.
      $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
    }
  }

  /// Limits in metres, and the least plots of site A that they leave; without one there are 258, with ends of 47 m.
  @Test(arguments: [(40.0, 245), (30, 239), (20, 239), (10, 231)])
  func siteA(limit: Double, least: Int) throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    var request = PlanRequest(rules: TestBook.book)
    let plain = try Planner.plan(settlement, request)
    #expect(try Self.breaches(settlement, plain.plan, deadEnd: limit).contains { $0.rule.id == "dead-end" })
    request.deadEndMetres = limit
    let outcome = try Planner.plan(settlement, request)
    #expect(outcome.measures.plots >= least)
    #expect(try Self.breaches(settlement, outcome.plan, deadEnd: limit).isEmpty)
    let longest = try LayoutMeasures(settlement, outcome.plan, households: nil)[.longestDeadEnd]
    #expect(try #require(longest) <= limit + Self.tolerance)
  }

  /// A walkway alone has no fork, and none can be made: it is told.
  @Test func walkwayIsTold() throws {
    let settlement = try SyntheticSettlement.strip(depthMetres: 12).settlement
    var request = PlanRequest(rules: TestBook.book)
    request.deadEndMetres = 40
    let outcome = try Planner.plan(settlement, request)
    #expect(outcome.notes.contains { $0.contains("beyond its last fork") })
    #expect(try Self.breaches(settlement, outcome.plan, deadEnd: 40).isEmpty)
  }

  static let rows = (Array(UInt64(0)..<12) + [27, 68, 123, 166, 239, 310]).map {
    (seed: $0, limit: [15.0, 25, 40][Int($0 % 3)], isRelaxed: $0.isMultiple(of: 4))
  }

  @Test(arguments: rows)
  func randomSites(seed: UInt64, limit: Double, isRelaxed: Bool) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    var request = PlanRequest(rules: TestBook.book)
    request.deadEndMetres = limit
    request.isRelaxed = isRelaxed
    guard let outcome = try RandomSiteTests.outcome(made.settlement, request) else { return }
    let breaches = try Self.breaches(made.settlement, outcome.plan, deadEnd: limit, isRelaxed: isRelaxed)
    #expect(breaches.isEmpty, "\(made): \(breaches.prefix(2).map(\.message))")
    #expect(outcome.measures.plots <= outcome.bound)
  }
}
