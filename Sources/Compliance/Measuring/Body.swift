internal import Geometry

/// What distances are measured from: the edges of a building or plot, or the one point that is known of it.
struct Body {
  let polygons: [Polygon]
  /// A lone point is a segment without length.
  let edges: [Segment]
  let bounds: Bounds

  init(_ polygons: [Polygon]) {
    self.polygons = polygons
    var edges: [Segment] = []
    var bounds = Bounds()
    edges.reserveCapacity(polygons.first.map { $0.shell.points.count } ?? 0)
    for polygon in polygons {
      Self.append(polygon.shell, to: &edges)
      for hole in polygon.holes { Self.append(hole, to: &edges) }
      for point in polygon.shell.points { bounds.include(point) }
    }
    self.edges = edges
    self.bounds = bounds
  }

  private static func append(_ ring: Ring, to edges: inout [Segment]) {
    for index in ring.points.indices.dropFirst() {
      edges.append(Segment(start: ring.points[index - 1], end: ring.points[index]))
    }
  }

  init(_ point: Point) {
    polygons = []
    edges = [Segment(start: point, end: point)]
    bounds = Bounds(from: point, to: point)
  }

  init(_ shape: Shape) {
    polygons = shape.polygons
    let lines = shape.lineStrings.flatMap(\.segments)
    let points = shape.points.map { Segment(start: $0, end: $0) }
    edges = polygons.flatMap { $0.rings.flatMap(\.segments) } + lines + points
    bounds = shape.bounds
  }

  /// Whether a point lies inside, by the even-odd rule; on the edge it may be either.
  func contains(_ point: Point) -> Bool {
    guard bounds.contains(point), !polygons.isEmpty else { return false }
    var isInside = false
    for polygon in polygons {
      isInside = polygon.shell.points.isInside(point) != isInside
      for hole in polygon.holes { isInside = hole.points.isInside(point) != isInside }
    }
    return isInside
  }

  /// The nearest places of two bodies by their edges alone.
  func nearestEdges(to other: Body) -> Nearest {
    var best = Nearest.none
    for edge in edges {
      for target in other.edges {
        let nearest = edge.nearest(to: target)
        if nearest.distance < best.distance { best = nearest }
      }
    }
    return best
  }

  /// The distance to another body: 0 where they cross or one lies in the other.
  func nearest(to other: Body) -> Nearest {
    if let inner = other.edges.first?.start, contains(inner) {
      return Nearest(distance: 0, place: inner, target: inner)
    }
    if let inner = edges.first?.start, other.contains(inner) {
      return Nearest(distance: 0, place: inner, target: inner)
    }
    return nearestEdges(to: other)
  }

  /// The distance from a point to the nearest edge.
  func distanceToEdge(from point: Point) -> Double {
    edges.reduce(.infinity) { min($0, $1.distance(to: point)) }
  }
}

extension [Point] {
  /// Whether a closed outline goes round a point, by the even-odd rule.
  fileprivate func isInside(_ point: Point) -> Bool {
    var isInside = false
    for index in indices.dropFirst() where point.looksRightAt(self[index - 1], self[index]) {
      isInside.toggle()
    }
    return isInside
  }
}

extension Point {
  /// Whether a ray to the east meets the edge from `a` to `b`; an end counts for one of its two edges only.
  func looksRightAt(_ a: Point, _ b: Point) -> Bool {
    guard (a.y > y) != (b.y > y) else { return false }
    return x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
  }
}
