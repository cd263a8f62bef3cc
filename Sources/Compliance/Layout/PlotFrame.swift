internal import Geometry

/// The smallest turned rectangle around a plot, and the side of it on which each edge of the plot lies.
struct PlotFrame {
  /// Unit vectors of the rectangle; `across` is `along` turned left.
  let along: Vector
  let across: Vector
  let lengthAlong: Double
  let lengthAcross: Double
  /// Area of the plot over the area of the rectangle: 1 for a rectangle.
  let rectangularity: Double
  /// For each edge of the body: the side whose outward direction is nearest to the edge's own.
  let sideOfEdge: [Side]

  /// Outward directions: along, across, and against them.
  enum Side: Int, CaseIterable, Hashable {
    case east, north, west, south

    var opposite: Side { Side(rawValue: (rawValue + 2) % 4) ?? .east }
    /// Whether the sides face the same or opposite ways.
    func isParallel(to other: Side) -> Bool { rawValue % 2 == other.rawValue % 2 }
  }

  init(_ body: Body) {
    let hull = body.edges.map(\.start).convexHull
    var best = (area: Double.infinity, along: Vector(dx: 1, dy: 0), x: 0.0, y: 0.0)
    for (a, b) in zip(hull, hull.dropFirst() + hull.prefix(1)) {
      guard let along = (b - a).unit else { continue }
      let x = hull.extent(along: along)
      let y = hull.extent(along: along.left)
      if x * y < best.area { best = (x * y, along, x, y) }
    }
    along = best.along
    across = best.along.left
    lengthAlong = best.x
    lengthAcross = best.y
    let area = body.polygons.reduce(0) { $0 + $1.areaInSquareMetres }
    rectangularity = best.area > 0 && best.area.isFinite ? area / best.area : 0
    sideOfEdge = Self.sides(of: body, along: best.along)
  }

  /// How wide a side is.
  func width(of side: Side) -> Double { side.rawValue % 2 == 0 ? lengthAcross : lengthAlong }
  /// How far the plot reaches behind a side.
  func depth(behind side: Side) -> Double { side.rawValue % 2 == 0 ? lengthAlong : lengthAcross }

  func outward(_ side: Side) -> Vector {
    switch side {
    case .east: along
    case .north: across
    case .west: -along
    case .south: -across
    }
  }

  private static func sides(of body: Body, along: Vector) -> [Side] {
    body.polygons.flatMap { polygon in
      polygon.rings.flatMap { ring in
        // Outward is on the right of an outline that runs counter-clockwise; a hole is looked at as an outline.
        let turn: Double = ring.isCounterClockwise ? -1 : 1
        return ring.segments.map { side(facing: $0.step.left * turn, along: along) }
      }
    }
  }

  private static func side(facing normal: Vector, along: Vector) -> Side {
    let x = normal.dot(along)
    let y = normal.dot(along.left)
    if abs(x) >= abs(y) { return x >= 0 ? .east : .west }
    return y >= 0 ? .north : .south
  }
}

extension [Point] {
  /// Corners counter-clockwise (Andrew, "Another efficient algorithm for convex hulls in two dimensions", 1979).
  var convexHull: [Point] {
    let sorted = Set(self).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count >= 3 else { return sorted }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while let last = chain.last, let before = chain.dropLast().last,
          (last - before).cross(point - last) <= 0
        {
          chain.removeLast()
        }
        chain.append(point)
      }
      return Array(chain.dropLast())
    }
    return half(sorted) + half(sorted.reversed())
  }

  func extent(along direction: Vector) -> Double {
    guard let origin = first else { return 0 }
    let values = map { ($0 - origin).dot(direction) }
    return (values.max() ?? 0) - (values.min() ?? 0)
  }
}
