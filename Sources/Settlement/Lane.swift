public import Geometry

/// Ground to walk or drive on inside the settlement.
public struct Lane: Hashable, Sendable {
  public enum Use: String, Hashable, Sendable {
    /// A path between houses.
    case lane
    /// The lane that a vehicle can use.
    case spine
    /// Open ground on which the plots round it front.
    case court
    /// The public way beside the bank.
    case walkway
  }

  public var reference: FeatureReference
  public var use: Use
  public var area: [Polygon]
  /// The centre line where the lane was drawn as one.
  public var centreline: [LineString]
  /// Width in metres, nil when it was drawn as an area without a figure.
  public var widthMetres: Double?
  /// It stays as it is.
  public var isLocked: Bool

  public init(
    reference: FeatureReference = .init(), use: Use = .lane, area: [Polygon] = [],
    centreline: [LineString] = [], widthMetres: Double? = nil, isLocked: Bool = false
  ) {
    self.reference = reference
    self.use = use
    self.area = area
    self.centreline = centreline
    self.widthMetres = widthMetres
    self.isLocked = isLocked
  }
}
