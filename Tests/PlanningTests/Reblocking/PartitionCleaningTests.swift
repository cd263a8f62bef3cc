import Geometry
import Planning
import Testing

@Suite struct PartitionCleaningTests {
  private static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) throws
    -> [Polygon]
  {
    let ring = [
      Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height),
      Point(x: x, y: y + height),
      Point(x: x, y: y),
    ]
    return [Polygon(try Ring(ring))]
  }

  @Test func cleanParcelsStayAsTheyAre() throws {
    let cleaning = try PartitionCleaning([Self.rectangle(0, 0, 10, 10), Self.rectangle(10, 0, 10, 10)])
    #expect(cleaning.changes.isEmpty)
    #expect(cleaning.partition.edges.count == 7)
    #expect(cleaning.partition.edges.count { !$0.isOutline } == 1)
  }

  /// Each fault, with the change that it leads to: what was surveyed, the kind, how much of it (metres or m²).
  @Test(arguments: [
    ("a corner missed by 0.3 m", 10.3, 10.0, 0.0, PartitionChange.Kind.movedCorner, 0.3),
    ("an overlap of 2 m", 8.0, 10.0, 0.0, .overlap, 20),
    ("a T of 0.2 m", 10.2, 5.0, 2.0, .addedCorner, 0.2),
  ])
  func faultsAreMendedAndListed(
    name: String, x: Double, height: Double, y: Double, kind: PartitionChange.Kind, amount: Double
  ) throws {
    let cleaning = try PartitionCleaning([Self.rectangle(0, 0, 10, 10), Self.rectangle(x, y, 10, height)])
    let change = try #require(cleaning.changes.first { $0.kind == kind }, "\(name): \(cleaning.changes)")
    #expect(abs(change.amount - amount) < 1e-6, "\(name)")
    #expect(cleaning.partition.edges.contains { $0.left != nil && $0.right != nil }, "\(name)")
  }

  @Test func thinGapGoesToANeighbour() throws {
    // 0.6 m between two parcels that a third and a fourth close at the ends.
    let cleaning = try PartitionCleaning(
      [
        Self.rectangle(0, 0, 10, 10), Self.rectangle(10.6, 0, 10, 10), Self.rectangle(0, -5, 20.6, 5),
        Self.rectangle(0, 10, 20.6, 5),
      ], toleranceMetres: 0.65)
    #expect(cleaning.partition.outlines.allSatisfy { !$0.isEmpty })
    #expect(!cleaning.changes.isEmpty)
    #expect(cleaning.partition.edges.contains { $0.parcels.sorted() == [0, 1] })
  }

  @Test func aParcelDrawnTwiceIsLostByName() throws {
    let cleaning = try PartitionCleaning([Self.rectangle(0, 0, 10, 10), Self.rectangle(0, 0, 10, 10)])
    #expect(cleaning.changes.contains { $0.kind == .overlap && $0.parcels == [0, 1] })
    #expect(cleaning.changes.contains { $0.kind == .lost && $0.parcels == [1] })
    #expect(cleaning.changedShare == 1)
  }
}
