import Compliance
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// Plots that may grow take up remnants: none is smaller, none too large, as many as before, and every rule is kept.
@Suite struct GrowthTests {
  private static func findings(_ settlement: Settlement, _ request: PlanRequest, _ plan: Plan) throws
    -> [Finding]
  {
    var statement = PlanStatement(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4)
    statement.flexMetres = request.flexMetres
    statement.endLotMetres = request.endLotMetres
    let layout = CheckedLayout(settlement: settlement, plan: plan, statement: statement)
    return try Checker(book: TestBook.book).check(layout).findings
  }

  /// Growth asked for, and the share of remnants' square metres per plot that it must find at least.
  @Test(arguments: [(0.3, 0.0), (0.0, 1.0), (0.5, 1.0)], [1, 2, 3] as [UInt64])
  func plotsGrow(growth: (flex: Double, endLot: Double), seed: UInt64) throws {
    let settlements = [
      try SyntheticSettlement.siteB().settlement, try SyntheticSettlement.random(seed: seed).settlement,
    ]
    for settlement in settlements {
      var request = PlanRequest(rules: TestBook.book)
      let plain = try Planner.plan(settlement, request)
      request.flexMetres = growth.flex
      request.endLotMetres = growth.endLot
      let outcome = try Planner.plan(settlement, request)
      #expect(outcome.measures.plots == plain.measures.plots)
      for plot in outcome.plan.plots {
        let (frontage, depth) = (plot.frontageMetres ?? 0, plot.depthMetres ?? 0)
        #expect(frontage >= 4 && frontage <= 4 + growth.flex + growth.endLot + 0.001)
        #expect(depth >= 7 && depth <= 7 + growth.flex + 0.001)
        #expect(abs(plot.areaInSquareMetres - frontage * depth) < 0.02)
      }
      let breaches = try Self.findings(settlement, request, outcome.plan).filter { $0.verdict == .breach }
      #expect(breaches.isEmpty, "\(breaches.prefix(2).map(\.message))")
    }
    let siteB = try Planner.plan(settlements[0], Self.request(growth)).plan
    #expect(siteB.plots.contains { $0.areaInSquareMetres > 28.2 })
  }

  private static func request(_ growth: (flex: Double, endLot: Double)) -> PlanRequest {
    var request = PlanRequest(rules: TestBook.book)
    (request.flexMetres, request.endLotMetres) = growth
    return request
  }

  /// A row that grows along a curved walkway oversteps it by a hair, and the walkway gives way.
  @Test func rowsOnACurvedWalkway() throws {
    let settlement = try SyntheticSettlement.random(seed: 435).settlement
    let request = Self.request((0.3, 1))
    let plan = try Planner.plan(settlement, request).plan
    let breaches = try Self.findings(settlement, request, plan).filter { $0.verdict == .breach }
    #expect(breaches.isEmpty, "\(breaches.prefix(2).map(\.message))")
  }

  /// A plan that grew by more than it states is found out.
  @Test func growthBeyondTheStatement() throws {
    let settlement = try SyntheticSettlement.siteB().settlement
    let plan = try Planner.plan(settlement, Self.request((0.5, 0))).plan
    let found = try Self.findings(settlement, Self.request((0.05, 0)), plan)
    #expect(found.contains { $0.rule.id == "plot-growth" && $0.verdict == .breach })
  }
}
