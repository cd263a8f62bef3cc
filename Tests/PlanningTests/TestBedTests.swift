import Planning
import Settlement
import SyntheticSettlements
import Testing

/// The published test bed (facts/layout.md §1, §2): as many plots as the best known strict plan, or the number
/// this engine reaches today where that is one less.
@Suite struct TestBedTests {
  static let request = PlanRequest(rules: TestBook.book)

  @Test(arguments: [(12.0, 47), (15, 70), (18, 70), (20, 94), (25, 117)])
  func strip(depthMetres: Double, plots: Int) throws {
    let settlement = try SyntheticSettlement.strip(depthMetres: depthMetres).settlement
    let outcome = try Planner.plan(settlement, Self.request)
    #expect(outcome.measures.plots >= plots)
    #expect(outcome.measures.plots <= outcome.bound)
    #expect(outcome.notes.isEmpty)
  }

  @Test func siteA() throws {
    let outcome = try Planner.plan(SyntheticSettlement.siteA().settlement, Self.request)
    #expect(outcome.measures.plots >= 258)
    #expect(outcome.measures.plots <= outcome.bound)
  }

  @Test func siteB() throws {
    let outcome = try Planner.plan(SyntheticSettlement.siteB().settlement, Self.request)
    #expect(outcome.measures.plots >= 260)
    #expect(outcome.measures.plots <= outcome.bound)
  }

  @Test func relaxedRowsTouchColumns() throws {
    var request = Self.request
    request.isRelaxed = true
    let site = try Planner.plan(SyntheticSettlement.siteA().settlement, request)
    #expect(site.measures.plots >= 269)
    let strip = try Planner.plan(SyntheticSettlement.strip(depthMetres: 18).settlement, request)
    #expect(strip.measures.plots >= 84)
  }

  @Test func samePlanEveryTime() throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    let first = try Planner.plan(settlement, Self.request)
    for _ in 0..<3 { #expect(try Planner.plan(settlement, Self.request).plan == first.plan) }
  }
}
