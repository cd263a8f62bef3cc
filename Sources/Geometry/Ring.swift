/// A closed line of four or more points, the last equal to the first, in metres.
public struct Ring: Hashable, Sendable {
  public let points: [Point]

  /// - Throws: `InvalidShape` for fewer than four points, an open ring or a coordinate that is not a usable number.
  public init(_ points: [Point]) throws(InvalidShape) {
    guard points.count >= 4 else {
      throw .tooFewPositions(found: points.count, needed: 4)
    }
    try points.requireUsable()
    guard points.first == points.last else { throw .ringNotClosed }
    self.points = points
  }

  public var bounds: Bounds { Bounds(of: points) }

  public var segments: [Segment] {
    zip(points, points.dropFirst()).map { Segment(start: $0, end: $1) }
  }

  /// The ring as a line that ends where it began.
  public var line: LineString { LineString(unchecked: points) }

  public var reversed: Ring { Ring(unchecked: points.reversed()) }

  init(unchecked points: [Point]) { self.points = points }
}
