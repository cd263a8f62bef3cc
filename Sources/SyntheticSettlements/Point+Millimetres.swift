import Geometry

extension Point {
  /// The point on the grid of whole millimetres, so that the last digit of a square root never shows.
  var toMillimetres: Point {
    Point(x: (x * 1000).rounded() / 1000, y: (y * 1000).rounded() / 1000)
  }
}

extension [Point] {
  var toMillimetres: [Point] { map(\.toMillimetres) }
}

extension Vector {
  /// A unit step turned left by the angle whose half has the tangent `tangent`.
  ///
  /// Only arithmetic: a sine may differ in its last digit between machines.
  func turned(tangentOfHalfAngle tangent: Double) -> Vector {
    let scale = 1 + tangent * tangent
    let cosine = (1 - tangent * tangent) / scale
    let sine = 2 * tangent / scale
    return Vector(dx: dx * cosine - dy * sine, dy: dx * sine + dy * cosine)
  }
}
