public import Geometry

/// What a layout shall be good at besides having many plots.
///
/// Each weight says how much of a plot's worth something costs; the search adds the costs up block by block. Without
/// weights the most plots are best, and of as many the fewest lanes.
public struct PlanObjective: Hashable, Sendable {
  /// Plots that a square metre of lane must bring. 0.05 lays no lane of 20 m² for a single plot.
  public var plotsPerLaneSquareMetre = 0.0
  /// Plots that a square metre of ground must bring to be built on; where it brings fewer it stays open.
  public var plotsPerGroundSquareMetre = 0.0
  /// Places near which plots are worth more, such as today's houses or the entrances.
  public var places: [Point] = []
  /// What of a plot's worth is lost for each metre to the nearest of these places.
  public var plotsPerMetreFromPlaces = 0.0
  /// This many plots are enough: beyond them the blocks that are worth least stay open ground. Nil takes all.
  public var enoughPlots: Int?
  /// Houses to which the search may leave their ground. Which houses stay is chosen so; what is drawn keeps them locked.
  var keepable: KeepableHouses?

  public init() {}

  /// Nothing counts but plots.
  var isPlain: Bool { self == PlanObjective() }
}
