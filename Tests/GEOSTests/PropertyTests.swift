import GEOS
import Geometry
import Testing

/// What must hold for any shapes, on a hundred made ones each.
@Suite struct PropertyTests {
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func areasAddUp(seed: UInt64) throws {
    var shapes = RandomShapes(seed: seed)
    let (a, b) = (try shapes.area(), try shapes.area())
    #expect(try a.isValid() && b.isValid())
    let whole = try a.area() + b.area()
    let union = try a.union(b).area()
    let shared = try a.intersection(b).area()
    let either = try a.symmetricDifference(b).area()
    let rest = try a.difference(b).area()
    // Square metres, on some thousands: the tolerance is the rounding of seven-digit coordinates.
    #expect(abs(whole - union - shared) < 1e-4)
    #expect(abs(union - shared - either) < 1e-4)
    #expect(abs(try a.area() - shared - rest) < 1e-4)
    #expect(abs(try a.area() - a.areaInSquareMetres) < 1e-4)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func distanceIsSymmetricAndMeasured(seed: UInt64) throws {
    var shapes = RandomShapes(seed: seed)
    let (a, b) = (try shapes.area(corners: 7), try shapes.line())
    let distance = try a.distance(to: b)
    #expect(distance == (try b.distance(to: a)))
    let (onA, onB) = try a.nearestPoints(to: b)
    #expect(abs(onA.distance(to: onB) - distance) < 1e-9)
    #expect(try a.isWithin(metres: distance + 1e-6, of: b))
    #expect(try distance == 0 || !a.isWithin(metres: distance - 1e-6, of: b))
    #expect(try a.intersects(b) == (distance == 0))
    #expect(try a.hausdorffDistance(to: b) >= distance - 1e-9)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func bufferHoldsWhatIsNear(seed: UInt64) throws {
    var shapes = RandomShapes(seed: seed)
    let line = try shapes.line()
    let near = try line.buffered(byMetres: 3)
    #expect(try near.covers(line))
    // Chords of a quarter circle in eight lie inside it by at most half a per cent.
    for point in near.polygons.flatMap(\.shell.points) {
      let metres = try line.distance(to: .point(point))
      #expect(metres <= 3 + 1e-6 && metres >= 3 * 0.98)
    }
    let area = try shapes.area()
    #expect(try area.buffered(byMetres: -2).buffered(byMetres: 2).difference(area).area() < 1)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func preparedAnswersTheSame(seed: UInt64) throws {
    var shapes = RandomShapes(seed: seed)
    let base = try shapes.area()
    let prepared = try PreparedShape(base)
    for _ in 0..<10 {
      let other = try shapes.area(corners: 5)
      #expect(try prepared.intersects(other) == base.intersects(other))
      #expect(try prepared.contains(other) == base.contains(other))
      #expect(try prepared.covers(other) == base.covers(other))
      #expect(try prepared.containsProperly(other) == base.relate(other, pattern: "T**FF*FF*"))
      let distance = try base.distance(to: other)
      #expect(abs(try prepared.distance(to: other) - distance) < 1e-9)
      #expect(try prepared.isWithin(metres: distance + 1e-6, of: other))
    }
    #expect(try prepared.distance(to: .empty(.point)) == .infinity)
    #expect(throws: GEOSError.self) { try prepared.isWithin(metres: .nan, of: base) }
  }

  @Test(arguments: [0, 1, 15, 16, 17, 300, 5000])
  func indexFindsWhatALookAtAllFinds(count: Int) {
    var shapes = RandomShapes(seed: UInt64(count) + 1)
    var bounds = (0..<count).map { _ in shapes.bounds() }
    if count > 3 { bounds[3] = Bounds() }
    let index = SpatialIndex(bounds)
    #expect(index.count == count)
    for _ in 0..<50 {
      let wanted = shapes.bounds()
      #expect(index.query(wanted) == bounds.indices.filter { bounds[$0].meets(wanted) })
    }
    #expect(index.query(Bounds()).isEmpty)
  }

  @Test func distanceByIndexIsTheSame() throws {
    var shapes = RandomShapes(seed: 7)
    let near = try shapes.line(points: 1200)
    let area = try shapes.area(corners: 1200)
    let far = try LineString(
      try shapes.line(points: 1200).lineStrings[0].points.map { $0 + Vector(dx: 900, dy: 0) })
    for (a, b) in [(near, Shape.lineString(far)), (area, .lineString(far)), (.lineString(far), area)] {
      let halves = [far.points.prefix(600), far.points.suffix(601)].map { Array($0) }
      let pieces = try halves.map {
        try (a == .lineString(far) ? b : a).distance(to: .lineString(LineString($0)))
      }
      #expect(abs(try a.distance(to: b) - (pieces.min() ?? 0)) < 1e-9)
    }
    #expect(try area.distance(to: .point(try #require(try area.pointOnSurface()))) == 0)
  }
}
