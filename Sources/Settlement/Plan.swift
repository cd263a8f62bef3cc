/// A layout: who may build where, and how one gets there.
public struct Plan: Hashable, Sendable {
  public var plots: [Plot] = []
  public var buildings: [BuildingEnvelope] = []
  /// Lanes, spines and walkways.
  public var lanes: [Lane] = []
  public var sharedPlaces: [SharedPlace] = []
  public var setbacks: [SetbackLine] = []

  public init() {}
}
