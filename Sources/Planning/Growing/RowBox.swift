import Geometry

/// A row of the layout as one rectangle, in its own directions: along it, and towards its fronts.
struct RowBox {
  let along: Vector
  let front: Vector
  private let origin: Point
  /// From its first wall to its last, and from its rear to its front, in metres.
  var run: ClosedRange<Double>
  var deep: ClosedRange<Double>

  /// Nil where a row has no plots or no direction.
  init?(_ row: DrawnLayout.Row) {
    guard let along = row.along.unit, let front = row.front.unit,
      let origin = row.plots.first?.shell.points.first
    else { return nil }
    (self.along, self.front, self.origin) = (along, front, origin)
    let points = row.plots.flatMap(\.shell.points).map { $0 - origin }
    let (s, d) = (points.map { $0.dot(along) }, points.map { $0.dot(front) })
    guard let left = s.min(), let right = s.max(), let rear = d.min(), let face = d.max() else { return nil }
    run = left...right
    deep = rear...face
  }

  func polygon() throws -> Polygon { try polygon(run, deep) }

  func polygon(_ run: ClosedRange<Double>, _ deep: ClosedRange<Double>) throws -> Polygon {
    try Polygon(corners: [
      corner(run.lowerBound, deep.lowerBound), corner(run.upperBound, deep.lowerBound),
      corner(run.upperBound, deep.upperBound), corner(run.lowerBound, deep.upperBound),
    ])
  }

  private func corner(_ s: Double, _ d: Double) -> Point { origin + along * s + front * d }

  /// The nearest that a shape comes to a place along a direction, counted from the row's own origin.
  func nearest(_ shape: Shape, along direction: Vector) -> Double? {
    shape.polygons.flatMap(\.shell.points).map { ($0 - origin).dot(direction) }.min()
  }
}
