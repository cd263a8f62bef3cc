internal import GeoJSON
internal import Geometry

/// Builds shapes in metres from the geometry of a feature and its positions on the plane.
struct ShapeBuilder {
  /// The positions in the order in which the geometry visits them.
  private var points: ArraySlice<Point>

  init(_ points: ArraySlice<Point>) { self.points = points }

  /// The shape; parts without a position are left out.
  mutating func shape(_ geometry: FeatureGeometry) throws(InvalidShape) -> Shape {
    switch geometry {
    case .point: return points.popFirst().map(Shape.point) ?? .empty(.point)
    case .multiPoint(let positions):
      return positions.isEmpty ? .empty(.multiPoint) : .multiPoint(take(positions.count))
    case .lineString(let positions):
      return try line(positions.count).map(Shape.lineString) ?? .empty(.lineString)
    case .multiLineString(let parts):
      var lines: [LineString] = []
      for part in parts { if let line = try line(part.count) { lines.append(line) } }
      return lines.isEmpty ? .empty(.multiLineString) : .multiLineString(lines)
    case .polygon(let rings): return try polygon(rings).map(Shape.polygon) ?? .empty(.polygon)
    case .multiPolygon(let parts):
      var polygons: [Polygon] = []
      for part in parts { if let polygon = try polygon(part) { polygons.append(polygon) } }
      return polygons.isEmpty ? .empty(.multiPolygon) : .multiPolygon(polygons)
    case .collection(let members):
      let shapes = try members.map { member throws(InvalidShape) in try shape(member) }
      return .collection(shapes.filter { !$0.isEmpty })
    }
  }

  private mutating func take(_ count: Int) -> [Point] {
    let taken = Array(points.prefix(count))
    points = points.dropFirst(count)
    return taken
  }

  private mutating func line(_ count: Int) throws(InvalidShape) -> LineString? {
    count == 0 ? nil : try LineString(take(count))
  }

  private mutating func polygon(_ rings: [[Position]]) throws(InvalidShape) -> Polygon? {
    var made: [Ring] = []
    for ring in rings where !ring.isEmpty { made.append(try Ring(take(ring.count))) }
    guard let shell = made.first else { return nil }
    return Polygon(shell, holes: Array(made.dropFirst()))
  }
}
