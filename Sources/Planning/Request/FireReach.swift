/// How far a plot may lie from a way that a fire engine can use.
///
/// South African settlement guidelines ask for 30 m from a gravel road or linked open space, or 90 m from a paved one,
/// where there are no hydrants (facts/layout.md §4.4, §7); no Thai figure was found.
public struct FireReach: Hashable, Sendable {
  /// The longest walk, in metres.
  public var reachMetres: Double
  /// The narrowest way that counts, in metres.
  public var widthMetres: Double

  public init(reachMetres: Double, widthMetres: Double) {
    self.reachMetres = reachMetres
    self.widthMetres = widthMetres
  }
}

/// How a layout keeps a fire reach.
public struct FireReachMeasure: Hashable, Sendable {
  public var asked: FireReach
  /// Plots whose walk is longer.
  public var plotsBeyond: Int
  /// The longest walk, in metres; nil without plots, or where a plot has none.
  public var farthestMetres: Double?
  /// Width of the spine that was laid for it, in metres; nil where none was.
  public var spineWidthMetres: Double?
  /// Plots that this spine cost.
  public var spineCostInPlots: Int
}
