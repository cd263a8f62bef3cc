import GEOS
import Geometry
public import Settlement

/// Lays out plots, lanes and a walkway on a settlement's land.
///
/// A pure function of its input: the same settlement and request give the same plan.
///
///     let request = PlanRequest(rules: book)
///     let outcome = try Planner.plan(settlement, request)
///     print(outcome.measures.plots, "of at most", outcome.bound)
public enum Planner {
  /// - Throws: ``PlanningError``.
  public static func plan(_ settlement: Settlement, _ request: PlanRequest) throws(PlanningError)
    -> PlanOutcome
  {
    do {
      return try reaching(settlement, request)
    } catch let error as PlanningError {
      throw error
    } catch let error as GEOSError {
      throw .shape("the shapes could not be worked with: \(error)")
    } catch let error as InvalidShape {
      throw .shape("a shape came out unusable: \(error)")
    } catch {
      throw .shape("\(error)")
    }
  }

  /// How many plots a plan would have: quicker than the plan, as no bound is looked for.
  ///
  /// Where rows may touch the ends of others, the strict layout is not tried besides.
  /// - Parameter soFar: whether the plots that were found count where the engine was stopped.
  /// - Returns: nil when the engine was stopped.
  /// - Throws: ``PlanningError``.
  public static func plots(
    _ settlement: Settlement, _ request: PlanRequest, soFar: Bool = false
  ) throws(PlanningError) -> Int? {
    var request = request
    request.isForCountAlone = true
    let outcome = try plan(settlement, request)
    return outcome.isPartial && !soFar ? nil : outcome.measures.plots
  }

  /// Where no road touches the land, or by too little, people may have to cross a strip beside it.
  private static func reaching(_ settlement: Settlement, _ request: PlanRequest) throws -> PlanOutcome {
    do {
      return try layOut(settlement, request)
    } catch let error as PlanningError where error.isForLackOfAWayIn && request.roadGapMetres == nil {
      for gap in RoadGap.tried where !request.isCancelled() {
        var wider = request
        wider.roadGapMetres = gap
        do {
          var outcome = try layOut(settlement, wider)
          outcome.roadGapMetres = gap
          outcome.notes.append(
            "no public road touches the land by as much as a lane: the plan supposes that people may cross up to "
              + "\(Int(gap)) m of ground between the land and the road; draw the road where it is, or agree on the crossing"
          )
          return outcome
        } catch let error as PlanningError where error.isForLackOfAWayIn {
          continue
        }
      }
      throw request.isCancelled() ? PlanningError.cancelled : error
    }
  }

  private static func layOut(_ settlement: Settlement, _ request: PlanRequest) throws -> PlanOutcome {
    try request.requireUsable()
    var request = request
    // Each of these is searched for again and again on nearly the same ground.
    if request.spineWidthMetres != nil || request.fireReach != nil || request.courts > 0 {
      request.memory = request.memory ?? BlockMemory()
    }
    let ground = try connectedGround(settlement, request)
    guard let found = try LayoutSearch(ground: ground, request: request).best() else {
      throw PlanningError.cancelled
    }
    if found.layout.plots == 0, ground.decided.isEmpty, ground.houses.isEmpty {
      // First: what was found in too short a time says nothing of the land.
      if request.isCancelled() { throw PlanningError.cancelled }
      if found.unserved > 0 {
        throw PlanningError.noWayIn(plots: found.unserved, laneMetres: request.laneWidthMetres)
      }
    }
    let grown = try RowGrowth(ground: found.ground, request: request).grown(found.layout)
    let isPartial = request.isCancelled()
    // Neither knows of the other: along kilometres of canal each takes about a second.
    let (finished, bounds) = Parallel.both(
      { [request] in
        Result {
          try Finishing(ground: found.ground, request: request).outcome(
            grown.layout, notes: found.notes + grown.notes, isPartial: isPartial)
        }
      },
      { [request] in
        Result {
          request.isForCountAlone
            ? []
            : try PlotBounds(ground: found.ground, request: request.withSmallestPlot).all(isQuick: isPartial)
        }
      })
    var outcome = try finished.get()
    outcome.bounds = try bounds.get()
    outcome.measures.fireReach?.spineCostInPlots = found.spineCost
    outcome.measures.courts?.costInPlots = found.courtCost
    return outcome
  }

  /// The land of a settlement as the search sees it, each part with a way to it.
  static func connectedGround(_ settlement: Settlement, _ request: PlanRequest) throws -> Ground {
    let rules = LayoutRules(request)
    let connected = try Connector(ground: Ground(settlement, request: request), rules: rules).connected()
    return try DecidedAccess(ground: connected, rules: rules, request: request).granted()
  }
}

extension PlanRequest {
  /// Refuses sizes that no plot or lane can have.
  func requireUsable() throws(PlanningError) {
    let plots = ([plot] + sizes.map(\.size)).flatMap {
      [("plot frontage", $0.frontageMetres, 1.0...100), ("plot depth", $0.depthMetres, 1.0...200)]
    }
    for (name, metres, range) in plots + [
      ("lane width", laneWidthMetres, 0.5...50), ("walkway width", walkwayWidthMetres, 0.5...50),
      ("row gap", rowGapMetres, 0.0...50), ("spine width", spineWidthMetres ?? 4, 2.0...50),
      ("flex", flexMetres, 0.0...50), ("extra width of end lots", endLotMetres, 0.0...50),
      ("court width", courtWidthMetres, 2.0...50),
      ("longest dead end", deadEndMetres ?? 40, 5.0...10_000),
      ("fire reach", fireReach?.reachMetres ?? 30, 1.0...10_000),
      ("width for fire engines", fireReach?.widthMetres ?? 4, 1.0...50),
    ] where !range.contains(metres) {
      throw .unusableSize("the \(name) must lie between \(range.lowerBound) and \(range.upperBound) m")
    }
    guard (0...PlanRequest.mostCourts).contains(courts) else {
      throw .unusableSize("a plan may have up to \(PlanRequest.mostCourts) courts")
    }
    guard courts == 0 || sizes.isEmpty else {
      throw .unusableSize("courts are laid out for plots of one size only")
    }
    guard (1...1000).contains(rowMaximumUnits) else {
      throw .unusableSize("the longest row must have between 1 and 1000 plots")
    }
  }
}
