public import Geometry

/// A settlement as it is given: land, water, ways, houses and what must stay, all in metres on one plane.
public struct Settlement: Hashable, Sendable {
  /// Land that may be planned.
  public var site: [Polygon] = []
  public var canals: [Canal] = []
  public var banks: [BankLine] = []
  public var roads: [Road] = []
  public var accessPoints: [AccessPoint] = []
  /// Existing lanes and walkways.
  public var lanes: [Lane] = []
  public var houses: [House] = []
  public var keeps: [Keep] = []
  public var parcels: [Parcel] = []
  /// Plots and shared places already decided.
  public var plots: [Plot] = []
  public var sharedPlaces: [SharedPlace] = []

  public init() {}
}
