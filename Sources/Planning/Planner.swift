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
    let drawing = LayoutDrawing(ground: ground, rules: rules, request: request)
    let proof = LayoutProof(ground: ground, request: request, rules: rules)
    let parts = try LandSearch(ground: ground, rules: rules, request: request).filled()
    var best: (layout: DrawnLayout, notes: [String])?
    for choice in choices(parts) where best == nil || !request.isCancelled() {
      // What the search found is the most that can be proved.
      guard choice.reduce(0, { $0 + $1.plots }) > best?.layout.plots ?? -1 else { continue }
      let found = try proof.proved(drawing.draw(choice))
      if found.layout.plots > best?.layout.plots ?? -1 { best = found }
    }
    guard let best else { throw PlanningError.cancelled }
    var finishing = Finishing(ground: ground, request: request)
    return try finishing.outcome(best.layout, notes: best.notes, isPartial: request.isCancelled())
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
    for (name, metres, range) in [
      ("plot frontage", plot.frontageMetres, 1.0...100), ("plot depth", plot.depthMetres, 1.0...200),
      ("lane width", laneWidthMetres, 0.5...50), ("walkway width", walkwayWidthMetres, 0.5...50),
      ("row gap", rowGapMetres, 0.0...50),
    ] where !range.contains(metres) {
      throw .unusableSize("the \(name) must lie between \(range.lowerBound) and \(range.upperBound) m")
    }
    guard (1...1000).contains(rowMaximumUnits) else {
      throw .unusableSize("the longest row must have between 1 and 1000 plots")
    }
  }
}
