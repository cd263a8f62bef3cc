import Geometry

/// A local right-angled grid: `u` along the bank, `v` inland, both in metres.
struct Frame: Hashable, Sendable {
  let origin: Point
  /// Unit vector along the bank, with the land on its left.
  let along: Vector
  var inland: Vector { along.left }

  /// Nil when the direction has no length.
  init?(origin: Point, along: Vector) {
    guard let unit = along.unit else { return nil }
    self.origin = origin
    self.along = unit
  }

  func local(_ point: Point) -> LocalPoint {
    let step = point - origin
    return LocalPoint(u: step.dot(along), v: step.dot(inland))
  }

  func plane(_ point: LocalPoint) -> Point {
    origin + along * point.u + inland * point.v
  }

  func local(_ ring: Ring) -> [LocalPoint] { ring.points.map(local) }

  /// The corners of a rectangle of the frame on the plane, counter-clockwise.
  func corners(_ box: LocalBox) -> [Point] {
    [
      plane(LocalPoint(u: box.u.lowerBound, v: box.v.lowerBound)),
      plane(LocalPoint(u: box.u.upperBound, v: box.v.lowerBound)),
      plane(LocalPoint(u: box.u.upperBound, v: box.v.upperBound)),
      plane(LocalPoint(u: box.u.lowerBound, v: box.v.upperBound)),
    ]
  }

  func polygon(_ box: LocalBox) throws(InvalidShape) -> Polygon {
    try Polygon(corners: corners(box))
  }
}

/// A place in a frame, in metres.
struct LocalPoint: Hashable, Sendable {
  var u: Double
  var v: Double
}

/// A rectangle square to its frame, in metres.
struct LocalBox: Hashable, Sendable {
  var u: ClosedRange<Double>
  var v: ClosedRange<Double>

  /// Nil when a side would have no length.
  init?(u1: Double, u2: Double, v1: Double, v2: Double) {
    guard u1 < u2, v1 < v2 else { return nil }
    u = u1...u2
    v = v1...v2
  }

  var squareMetres: Double {
    (u.upperBound - u.lowerBound) * (v.upperBound - v.lowerBound)
  }
}
