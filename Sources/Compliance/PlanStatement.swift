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
  /// Rows are said to touch the ends of rows that stand square to them: told, and no breach.
  public var isRelaxed = false
  /// The sizes that plots are said to have, where there are several.
  public var plotSizes: [StatedPlotSize] = []
  /// By how much plots may be larger than said, and those at the ends of rows wider still, in metres.
  public var flexMetres: Double?
  public var endLotMetres: Double?
  /// The longest walk from a way of ``fireWidthMetres`` to a plot that was asked for.
  public var fireReachMetres: Double?
  public var fireWidthMetres: Double?
  /// How far from its last fork a lane is said to end at most, in metres.
  public var deadEndMetres: Double?
  /// How many courts it was asked for.
  public var courts = 0
  /// Places that the plan was asked for, each with its square metres.
  public var places: [StatedPlace] = []
  /// How much open ground it was asked for, in square metres.
  public var openSquareMetres: Double?
  /// How wide a strip between the land and a public road people are said to cross, in metres.
  public var roadGapMetres: Double?
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

/// A size that plots of a plan are said to have, in metres.
public struct StatedPlotSize: Hashable, Sendable {
  public var frontageMetres: Double
  public var depthMetres: Double

  public init(frontageMetres: Double, depthMetres: Double) {
    self.frontageMetres = frontageMetres
    self.depthMetres = depthMetres
  }
}

/// A place for everybody that a plan was asked for.
public struct StatedPlace: Hashable, Sendable {
  public var use: String
  public var squareMetres: Double

  public init(use: String, squareMetres: Double) {
    self.use = use
    self.squareMetres = squareMetres
  }
}
