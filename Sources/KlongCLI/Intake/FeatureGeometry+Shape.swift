internal import GeoJSON
internal import Geometry

extension Shape {
  /// Appends every point in the order in which ``FeatureGeometry/init(_:taking:)`` takes them.
  func appendPoints(to points: inout [Point]) {
    switch self {
    case .point(let point): points.append(point)
    case .multiPoint(let parts): points += parts
    case .lineString(let line): points += line.points
    case .multiLineString(let parts): for part in parts { points += part.points }
    case .polygon(let polygon): for ring in polygon.rings { points += ring.points }
    case .multiPolygon(let parts): for part in parts { for ring in part.rings { points += ring.points } }
    case .collection(let parts): for part in parts { part.appendPoints(to: &points) }
    case .empty: break
    }
  }
}

extension FeatureGeometry {
  /// A shape as a geometry whose positions are taken from the front of `places`.
  init(_ shape: Shape, taking places: inout ArraySlice<GeographicPoint>) {
    func take(_ count: Int) -> [Position] {
      let taken = places.prefix(count).map { Position(x: $0.longitude, y: $0.latitude) }
      places = places.dropFirst(count)
      return taken
    }
    func take(_ polygon: Polygon) -> [[Position]] { polygon.rings.map { take($0.points.count) } }
    self =
      switch shape {
      case .point: take(1).first.map(FeatureGeometry.point) ?? .multiPoint([])
      case .multiPoint(let parts): .multiPoint(take(parts.count))
      case .lineString(let line): .lineString(take(line.points.count))
      case .multiLineString(let parts): .multiLineString(parts.map { take($0.points.count) })
      case .polygon(let polygon): .polygon(take(polygon))
      case .multiPolygon(let parts): .multiPolygon(parts.map { take($0) })
      case .collection(let parts): .collection(parts.map { FeatureGeometry($0, taking: &places) })
      case .empty(let kind): FeatureGeometry(empty: kind)
      }
  }

  private init(empty kind: Shape.Kind) {
    self =
      switch kind {
      case .point, .multiPoint: .multiPoint([])
      case .lineString, .multiLineString: .multiLineString([])
      case .polygon, .multiPolygon: .multiPolygon([])
      case .collection: .collection([])
      }
  }

  /// The same geometry with other positions, its heights kept.
  func moved(to places: ArraySlice<GeographicPoint>) -> FeatureGeometry {
    var places = places
    return mapped { position in
      guard let place = places.popFirst() else { return position }
      return Position(x: place.longitude, y: place.latitude, z: position.z)
    }
  }

  /// The same geometry with these positions, in the order in which it visits its own.
  func replacing(_ positions: [Position]) -> FeatureGeometry {
    var rest = positions[...]
    return mapped { rest.popFirst() ?? $0 }
  }

  private func mapped(_ change: (Position) -> Position) -> FeatureGeometry {
    switch self {
    case .point(let position): .point(change(position))
    case .multiPoint(let positions): .multiPoint(positions.map(change))
    case .lineString(let positions): .lineString(positions.map(change))
    case .multiLineString(let parts): .multiLineString(parts.map { $0.map(change) })
    case .polygon(let rings): .polygon(rings.map { $0.map(change) })
    case .multiPolygon(let parts): .multiPolygon(parts.map { $0.map { $0.map(change) } })
    case .collection(let members): .collection(members.map { $0.mapped(change) })
    }
  }
}
