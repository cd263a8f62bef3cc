public import Geometry

/// A piece of land for one household.
public struct Plot: Hashable, Sendable {
  public var reference: FeatureReference
  /// Stable name inside a plan, for programs.
  public var id: String?
  /// The number a resident reads, counted from the entrance along the lanes.
  public var number: Int?
  public var area: [Polygon]
  /// The side on the lane, in metres, as the plan states it.
  public var frontageMetres: Double?
  /// Square to the frontage, in metres, as the plan states it.
  public var depthMetres: Double?
  /// From the bank line to the nearest place where this plot may be built on, in metres.
  public var setbackMetres: Double?
  /// The row it is built in: plots of one row share walls.
  public var row: String?
  public var group: String?
  public var household: String?
  public var isLocked: Bool

  public init(
    reference: FeatureReference = .init(), id: String? = nil, number: Int? = nil, area: [Polygon],
    frontageMetres: Double? = nil, depthMetres: Double? = nil, setbackMetres: Double? = nil,
    row: String? = nil, group: String? = nil, household: String? = nil, isLocked: Bool = false
  ) {
    self.reference = reference
    self.id = id
    self.number = number
    self.area = area
    self.frontageMetres = frontageMetres
    self.depthMetres = depthMetres
    self.setbackMetres = setbackMetres
    self.row = row
    self.group = group
    self.household = household
    self.isLocked = isLocked
  }

  public var areaInSquareMetres: Double { area.reduce(0) { $0 + $1.areaInSquareMetres } }
}

/// The part of a plot that may be built on, where the rules ask for one.
public struct BuildingEnvelope: Hashable, Sendable {
  public var reference: FeatureReference
  /// The `id` of the plot it lies in.
  public var plot: String?
  public var area: [Polygon]

  public init(reference: FeatureReference = .init(), plot: String?, area: [Polygon]) {
    self.reference = reference
    self.plot = plot
    self.area = area
  }
}
