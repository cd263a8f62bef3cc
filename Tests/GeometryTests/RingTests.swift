import Geometry
import Testing

@Suite struct RingTests {
  @Test(arguments: [
    (
      "unit square, counter-clockwise",
      [Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)], 1.0
    ),
    (
      "unit square, clockwise", [Point(x: 0, y: 0), Point(x: 0, y: 1), Point(x: 1, y: 1), Point(x: 1, y: 0)],
      -1.0
    ),
    (
      "4 x 7 m at Bangkok's northing",
      [
        Point(x: 671_624, y: 1_531_711), Point(x: 671_628, y: 1_531_711), Point(x: 671_628, y: 1_531_718),
        Point(x: 671_624, y: 1_531_718),
      ], 28.0
    ),
  ])
  func signedArea(name: String, corners: [Point], squareMetres: Double) throws {
    let ring = try Ring(corners + [corners[0]])
    #expect(abs(ring.signedAreaInSquareMetres - squareMetres) <= 1e-9, "\(name)")
  }

  @Test func refusesWhatIsNoRing() {
    let p = Point(x: 0, y: 0), q = Point(x: 1, y: 0), r = Point(x: 1, y: 1)
    #expect(throws: InvalidShape.tooFewPositions(found: 3, needed: 4)) { try Ring([p, q, p]) }
    #expect(throws: InvalidShape.ringNotClosed) { try Ring([p, q, r, q]) }
    #expect(throws: InvalidShape.coordinateOutOfRange(position: 1)) {
      try Ring([p, Point(x: .nan, y: 0), r, p])
    }
  }

  @Test func layoutIsABufferOfDoubles() {
    #expect(MemoryLayout<Point>.stride == 16)
    #expect(MemoryLayout<Point>.offset(of: \.y) == 8)
  }
}
