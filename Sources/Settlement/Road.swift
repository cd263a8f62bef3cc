public import Geometry

/// A road outside the settlement, drawn as an area or as a centre line with a width.
public struct Road: Hashable, Sendable {
  public var reference: FeatureReference
  public var name: String?
  public var area: [Polygon]
  public var centreline: [LineString]
  /// In metres, nil when nobody said.
  public var widthMetres: Double?
  /// False where `access` says no: one cannot come in from it.
  public var givesAccess: Bool

  public init(
    reference: FeatureReference, name: String? = nil, area: [Polygon] = [],
    centreline: [LineString] = [], widthMetres: Double? = nil, givesAccess: Bool = true
  ) {
    self.reference = reference
    self.name = name
    self.area = area
    self.centreline = centreline
    self.widthMetres = widthMetres
    self.givesAccess = givesAccess
  }
}

/// Where the site may be entered when no road is drawn.
public struct AccessPoint: Hashable, Sendable {
  public var reference: FeatureReference
  public var point: Point

  public init(reference: FeatureReference, point: Point) {
    self.reference = reference
    self.point = point
  }
}
