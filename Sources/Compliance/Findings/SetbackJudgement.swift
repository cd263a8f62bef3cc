public import Settlement

/// How one building stands to the water: the worst of all canals in reach.
public struct SetbackJudgement: Hashable, Sendable {
  public var feature: FeatureReference
  public var verdict: Verdict
  /// From the legal line to the nearest part of the building; 0 when it stands over the water, nil when no water is in reach.
  public var distanceMetres: Double?
  public var requiredMetres: Double?
  public var canal: String?
  public var isOverWater: Bool
}
