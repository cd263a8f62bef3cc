import Compliance
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// Courts: as many as asked for where there is room, each with its cluster, and no rule bent for them.
@Suite struct CourtTests {
  /// The site, how many courts are asked for and how many it has room for, and the most plots that they may cost.
  static let rows: [(SyntheticSettlement, wanted: Int, found: Int, cost: Int)] = {
    let sites: [(SyntheticSettlement?, wanted: Int, found: Int, cost: Int)] = [
      (try? .siteA(), 1, 1, 8), (try? .siteA(), 3, 3, 18), (try? .strip(depthMetres: 25), 3, 3, 10),
      (try? .strip(depthMetres: 25), 6, 6, 22), (try? .strip(depthMetres: 15), 2, 0, 0),
    ]
    return sites.compactMap { site, wanted, found, cost in site.map { ($0, wanted, found, cost) } }
  }()

  @Test(arguments: rows.indices) func knownSites(row: Int) throws {
    let (site, wanted, found, cost) = Self.rows[row]
    var request = PlanRequest(rules: TestBook.book)
    let plain = try Planner.plan(site.settlement, request).measures.plots
    request.courts = wanted
    let outcome = try Planner.plan(site.settlement, request)
    let measure = try #require(outcome.measures.courts)
    let courts = outcome.plan.lanes.filter { $0.use == .court }
    #expect(measure.wanted == wanted && measure.courts == found && courts.count == found)
    #expect(courts.allSatisfy { $0.widthMetres == 7 })
    #expect(measure.costInPlots == plain - outcome.measures.plots && measure.costInPlots <= cost)
    let statement = PlanStatement(courts: wanted)
    let findings = try Checker(book: TestBook.book).check(
      CheckedLayout(settlement: site.settlement, plan: outcome.plan, statement: statement)
    ).findings
    #expect(findings.contains { $0.rule.id == "court" } == (found < wanted))
    #expect(!findings.contains { $0.verdict == .breach })
  }

  /// Places and open ground take other plots than those round a court.
  @Test func besidePlaces() throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    var request = PlanRequest(rules: TestBook.book)
    request.courts = 2
    request.places = [WantedPlace(use: "hall", squareMetres: 60)]
    request.openSpace = .share(0.08)
    let measures = try Planner.plan(settlement, request).measures
    #expect(measures.courts?.courts == 2)
    #expect(measures.quotas.allSatisfy { $0.squareMetres >= $0.wantedSquareMetres - 0.01 })
  }

  @Test func severalSizesAreRefused() throws {
    var request = PlanRequest(rules: TestBook.book)
    request.courts = 1
    request.sizes = [WantedPlots(size: request.plot)]
    let settlement = try SyntheticSettlement.siteA().settlement
    #expect(throws: PlanningError.self) { try Planner.plan(settlement, request) }
  }

  @Test(arguments: Array(UInt64(0)..<10) + [68, 123, 166, 239])
  func randomSites(seed: UInt64) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    var request = PlanRequest(rules: TestBook.book)
    request.courts = Int(1 + seed % 3)
    request.courtWidthMetres = seed.isMultiple(of: 2) ? 7 : 8
    request.isRelaxed = seed.isMultiple(of: 5)
    request.deadEndMetres = seed.isMultiple(of: 3) ? 40 : nil
    guard let outcome = try RandomSiteTests.outcome(made.settlement, request) else { return }
    let breaches = try DeadEndTests.breaches(
      made.settlement, outcome.plan, deadEnd: request.deadEndMetres, courts: request.courts,
      isRelaxed: request.isRelaxed)
    #expect(breaches.isEmpty, "\(made): \(breaches.prefix(2).map(\.message))")
    #expect(outcome.measures.plots <= outcome.bound)
    #expect(outcome.plan.lanes.count { $0.use == .court } == outcome.measures.courts?.courts)
  }
}

extension PlanStatement {
  fileprivate init(courts: Int) {
    self.init(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4)
    self.courts = courts
  }
}
