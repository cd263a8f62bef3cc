/// A straight piece between two points, in metres.
public struct Segment: Hashable, Sendable {
  public var start: Point
  public var end: Point

  @inlinable
  public init(start: Point, end: Point) {
    self.start = start
    self.end = end
  }

  /// In metres.
  @inlinable
  public var length: Double { start.distance(to: end) }

  /// The step from start to end.
  @inlinable
  public var step: Vector { end - start }

  public var midpoint: Point { point(atFraction: 0.5) }

  /// The point at a fraction of the length: 0 is the start, 1 the end.
  public func point(atFraction fraction: Double) -> Point {
    start + step * fraction
  }

  /// The place on the segment that is nearest to `point`.
  public func nearestPoint(to point: Point) -> Point {
    self.point(atFraction: nearestFraction(to: point))
  }

  /// Where the nearest place lies, as a fraction of the length.
  public func nearestFraction(to point: Point) -> Double {
    let square = step.dot(step)
    guard square > 0 else { return 0 }
    return min(1, max(0, (point - start).dot(step) / square))
  }

  /// The distance from the segment to a point, in metres.
  public func distance(to point: Point) -> Double {
    nearestPoint(to: point).distance(to: point)
  }
}
