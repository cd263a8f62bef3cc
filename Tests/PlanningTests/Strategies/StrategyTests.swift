import Compliance
import GEOS
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// Strategies on seeded random settlements.
@Suite struct StrategyTests {
  /// The cut-off part has the share that was asked for, and nothing is lost between the parts.
  @Test(arguments: [UInt64(1), 3, 5], [0.2, 0.4, 0.6]) func cutsAreExact(seed: UInt64, share: Double) throws {
    let settlement = try SyntheticSettlement.random(seed: seed).settlement
    let area = try settlement.site.map(Shape.polygon).unaryUnion().areaInSquareMetres
    for cut in try LandCut.all(of: settlement, ownerShare: share) {
      #expect(abs(cut.ownerSquareMetres - share * area) < 0.001 * area)
      #expect(abs(cut.ownerSquareMetres + Shape(cut.people).areaInSquareMetres - area) < 0.001 * area)
      #expect(cut.peopleRoadMetres >= LandCut.leastAccessMetres)
    }
  }

  /// The order that was found works when it is played through by code that knows nothing of the search.
  @Test(arguments: UInt64(0)..<4) func phasesWork(seed: UInt64) throws {
    let settlement = try SyntheticSettlement.random(seed: seed).settlement
    let request = PlanRequest(rules: TestBook.book)
    guard let outcome = try RandomSiteTests.outcome(settlement, request) else { return }
    let houses = settlement.houses.filter { !$0.isLocked }
    let plan = try PhasePlan.ordered(
      plots: outcome.plan.plots, ways: outcome.plan.lanes, houses: houses, laneWidthMetres: 3, transit: nil)
    let replay = try Self.replay(plan, outcome.plan.plots, houses)
    #expect(replay.faults.isEmpty, "\(replay.faults.prefix(2))")
    #expect(plan.peak <= plan.peakAtOnce)
    let seated = plan.moves.count { $0.plot != nil }
    if seated == houses.count {
      #expect(replay.peak == plan.peak)
      #expect(replay.householdPhases == plan.householdPhases)
    }
  }

  /// The replay finds an order that leaves a house standing where it builds, and one that forgets somebody.
  @Test func theReplayFindsFaults() throws {
    func square(_ x: Double) throws -> Polygon {
      try Polygon(corners: [
        Point(x: x, y: 0), Point(x: x + 4, y: 0), Point(x: x + 4, y: 7), Point(x: x, y: 7),
      ])
    }
    let plots = try [0.0, 10].map { Plot(area: [try square($0)]) }
    let houses = try [0.0, 10].map { House(reference: .init(), footprint: [try square($0)]) }
    func faults(_ leaves: [Int?], transit: Int? = nil) throws -> [String] {
      try PhaseReplay(
        phases: [[0], [1]],
        moves: leaves.enumerated().map { .init(house: $0.offset, plot: 1 - $0.offset, leaves: $0.element) },
        plots: plots, houses: houses, transit: transit
      ).faults
    }
    #expect(try faults([1, 2]).isEmpty)
    #expect(try faults([nil, 2]).contains { $0.contains("still stands") })
    #expect(try faults([1]).contains { $0.contains("forgotten") })
    #expect(try faults([1, 2], transit: 0).contains { $0.contains("temporary home") })
  }

  private static func replay(_ plan: PhasePlan, _ plots: [Plot], _ houses: [House]) throws -> PhaseReplay {
    try PhaseReplay(
      phases: plan.phases,
      moves: plan.moves.map { PhaseReplay.Move(house: $0.house, plot: $0.plot, leaves: $0.leaves) },
      plots: plots, houses: houses, transit: nil)
  }
}
