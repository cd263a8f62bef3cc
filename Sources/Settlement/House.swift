public import Geometry

/// A house as it stands today: a footprint, or a point when nobody has measured it.
public struct House: Hashable, Sendable {
  public var reference: FeatureReference
  public var footprint: [Polygon]
  /// Where it stands when no footprint is drawn.
  public var point: Point?
  public var houseNumber: String?
  public var storeys: Int?
  public var structure: String?
  /// It stays where it stands.
  public var isLocked: Bool

  public init(
    reference: FeatureReference, footprint: [Polygon] = [], point: Point? = nil,
    houseNumber: String? = nil, storeys: Int? = nil, structure: String? = nil, isLocked: Bool = false
  ) {
    self.reference = reference
    self.footprint = footprint
    self.point = point
    self.houseNumber = houseNumber
    self.storeys = storeys
    self.structure = structure
    self.isLocked = isLocked
  }

  /// The footprint or the point.
  public var shape: Shape {
    footprint.isEmpty ? point.map(Shape.point) ?? .empty(.point) : Shape(footprint)
  }
}
