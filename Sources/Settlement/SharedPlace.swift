public import Geometry

/// Land for everybody: a yard, a hall, a playground.
public struct SharedPlace: Hashable, Sendable {
  public var reference: FeatureReference
  /// What it is for: `open`, `hall`, …
  public var use: String?
  public var area: [Polygon]
  public var isLocked: Bool

  public init(
    reference: FeatureReference = .init(), use: String? = nil, area: [Polygon], isLocked: Bool = false
  ) {
    self.reference = reference
    self.use = use
    self.area = area
    self.isLocked = isLocked
  }
}

/// The line up to which nothing may be built, with the rule that draws it.
public struct SetbackLine: Hashable, Sendable {
  public var reference: FeatureReference
  public var line: LineString
  public var requiredMetres: Double
  public var clause: String
  public var canal: String?

  public init(
    reference: FeatureReference = .init(), line: LineString, requiredMetres: Double, clause: String,
    canal: String? = nil
  ) {
    self.reference = reference
    self.line = line
    self.requiredMetres = requiredMetres
    self.clause = clause
    self.canal = canal
  }
}
