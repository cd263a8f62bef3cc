import Geometry
import Planning
import SyntheticSettlements
import Testing

/// A second entrance is found where a way ends at the edge on land, and what it changes is what a measure of it says.
@Suite struct SecondEntranceTests {
  @Test func farEndOfAStrip() throws {
    let settlement = try SyntheticSettlement.strip(depthMetres: 18).settlement
    let request = PlanRequest(rules: TestBook.book)
    let outcome = try Planner.plan(settlement, request)
    let found = try #require(try EntranceTrial(settlement, outcome.plan, request).best())
    // The road lies at one end, so the other end halves the walks, or nearly.
    #expect(found.meanWalkAfter < 0.7 * found.meanWalkBefore)
    #expect(found.longestWalkAfter < found.longestWalkBefore)
    #expect(found.plotsBefore == outcome.measures.plots)
    #expect(found.tried >= 1 && found.tried <= 8)
    var opened = settlement
    opened.accessPoints = [.init(reference: .init(index: 9, id: "trial"), point: found.place)]
    let measured = try LayoutMeasures(opened, outcome.plan)
    #expect(abs((measured[.walkToRoadMean] ?? 0) - found.meanWalkAfter) < 1e-9)
  }

  /// Land cut off by a thing that stays holds no plot where it is too small, and that is said.
  @Test func landThatCannotBePlanned() throws {
    var settlement = try SyntheticSettlement.siteA().settlement
    let request = PlanRequest(rules: TestBook.book)
    #expect(try Planner.plan(settlement, request).unplanned.isEmpty)
    let bounds = try #require(settlement.site.first?.bounds)
    let corner = Point(x: bounds.maximum.x, y: bounds.maximum.y)
    let wall = try Polygon(corners: [
      Point(x: corner.x - 4, y: corner.y + 1), Point(x: corner.x - 4, y: corner.y - 4),
      Point(x: corner.x + 1, y: corner.y - 4), Point(x: corner.x + 1, y: corner.y - 3.5),
      Point(x: corner.x - 3.5, y: corner.y - 3.5), Point(x: corner.x - 3.5, y: corner.y + 1),
    ])
    settlement.keeps = [.init(reference: .init(index: 8, id: "wall"), name: "wall", shape: .polygon(wall))]
    let pieces = try Planner.plan(settlement, request).unplanned
    #expect(pieces.count == 1)
    #expect(abs((pieces.first?.squareMetres ?? 0) - 12.25) < 0.1)
    #expect((pieces.first?.place).map { $0.distance(to: corner) < 5 } ?? false)
  }
}
