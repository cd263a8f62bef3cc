/// A geometry of RFC 7946 §3.1, checked: rings are closed and have four positions, lines have two.
///
/// An empty `coordinates` array is allowed (§3.1); an empty Point becomes a multiPoint of none.
public enum FeatureGeometry: Sendable, Hashable {
  case point(Position)
  case multiPoint([Position])
  case lineString([Position])
  case multiLineString([[Position]])
  /// The outer ring, then the holes.
  case polygon([[Position]])
  case multiPolygon([[[Position]]])
  case collection([FeatureGeometry])
}

extension FeatureGeometry {
  /// The name of its type in GeoJSON.
  public var typeName: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    }
  }

  /// Whether it holds no position.
  public var isEmpty: Bool {
    switch self {
    case .point: false
    case .multiPoint(let positions), .lineString(let positions): positions.isEmpty
    case .multiLineString(let parts), .polygon(let parts): parts.allSatisfy(\.isEmpty)
    case .multiPolygon(let polygons): polygons.allSatisfy { $0.allSatisfy(\.isEmpty) }
    case .collection(let members): members.allSatisfy(\.isEmpty)
    }
  }

  /// Visits every position in the order of the text, until the visitor says false; false then.
  @discardableResult
  public func forEachPosition(_ visit: (Position) -> Bool) -> Bool {
    switch self {
    case .point(let position): visit(position)
    case .multiPoint(let positions), .lineString(let positions): positions.allSatisfy(visit)
    case .multiLineString(let parts), .polygon(let parts): parts.allSatisfy { $0.allSatisfy(visit) }
    case .multiPolygon(let polygons): polygons.allSatisfy { $0.allSatisfy { $0.allSatisfy(visit) } }
    case .collection(let members): members.allSatisfy { $0.forEachPosition(visit) }
    }
  }
}
