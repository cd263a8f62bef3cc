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
      return try layOut(settlement, request)
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

  private static func layOut(_ settlement: Settlement, _ request: PlanRequest) throws -> PlanOutcome {
    try request.requireUsable()
    let rules = LayoutRules(request)
    let connected = try Connector(ground: Ground(settlement, request: request), rules: rules).connected()
    let ground = try DecidedAccess(ground: connected, rules: rules, request: request).granted()
    var found = try found(on: ground, rules, request)
    var notes: [String] = []
    if let width = request.spineWidthMetres {
      if let better = try bestSpine(width, on: ground, rules, request, than: nil) {
        found = better
      } else {
        notes.append("no spine of this width could be led from an entrance along the site")
      }
    }
    var cost = 0
    if request.spineWidthMetres == nil, let reach = request.fireReach, let plain = found,
      let better = try bestSpine(reach.widthMetres, on: ground, rules, request, than: plain)
    {
      cost = plain.worth.plots - better.worth.plots
      found = better
    }
    guard let found else { throw PlanningError.cancelled }
    if found.layout.plots == 0, found.unserved > 0, ground.decided.isEmpty, ground.houses.isEmpty {
      throw PlanningError.noWayIn(plots: found.unserved, laneMetres: request.laneWidthMetres)
    }
    var finishing = Finishing(ground: found.ground, request: request)
    var outcome = try finishing.outcome(
      found.layout, notes: notes + found.notes, isPartial: request.isCancelled())
    outcome.measures.fireReach?.spineCostInPlots = cost
    return outcome
  }

  /// A proved layout and the ground on which it was found.
  private struct Found {
    var ground: Ground
    var layout: DrawnLayout
    var notes: [String]
    var worth: PlotWorth
    /// What the objective makes of it, in scores of the search.
    var score: Int
    /// How many plots no way reached.
    var unserved: Int
  }

  /// Nil when the engine was stopped before there was one.
  private static func found(
    on ground: Ground, _ rules: LayoutRules, _ request: PlanRequest
  ) throws -> Found? {
    let drawing = LayoutDrawing(ground: ground, rules: rules, request: request)
    let proof = LayoutProof(ground: ground, request: request, rules: rules)
    let parts = try LandSearch(ground: ground, rules: rules, request: request).filled()
    var best: Found?
    for choice in choices(parts) where best == nil || !request.isCancelled() {
      // What the search found is the most that can be proved.
      let counts = choice.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
      let promised = choice.reduce(0) { $0 + $1.worth(request.objective) }
      if let best, (request.worth(counts).met, promised) <= (best.worth.met, best.score) { continue }
      let chosen = choice.reduced(to: request.objective.enoughPlots)
      let found = try proof.proved(drawing.draw(chosen))
      let lost = chosen.reduce(0) { $0 + $1.plots } - found.layout.plots
      let (worth, score) = (request.worth(found.layout.counts), promised - lost * BaySearch.plotScore)
      if let best, (worth.met, score) <= (best.worth.met, best.score) { continue }
      best = Found(
        ground: ground, layout: found.layout, notes: found.notes, worth: worth, score: score,
        unserved: found.unserved)
    }
    return best
  }

  /// The best layout with a spine: the fewest plots beyond the fire reach, if one is asked for, then the most plots.
  ///
  /// - Parameter plain: a layout without a spine, which it must beat; nil where a spine is asked for.
  private static func bestSpine(
    _ width: Double, on ground: Ground, _ rules: LayoutRules, _ request: PlanRequest, than plain: Found?
  ) throws -> Found? {
    func beyond(_ found: Found) throws -> Int {
      try request.fireReach.map {
        try FireWalks(ground: found.ground, request: request, asked: $0).measure(found.layout).plotsBeyond
      } ?? 0
    }
    var best: Found?
    var fewest = try plain.map(beyond) ?? .max
    if fewest == 0 { return nil }
    for candidate in try SpineCandidates(ground: ground, request: request, widthMetres: width).grounds() {
      if request.isCancelled() { break }
      guard let found = try found(on: candidate, rules, request) else { break }
      let count = try beyond(found)
      guard count < fewest || (count == fewest && best.map { found.worth > $0.worth } ?? false) else {
        continue
      }
      (best, fewest) = (found, count)
    }
    return best
  }

  /// Every part its best way first, then all their second best, and so on.
  private static func choices(_ parts: [[FilledPart]]) -> [[FilledPart]] {
    (0..<max(1, parts.map(\.count).max() ?? 0)).map { rank in
      parts.compactMap { $0.isEmpty ? nil : $0[min(rank, $0.count - 1)] }
    }
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
      ("fire reach", fireReach?.reachMetres ?? 30, 1.0...10_000),
      ("width for fire engines", fireReach?.widthMetres ?? 4, 1.0...50),
    ] where !range.contains(metres) {
      throw .unusableSize("the \(name) must lie between \(range.lowerBound) and \(range.upperBound) m")
    }
    guard (1...1000).contains(rowMaximumUnits) else {
      throw .unusableSize("the longest row must have between 1 and 1000 plots")
    }
  }
}
