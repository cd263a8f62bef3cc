public import Regulations
public import Settlement

/// What a layout must be like.
public struct PlanRequest: Sendable {
  public var plot = PlotSize(frontageMetres: 4, depthMetres: 7)
  /// What the search may choose from; rows alone are what is drawn by hand today.
  public var patterns = Set(LayoutPattern.allCases)
  /// Several sizes in one plan, with wishes; empty when every plot is as large as ``plot``.
  public var sizes: [WantedPlots] = []
  /// Clear width of every lane, in metres.
  public var laneWidthMetres = 3.0
  /// Clear width of the public way beside the bank, in metres.
  public var walkwayWidthMetres = 3.0
  /// The longest row, in plots.
  public var rowMaximumUnits = 10
  /// What stays free beyond the end of a longest row, in metres.
  public var rowGapMetres = 4.0
  /// Rows may touch the ends of columns: free ground beyond a row's end is held along the row's own line alone.
  ///
  /// More plots, and stricter readings of the rule of the row are not met; strict by default.
  public var isRelaxed = false
  /// By how much frontage and depth may grow to take up a remnant, in metres.
  public var flexMetres = 0.0
  /// How much wider the plots at the ends of a row are where there is room, in metres.
  public var endLotMetres = 0.0
  /// A lane for vehicles of this width from the entrance along the site, in metres; nil for none.
  public var spineWidthMetres: Double?
  public var fireReach: FireReach?
  /// How far a public road may lie from the land and still be reached over the strip between, in metres.
  ///
  /// Nil for ``RoadGap/drawn``, and where no road is as near, the least of ``RoadGap/tried`` by which one comes in.
  public var roadGapMetres: Double?
  /// No new lane may end farther from its last fork than this, in metres; nil for no limit.
  ///
  /// Binds the lanes between the plots. The walkway and a spine run the whole site, and lanes that stay are not ours.
  public var deadEndMetres: Double?
  /// Places for everybody, such as a hall; each is put where it costs the fewest plots, near the middle.
  public var places: [WantedPlace] = []
  public var openSpace: OpenSpaceQuota?
  /// How many courts: 8 to 10 plots that look at open ground between them (facts/layout.md §4.3).
  ///
  /// The search takes as many times longer, so up to ``mostCourts``.
  public var courts = 0
  /// From front to front across a court, in metres.
  public var courtWidthMetres = 7.0
  /// How many households need a plot; nil when nobody said.
  public var households: Int?
  /// Plots may reach into the setback strip; only their buildings stay behind the line.
  public var plotsMayReachIntoSetback = false
  /// What the layout shall be good at besides having many plots.
  public var objective = PlanObjective()
  /// The plots are to be counted, and nothing else is asked.
  var isForCountAlone = false
  /// What blocks hold, kept for further plans on much the same ground; nil where none follows.
  var memory: BlockMemory?
  public var rules: RuleBook
  /// Ways of the plan in which the settlement's plots were decided; laid again where these plots need them.
  public var earlierWays: [Lane] = []
  /// Asked now and then; the engine stops with the best so far once it says true.
  public var isCancelled: @Sendable () -> Bool = { false }
  /// Told now and then which part of the search is done, from 0 to 1; from any thread, never two at once.
  public var progress: @Sendable (Double) -> Void = { _ in }

  public init(rules: RuleBook) { self.rules = rules }

  public static let mostCourts = 20
}

extension PlanRequest {
  /// What stays free beyond the end of a row that is shorter than the longest, in metres.
  ///
  /// From the rule book where it speaks of it, else as wide as the gap after a longest row.
  var sideGapMetres: Double {
    min(rules.rowLimits?.gapBesideShorterRowMetres ?? rowGapMetres, rowGapMetres)
  }

  /// The longest row in metres by the rule book; without one only the count binds.
  var rowMaximumMetres: Double { rules.rowLimits?.maximumLengthMetres ?? .infinity }

  /// The most plots that a row may have and still count as a shorter row.
  ///
  /// Fewer than the longest, and under its length in metres (MR 55 clause 49(2), by way of the rule book).
  func shortRowUnits(widthMetres: Double) -> Int {
    let byLength = rowMaximumMetres / widthMetres
    let longest = byLength < 1e6 ? Int((byLength - 1e-6).rounded(.down)) : rowMaximumUnits
    return max(1, min(rowMaximumUnits - 1, longest))
  }

  /// The most plots that any row may have.
  func longRowUnits(widthMetres: Double) -> Int {
    let byLength = rowMaximumMetres / widthMetres
    let longest = byLength < 1e6 ? Int((byLength + 1e-6).rounded(.down)) : rowMaximumUnits
    return max(1, min(rowMaximumUnits, longest))
  }
}
