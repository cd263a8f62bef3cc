internal import Geometry

extension [Point] {
  /// The part of a closed outline inside a convex, counter-clockwise window.
  ///
  /// Cut along one edge of the window after another (Sutherland and Hodgman, "Reentrant polygon clipping", 1974).
  func clipped(to window: [Point]) -> [Point] {
    var kept = self
    for (start, end) in zip(window, window.dropFirst() + window.prefix(1)) {
      guard !kept.isEmpty else { return [] }
      kept = kept.clipped(leftOf: Segment(start: start, end: end))
    }
    return kept
  }

  private func clipped(leftOf edge: Segment) -> [Point] {
    guard var previous = last else { return [] }
    var kept: [Point] = []
    kept.reserveCapacity(count + 2)
    let step = edge.step
    var previousSide = step.cross(previous - edge.start)
    for point in self {
      let side = step.cross(point - edge.start)
      if (side >= 0) != (previousSide >= 0) {
        kept.append(previous + (point - previous) * (previousSide / (previousSide - side)))
      }
      if side >= 0 { kept.append(point) }
      previous = point
      previousSide = side
    }
    return kept
  }

  /// The signed area of a closed outline and its centre of gravity.
  var areaAndCentre: (area: Double, centre: Point) {
    guard let origin = first else { return (0, Point(x: 0, y: 0)) }
    var twice = 0.0
    var moment = Vector(dx: 0, dy: 0)
    for (a, b) in zip(self, dropFirst()) {
      let cross = (a - origin).cross(b - origin)
      twice += cross
      moment = moment + ((a - origin) + (b - origin)) * cross
    }
    guard twice != 0 else { return (0, origin) }
    return (twice / 2, origin + moment * (1 / (3 * twice)))
  }

  var closedLength: Double {
    zip(self, dropFirst() + prefix(1)).reduce(0) { $0 + $1.0.distance(to: $1.1) }
  }
}
