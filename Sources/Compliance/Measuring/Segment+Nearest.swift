internal import Geometry

/// The two places at which two things are nearest to each other.
struct Nearest: Hashable {
  var distance: Double
  /// On what was measured, and on what it was measured to.
  var place: Point
  var target: Point

  static let none = Nearest(
    distance: .infinity, place: Point(x: 0, y: 0), target: Point(x: 0, y: 0))
}

extension Nearest {
  init(place: Point, target: Point) {
    self.init(distance: place.distance(to: target), place: place, target: target)
  }

  /// Of two that are equally near the first stays.
  mutating func improve(by other: Nearest) {
    if other.distance < distance { self = other }
  }
}

extension Segment {
  /// The nearest places of two segments; both are the crossing where they cross.
  func nearest(to other: Segment) -> Nearest {
    if let crossing = crossing(other) { return Nearest(distance: 0, place: crossing, target: crossing) }
    // Segments that do not cross are nearest at an end of one of them.
    var best = Nearest(place: nearestPoint(to: other.start), target: other.start)
    best.improve(by: Nearest(place: nearestPoint(to: other.end), target: other.end))
    best.improve(by: Nearest(place: start, target: other.nearestPoint(to: start)))
    best.improve(by: Nearest(place: end, target: other.nearestPoint(to: end)))
    return best
  }

  /// Where two segments cross, each passing from one side of the other to its other side; touching is not crossing.
  func crossing(_ other: Segment) -> Point? {
    let a = step.cross(other.start - start)
    let b = step.cross(other.end - start)
    guard (a > 0 && b < 0) || (a < 0 && b > 0) else { return nil }
    let c = other.step.cross(start - other.start)
    let d = other.step.cross(end - other.start)
    guard (c > 0 && d < 0) || (c < 0 && d > 0) else { return nil }
    return point(atFraction: c / (c - d))
  }

  var bounds: Bounds { Bounds(from: start, to: end) }
}
