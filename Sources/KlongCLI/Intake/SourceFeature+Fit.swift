internal import Geometry
internal import Settlement

extension Role {
  /// Whether a shape can be what the role says.
  func fits(_ shape: Shape) -> Bool {
    switch self {
    case .site, .plot, .shared, .parcel, .building, .laneArea: !shape.polygons.isEmpty
    case .canal, .road, .lane, .walkway: !shape.polygons.isEmpty || !shape.lineStrings.isEmpty
    case .bank, .setback: !shape.lineStrings.isEmpty
    case .access: !shape.points.isEmpty
    case .house: !shape.polygons.isEmpty || shape.points.count == 1
    case .keep, .finding: true
    }
  }

  /// What to draw, for the remedy.
  var wantedShape: String {
    switch self {
    case .site, .plot, .shared, .parcel, .building, .laneArea: "an area (Polygon or MultiPolygon)"
    case .canal, .road, .lane, .walkway: "an area (Polygon), or a line (LineString) with width_m"
    case .bank, .setback: "a line (LineString)"
    case .access: "a point (Point)"
    case .house: "an area (Polygon), or one point (Point)"
    case .keep, .finding: "any shape"
    }
  }
}

extension SourceFeature {
  /// Notes a role that the shape cannot have.
  ///
  /// Where a person gave the role, that is a mistake to mend. Where a tag gave it, the tag means something else here
  /// (a `waterway` point is a gauge, an open `building` line a wall), and the feature has no role.
  mutating func requireFit() {
    guard let role, let shape, !role.fits(shape) else { return }
    guard found.isStated else {
      found.role = nil
      return
    }
    placement = .unusable(
      FeatureProblem(
        text: "a \(role.rawValue) cannot be a \(shape.kindName)",
        remedy: "draw a \(role.rawValue) as \(role.wantedShape)"))
  }
}

extension Shape {
  /// What it is in GeoJSON's words.
  var kindName: String {
    switch self {
    case .point: "Point"
    case .lineString: "LineString"
    case .polygon: "Polygon"
    case .multiPoint: "MultiPoint"
    case .multiLineString: "MultiLineString"
    case .multiPolygon: "MultiPolygon"
    case .collection: "GeometryCollection"
    case .empty: "geometry without positions"
    }
  }
}
