public import JSON

/// A feature that is made rather than read.
public struct MadeFeature: Sendable, Hashable {
  public var id: FeatureID?
  /// In the order in which they are written.
  public var properties: JSONObject
  /// Nil for a feature without a place.
  public var geometry: FeatureGeometry?
  /// The decimals of its coordinates; 9 of a degree are 0.1 mm on the ground.
  public var decimals: Int

  public init(
    id: FeatureID? = nil, properties: JSONObject = [:], geometry: FeatureGeometry?, decimals: Int = 9
  ) {
    self.id = id
    self.properties = properties
    self.geometry = geometry
    self.decimals = decimals
  }
}
