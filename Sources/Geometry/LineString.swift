/// A line of two or more points, in metres. Repeated points are allowed.
public struct LineString: Hashable, Sendable {
  public let points: [Point]

  /// - Throws: `InvalidShape` for fewer than two points or a coordinate that is not a usable number.
  public init(_ points: [Point]) throws(InvalidShape) {
    guard points.count >= 2 else {
      throw .tooFewPositions(found: points.count, needed: 2)
    }
    try points.requireUsable()
    self.points = points
  }

  /// The straight pieces between consecutive points.
  public var segments: [Segment] {
    zip(points, points.dropFirst()).map { Segment(start: $0, end: $1) }
  }

  public var bounds: Bounds { Bounds(of: points) }

  /// The same line walked the other way.
  public var reversed: LineString { LineString(unchecked: points.reversed()) }

  init(unchecked points: [Point]) { self.points = points }
}

extension [Point] {
  /// Checks once, so that nobody checks again.
  func requireUsable() throws(InvalidShape) {
    for (position, point) in enumerated() {
      guard abs(point.x) <= Bounds.limit, abs(point.y) <= Bounds.limit else {
        throw .coordinateOutOfRange(position: position)
      }
    }
  }
}
