/// What a plan claims of itself; each claim is held against the drawing.
public struct PlanStatement: Hashable, Sendable {
  /// The size that every plot is said to have.
  public var plotFrontageMetres: Double?
  public var plotDepthMetres: Double?
  /// The narrowest that a lane is said to be.
  public var laneWidthMetres: Double?
  public var walkwayWidthMetres: Double?
  /// The longest row, in units and in metres, and the gap after it.
  public var rowMaximumUnits: Int?
  public var rowMaximumMetres: Double?
  public var rowGapMetres: Double?
  /// How many plots there are said to be.
  public var plots: Int?
  /// Whether the numbers of every row are said to run on; not where plots were kept with their numbers.
  public var numbersRunOn = true

  public init(
    plotFrontageMetres: Double? = nil, plotDepthMetres: Double? = nil, laneWidthMetres: Double? = nil,
    walkwayWidthMetres: Double? = nil, rowMaximumUnits: Int? = nil, rowMaximumMetres: Double? = nil,
    rowGapMetres: Double? = nil, plots: Int? = nil
  ) {
    self.plotFrontageMetres = plotFrontageMetres
    self.plotDepthMetres = plotDepthMetres
    self.laneWidthMetres = laneWidthMetres
    self.walkwayWidthMetres = walkwayWidthMetres
    self.rowMaximumUnits = rowMaximumUnits
    self.rowMaximumMetres = rowMaximumMetres
    self.rowGapMetres = rowGapMetres
    self.plots = plots
  }
}
