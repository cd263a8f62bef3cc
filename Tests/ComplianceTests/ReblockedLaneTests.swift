import Geometry
import Settlement
import Testing

@testable import Compliance

/// A lane without ground of its own is no lane apart where it runs on the ground of another.
@Suite struct ReblockedLaneTests {
  private static func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) throws -> Polygon {
    try Polygon(corners: [
      Point(x: x.lowerBound, y: y.lowerBound), Point(x: x.upperBound, y: y.lowerBound),
      Point(x: x.upperBound, y: y.upperBound), Point(x: x.lowerBound, y: y.upperBound),
    ])
  }

  /// Two parcels with a lane of 2 m between them, which has ground; the other lane is a line alone, in metres.
  @Test(arguments: [
    // On the ground of the first.
    ([(10.0, 5.0), (10.0, 7.0)], 0),
    // Half of it in a parcel.
    ([(10.0, 5.0), (14.0, 5.0)], 0),
    // Apart in a parcel.
    ([(14.0, 5.0), (16.0, 5.0)], 1),
    // From the ground of the first, which it does not touch with a corner, into a parcel and no farther.
    ([(10.2, 5.0), (10.8, 5.0)], 0),
  ])
  func withoutGround(_ line: [(Double, Double)], _ loose: Int) throws {
    var settlement = Settlement()
    settlement.parcels = [
      Parcel(reference: FeatureReference(index: 0), area: [try Self.box(0...9, 0...20)]),
      Parcel(reference: FeatureReference(index: 1), area: [try Self.box(11...20, 0...20)]),
    ]
    settlement.lanes = [
      Lane(
        reference: FeatureReference(index: 2, id: "L1"), area: [try Self.box(9...11, 0...20)],
        centreline: [try LineString([Point(x: 10, y: 0), Point(x: 10, y: 20)])], widthMetres: 2),
      Lane(
        reference: FeatureReference(index: 3, id: "L2"),
        centreline: [try LineString(line.map { Point(x: $0.0, y: $0.1) })], widthMetres: 2),
    ]
    let check = try ReblockedCheck(
      settlement, ReblockingStatement(), checker: Checker(book: TestBook.thailand)
    ) { _ in true }
    let found = check.findings.filter { $0.rule.id == "lane-joined" }
    #expect(found.count == loose, "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.feature.id == "L2" })
  }

  /// A way into the block that gets narrower and narrower ends where its sides meet, and what lies there has access.
  @Test func atTheEndOfANarrowWay() throws {
    func polygon(_ corners: [(Double, Double)]) throws -> Polygon {
      try Polygon(corners: corners.map { Point(x: $0.0, y: $0.1) })
    }
    var settlement = Settlement()
    settlement.parcels = try [
      polygon([(0, 0), (40, 0), (40, 10), (10, 10.1), (0, 10.1)]),
      polygon([(10, 10.1), (40, 10.3), (40, 20), (10, 20)]),
      // Touches the outside with its one corner at the tip.
      polygon([(4, 10.1), (10, 10.1), (10, 16), (4, 16)]),
      polygon([(0, 10.1), (4, 10.1), (4, 16), (10, 16), (10, 20), (0, 20)]),
    ].enumerated().map { Parcel(reference: FeatureReference(index: $0), area: [$1]) }
    let check = try ReblockedCheck(
      settlement, ReblockingStatement(), checker: Checker(book: TestBook.thailand)
    ) { _ in true }
    #expect(check.findings.map(\.message) == [])
  }

  /// A lane round a parcel serves it, and hangs together with the road outside, though its ground has a hole.
  @Test func aroundAParcel() throws {
    let (inner, outer) = (try Self.box(6...14, 6...14), try Self.box(4...16, 4...16))
    var settlement = Settlement()
    let around = [
      (0.0, 0.0), (20, 0), (20, 9), (16, 9), (16, 4), (4, 4), (4, 16), (16, 16), (16, 11), (20, 11), (20, 20),
      (0, 20),
    ]
    settlement.parcels = [
      Parcel(reference: FeatureReference(index: 0), area: [inner]),
      Parcel(
        reference: FeatureReference(index: 1),
        area: [try Polygon(corners: around.map { Point(x: $0.0, y: $0.1) })]),
    ]
    let ways = [Polygon(outer.shell, holes: [inner.shell]), try Self.box(16...20, 9...11)]
    settlement.lanes = try ways.enumerated().map { number, way in
      Lane(
        reference: FeatureReference(index: 2 + number, id: "L\(number + 1)"), area: [way],
        centreline: [try LineString(way.shell.points)], widthMetres: 2)
    }
    let check = try ReblockedCheck(
      settlement, ReblockingStatement(), checker: Checker(book: TestBook.thailand)
    ) { _ in true }
    #expect(check.findings.filter { ["lane-joined", "parcel-access"].contains($0.rule.id) }.isEmpty)
  }
}
