public import Settlement

/// A layout with its measures and how near it is to the best possible.
public struct PlanOutcome: Sendable {
  public var plan: Plan
  public var measures: PlanMeasures
  /// Numbers of plots that no plan of this size can pass, each by name.
  public var bounds: [PlotBound]
  /// What a planner should know: land that could not be planned, plots taken out again, and why.
  public var notes: [String]
  /// Land that could not be planned: no plot has room there.
  public var unplanned: [UnplannedGround] = []
  /// How wide a strip beside the road people have to cross, in metres, where the plan supposes one; see ``RoadGap``.
  public var roadGapMetres: Double?
  /// True when the engine was stopped and this is the best so far.
  public var isPartial: Bool

  public init(
    plan: Plan, measures: PlanMeasures, bounds: [PlotBound], notes: [String] = [], isPartial: Bool = false
  ) {
    self.plan = plan
    self.measures = measures
    self.bounds = bounds
    self.notes = notes
    self.isPartial = isPartial
  }

  /// The tightest of the bounds that hold for every layout.
  public var bound: Int { bounds.filter(\.isGeneral).map(\.plots).min() ?? 0 }

  /// No layout can have more plots.
  public var isOptimal: Bool { measures.plots >= bound }

  /// How far the plan may be from the best possible: (bound − plots) / bound.
  public var gap: Double {
    bound > 0 ? Double(bound - measures.plots) / Double(bound) : 0
  }
}

/// What geometry says of a layout.
public struct PlanMeasures: Hashable, Sendable {
  /// New ones and those that were decided before.
  public var plots = 0
  public var households: Int?
  /// Households without a plot.
  public var missing: Int? { households.map { max(0, $0 - plots) } }
  public var siteSquareMetres = 0.0
  public var buildableSquareMetres = 0.0
  public var plotSquareMetres = 0.0
  public var laneSquareMetres = 0.0
  public var walkwaySquareMetres = 0.0
  public var sharedSquareMetres = 0.0
  public var fireReach: FireReachMeasure?
  /// Places and open space that were asked for.
  public var quotas: [MetQuota] = []
  public var courts: CourtMeasure?
  /// New plots of each size, where several were asked for.
  public var plotsBySize: [PlotsOfSize] = []

  public init() {}
}

/// How many plots of a size there are, and were wished for.
public struct PlotsOfSize: Hashable, Sendable {
  public var wanted: WantedPlots
  public var plots: Int
  /// Wished for and not found room for.
  public var missing: Int { max(0, (wanted.count ?? 0) - plots) }
}

/// Courts that were asked for, and what came of it.
public struct CourtMeasure: Hashable, Sendable {
  public var wanted: Int
  public var courts: Int
  /// Plots that the layout has less than the one without courts.
  public var costInPlots: Int
}

/// A number of plots that no plan can pass.
public struct PlotBound: Hashable, Sendable {
  public var name: String
  public var plots: Int
  /// What it holds for, in a sentence.
  public var meaning: String
  /// The layouts for which it holds, where not for all.
  public var family: String?

  /// Holds for every layout that the rules allow.
  public var isGeneral: Bool { family == nil }
}
