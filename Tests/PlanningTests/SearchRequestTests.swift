import Compliance
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// What a plan can be asked for beyond one size of plot: each wish met or its lack told, and every rule kept.
@Suite struct SearchRequestTests {
  static let small = PlotSize(frontageMetres: 4, depthMetres: 7)
  static let large = PlotSize(frontageMetres: 5, depthMetres: 8)

  static func findings(_ settlement: Settlement, _ request: PlanRequest, _ plan: Plan) throws -> [Finding] {
    var statement = PlanStatement(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4)
    statement.isRelaxed = request.isRelaxed
    statement.plotSizes = request.sizes.map {
      StatedPlotSize(frontageMetres: $0.size.frontageMetres, depthMetres: $0.size.depthMetres)
    }
    statement.places = request.places.map { StatedPlace(use: $0.use, squareMetres: $0.squareMetres) }
    statement.roadGapMetres = request.roadGapMetres
    statement.fireReachMetres = request.fireReach?.reachMetres
    statement.fireWidthMetres = request.fireReach?.widthMetres
    let layout = CheckedLayout(settlement: settlement, plan: plan, statement: statement)
    return try Checker(book: TestBook.book).check(layout).findings
  }

  /// Wishes and what site A gives: all of them where there is room, else the same share of each.
  @Test(arguments: [(150, 40, 1.0), (300, 100, 0.5)])
  func sizesInOnePlan(small: Int, large: Int, share: Double) throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    var request = PlanRequest(rules: TestBook.book)
    request.sizes = [
      WantedPlots(size: Self.small, count: small), WantedPlots(size: Self.large, count: large),
    ]
    let outcome = try Planner.plan(settlement, request)
    for size in outcome.measures.plotsBySize {
      let own = outcome.plan.plots.count { $0.frontageMetres == size.wanted.size.frontageMetres }
      #expect(own == size.plots)
      #expect(Double(size.plots) >= share * Double(size.wanted.count ?? 0), "\(size)")
      #expect(size.missing == max(0, (size.wanted.count ?? 0) - size.plots))
    }
    #expect(outcome.measures.plots <= outcome.bound)
    let breaches = try Self.findings(settlement, request, outcome.plan).filter { $0.verdict == .breach }
    #expect(breaches.isEmpty, "\(breaches.prefix(2).map(\.message))")
  }

  @Test func smallestPlotOfSeveral() {
    var request = PlanRequest(rules: TestBook.book)
    #expect(request.smallestPlot == request.plot)
    request.sizes = [PlotSize(frontageMetres: 5, depthMetres: 6), Self.small].map { WantedPlots(size: $0) }
    #expect(request.smallestPlot == PlotSize(frontageMetres: 4, depthMetres: 6))
  }

  /// A hall of 60 m² takes three plots of 28 m²; open ground takes no more plots than it must.
  @Test func placesAndOpenGround() throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    var request = PlanRequest(rules: TestBook.book)
    let plain = try Planner.plan(settlement, request).measures.plots
    request.places = [WantedPlace(use: "hall", squareMetres: 60)]
    request.openSpace = .share(0.08)
    let outcome = try Planner.plan(settlement, request)
    let halls = outcome.plan.sharedPlaces.filter { $0.use == "hall" }
    #expect(halls.count == 1)
    #expect(halls.allSatisfy { $0.area.reduce(0) { $0 + $1.areaInSquareMetres } >= 60 })
    let open = outcome.plan.sharedPlaces.filter { $0.use == "open" }.flatMap(\.area)
    #expect(open.reduce(0) { $0 + $1.areaInSquareMetres } >= 800 - 0.01)
    #expect(outcome.measures.quotas.map(\.use) == ["hall", "open"])
    #expect(outcome.measures.quotas.first?.costInPlots == 3)
    #expect(plain - outcome.measures.plots == outcome.measures.quotas.reduce(0) { $0 + $1.costInPlots })
    let found = try Self.findings(settlement, request, outcome.plan)
    #expect(!found.contains { $0.verdict == .breach || $0.rule.id == "place" })
  }

  /// More open ground than the site has is told, never an error.
  @Test func moreOpenGroundThanThereIs() throws {
    let settlement = try SyntheticSettlement.strip(depthMetres: 15).settlement
    var request = PlanRequest(rules: TestBook.book)
    request.openSpace = .share(0.9)
    let outcome = try Planner.plan(settlement, request)
    let quota = try #require(outcome.measures.quotas.first)
    #expect(quota.squareMetres < quota.wantedSquareMetres)
  }

  /// Site A has its road at one end: without a lane for engines most plots lie beyond 90 m, with one none does.
  @Test func fireReachLaysASpine() throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    var request = PlanRequest(rules: TestBook.book)
    let plain = try Planner.plan(settlement, request)
    request.fireReach = FireReach(reachMetres: 90, widthMetres: 4)
    #expect(
      try Self.findings(settlement, request, plain.plan).count { $0.rule.id == "fire-reach" } > 100)
    let outcome = try Planner.plan(settlement, request)
    let fire = try #require(outcome.measures.fireReach)
    #expect(fire.plotsBeyond == 0)
    #expect(fire.spineCostInPlots == plain.measures.plots - outcome.measures.plots)
    #expect(outcome.plan.lanes.contains { $0.use == .spine && $0.widthMetres == 4 })
    let found = try Self.findings(settlement, request, outcome.plan)
    #expect(!found.contains { $0.verdict == .breach || $0.rule.id == "fire-reach" })
  }

  /// 27: a spine along a bent canal that was whole to the planner and broken to the checker.
  @Test(arguments: [UInt64(27)]) func fireReachOnBentSites(seed: UInt64) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    var request = PlanRequest(rules: TestBook.book)
    request.fireReach = FireReach(reachMetres: 60, widthMetres: 4)
    guard let outcome = try RandomSiteTests.outcome(made.settlement, request) else { return }
    let found = try Self.findings(made.settlement, request, outcome.plan)
    let beyond = found.count { $0.rule.id == "fire-reach" }
    #expect(beyond <= outcome.measures.fireReach?.plotsBeyond ?? 0, "\(made)")
    #expect(!found.contains { $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true })
  }

  /// A relaxed plan keeps the rules only by what it states, and then each such end is told.
  @Test func relaxedIsToldAndNeverSilent() throws {
    let settlement = try SyntheticSettlement.strip(depthMetres: 18).settlement
    var request = PlanRequest(rules: TestBook.book)
    request.isRelaxed = true
    let plan = try Planner.plan(settlement, request).plan
    let told = try Self.findings(settlement, request, plan)
    #expect(!told.contains { $0.verdict == .breach })
    let ends = told.filter { $0.rule.id == RuleCitation.relaxedRowEnds }
    #expect(!ends.isEmpty && ends.allSatisfy { $0.verdict == .norm })
    request.isRelaxed = false
    #expect(try Self.findings(settlement, request, plan).contains { $0.verdict == .breach })
  }

  /// Everything asked for at once, on sites drawn by lot.
  @Test(arguments: [UInt64(1), 3, 5]) func allAtOnce(seed: UInt64) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    var request = PlanRequest(rules: TestBook.book)
    request.isRelaxed = true
    request.sizes = [WantedPlots(size: Self.small), WantedPlots(size: Self.large, count: 12)]
    request.places = [WantedPlace(use: "hall", squareMetres: 50)]
    request.spineWidthMetres = 4
    guard let outcome = try RandomSiteTests.outcome(made.settlement, request) else { return }
    let breaches = try Self.findings(made.settlement, request, outcome.plan).filter {
      $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
    }
    #expect(breaches.isEmpty, "\(made): \(breaches.prefix(2).map(\.message))")
    #expect(outcome.measures.plots <= outcome.bound)
  }
}
