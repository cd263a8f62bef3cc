public import Geometry

/// What must stay: a temple, a big tree, a pump, a pole.
public struct Keep: Hashable, Sendable {
  public var reference: FeatureReference
  public var name: String?
  public var shape: Shape
  /// Metres to leave free around it.
  public var clearanceMetres: Double

  public init(reference: FeatureReference, name: String? = nil, shape: Shape, clearanceMetres: Double = 0) {
    self.reference = reference
    self.name = name
    self.shape = shape
    self.clearanceMetres = clearanceMetres
  }
}

/// One of today's informal parcels, for re-blocking.
public struct Parcel: Hashable, Sendable {
  public var reference: FeatureReference
  public var area: [Polygon]

  public init(reference: FeatureReference, area: [Polygon]) {
    self.reference = reference
    self.area = area
  }
}
