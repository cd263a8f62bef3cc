import Compliance
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// A road that does not touch the land is reached across a strip, which is told; never across water.
@Suite struct RoadGapTests {
  /// Site A with its road moved away from the land, in metres, and the strip that is supposed then.
  @Test(arguments: [(0.9, nil), (2.5, 3.0), (5.9, 6), (9.5, 10)] as [(Double, Double?)])
  func roadBesideTheLand(metres: Double, gap: Double?) throws {
    let settlement = try Self.siteA(roadAway: metres)
    var request = PlanRequest(rules: TestBook.book)
    let outcome = try Planner.plan(settlement, request)
    #expect(outcome.roadGapMetres == gap)
    #expect(outcome.measures.plots == 257)
    #expect(outcome.notes.contains { $0.contains("cross") } == (gap != nil))
    request.roadGapMetres = gap
    let found = try SearchRequestTests.findings(settlement, request, outcome.plan)
    #expect(!found.contains { $0.verdict == .breach })
    #expect(found.contains { $0.rule.id == "road-gap" } == (gap != nil))
    // Who does not suppose the crossing reaches no plot.
    request.roadGapMetres = nil
    let strict = try SearchRequestTests.findings(settlement, request, outcome.plan)
    #expect(strict.contains { $0.rule.id == "reach" } == (gap != nil))
  }

  @Test(arguments: [(12.0, nil), (2.5, 1.0)] as [(Double, Double?)])
  func roadTooFarAway(metres: Double, asked: Double?) throws {
    let settlement = try Self.siteA(roadAway: metres)
    var request = PlanRequest(rules: TestBook.book)
    request.roadGapMetres = asked
    #expect(!Self.canPlan(settlement, request))
  }

  /// The road runs on the other bank of the canal, 9 m away: a bridge is not supposed.
  @Test func roadBeyondTheWater() throws {
    var settlement = try SyntheticSettlement.siteA().settlement
    let water = settlement.canals.flatMap(\.area).reduce(into: Bounds()) { $0.include($1.bounds) }
    settlement.roads[0].area = []
    settlement.roads[0].centreline = [
      try LineString([
        Point(x: water.minimum.x, y: water.minimum.y - 1.5),
        Point(x: water.maximum.x, y: water.minimum.y - 1.5),
      ])
    ]
    settlement.roads[0].widthMetres = 2
    #expect(!Self.canPlan(settlement, PlanRequest(rules: TestBook.book)))
  }

  /// What was found in too short a time says nothing of the land. Here only the crossing of a strip is a way in; with
  /// a spike that touches the road, plots are found before that is tried.
  @Test(arguments: [false, true], [0, 1, 5, 25, 100, 400, 1000])
  func stoppedBeforeTheCrossing(hasSpike: Bool, asked: Int) throws {
    var settlement = try Self.siteA(roadAway: 2.5)
    if hasSpike {
      let site = try #require(settlement.site.first?.shell.points)
      let west = try #require(site.map(\.x).min())
      let edge = try #require(
        zip(site, site.dropFirst()).first { abs($0.x - west) < 0.01 && abs($1.x - west) < 0.01 })
      let middle = Point(x: west, y: (edge.0.y + edge.1.y) / 2)
      let tip = [
        Point(x: west, y: middle.y + 0.4), Point(x: west - 2, y: middle.y), Point(x: west, y: middle.y - 0.4),
      ]
      let place = try #require(site.firstIndex(of: edge.0))
      var corners = Array(site.dropLast())
      corners.insert(contentsOf: edge.0.y > edge.1.y ? tip : tip.reversed(), at: place + 1)
      settlement.site = [try Polygon(corners: corners)]
    }
    let patience = PatienceCounter(most: asked)
    var request = PlanRequest(rules: TestBook.book)
    request.isCancelled = { patience.isOver() }
    do {
      let outcome = try Planner.plan(settlement, request)
      #expect(outcome.measures.plots > 0)
    } catch {
      #expect("\(error)" == "\(PlanningError.cancelled)")
    }
  }

  private static func canPlan(_ settlement: Settlement, _ request: PlanRequest) -> Bool {
    do {
      _ = try Planner.plan(settlement, request)
      return true
    } catch .noEntrance {
      return false
    } catch {
      return true
    }
  }

  private static func siteA(roadAway metres: Double) throws -> Settlement {
    var settlement = try SyntheticSettlement.siteA().settlement
    let site = settlement.site.reduce(into: Bounds()) { $0.include($1.bounds) }
    settlement.roads[0].area = []
    settlement.roads[0].centreline = [
      try LineString([
        Point(x: site.minimum.x - metres - 3, y: site.minimum.y - 5),
        Point(x: site.minimum.x - metres - 3, y: site.maximum.y + 5),
      ])
    ]
    settlement.roads[0].widthMetres = 6
    return settlement
  }
}
