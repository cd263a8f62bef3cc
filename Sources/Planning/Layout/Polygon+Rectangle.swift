import Geometry

extension Polygon {
  /// The shorter side of a rectangle, in metres; nil for any other shape. Corners on its edges do not matter.
  var rectangleWidth: Double? {
    guard holes.isEmpty, let longest = shell.segments.max(by: { $0.length < $1.length }),
      let along = (longest.end - longest.start).unit
    else { return nil }
    let steps = shell.points.map { $0 - longest.start }
    let (us, vs) = (steps.map { $0.dot(along) }, steps.map { $0.dot(along.left) })
    guard let left = us.min(), let right = us.max(), let low = vs.min(), let high = vs.max() else {
      return nil
    }
    let (length, depth) = (right - left, high - low)
    // What lacks to the box around it, laid along one whole side, is thinner than anything drawn.
    guard length * depth - areaInSquareMetres < Self.thinnest * min(length, depth) else { return nil }
    return min(length, depth)
  }

  /// In metres.
  private static let thinnest = 1e-5
}
