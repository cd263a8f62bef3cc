/// A place on the working plane, in metres: `x` east, `y` north.
///
/// Two doubles and nothing else, so that `[Point]` is already the buffer that GEOS and PROJ read.
public struct Point: Hashable, Sendable {
  public var x: Double
  public var y: Double

  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Whether both coordinates are finite numbers.
  @inlinable
  public var isFinite: Bool { x.isFinite && y.isFinite }
}

extension Point {
  /// The straight distance to another point, in metres.
  @inlinable
  public func distance(to other: Point) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }

  @inlinable
  public static func + (point: Point, step: Vector) -> Point {
    Point(x: point.x + step.dx, y: point.y + step.dy)
  }

  @inlinable
  public static func - (point: Point, step: Vector) -> Point {
    Point(x: point.x - step.dx, y: point.y - step.dy)
  }

  /// The step that leads from the right-hand point to the left-hand one.
  @inlinable
  public static func - (end: Point, start: Point) -> Vector {
    Vector(dx: end.x - start.x, dy: end.y - start.y)
  }
}
