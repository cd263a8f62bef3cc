import Geometry

/// A rectangle that may be turned, in metres.
struct Rectangle {
  var centre: Point
  /// The unit direction of its width.
  var along: Vector
  var width: Double
  var depth: Double

  /// Counter-clockwise.
  var corners: [Point] {
    let (right, up) = (along * (width / 2), along.left * (depth / 2))
    return [
      centre - right - up, centre + right - up, centre + right + up, centre - right + up,
    ]
  }

  /// Whether a straight line with at least `metres` on either side fits between the two.
  func isApart(from other: Rectangle, byMetres metres: Double) -> Bool {
    [along, along.left, other.along, other.along.left].contains { axis in
      let gap = abs((other.centre - centre).dot(axis)) - reach(on: axis) - other.reach(on: axis)
      return gap >= metres
    }
  }

  private func reach(on axis: Vector) -> Double {
    abs(along.dot(axis)) * width / 2 + abs(along.left.dot(axis)) * depth / 2
  }
}
