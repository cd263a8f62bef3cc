/// A step on the plane, in metres.
public struct Vector: Hashable, Sendable {
  public var dx: Double
  public var dy: Double

  @inlinable
  public init(dx: Double, dy: Double) {
    self.dx = dx
    self.dy = dy
  }

  /// The length of the step, in metres.
  @inlinable
  public var length: Double { (dx * dx + dy * dy).squareRoot() }

  /// The same direction with length one, or nil for a step of no length.
  @inlinable
  public var unit: Vector? {
    let length = self.length
    guard length > 0, length.isFinite else { return nil }
    return Vector(dx: dx / length, dy: dy / length)
  }

  /// The step turned left by a right angle.
  @inlinable
  public var left: Vector { Vector(dx: -dy, dy: dx) }

  @inlinable
  public static func * (step: Vector, factor: Double) -> Vector {
    Vector(dx: step.dx * factor, dy: step.dy * factor)
  }

  @inlinable
  public static prefix func - (step: Vector) -> Vector { Vector(dx: -step.dx, dy: -step.dy) }

  @inlinable
  public static func + (a: Vector, b: Vector) -> Vector { Vector(dx: a.dx + b.dx, dy: a.dy + b.dy) }

  /// The scalar product, in square metres.
  @inlinable
  public func dot(_ other: Vector) -> Double { dx * other.dx + dy * other.dy }

  /// The cross product, in square metres: positive when `other` points to the left.
  @inlinable
  public func cross(_ other: Vector) -> Double { dx * other.dy - dy * other.dx }
}
