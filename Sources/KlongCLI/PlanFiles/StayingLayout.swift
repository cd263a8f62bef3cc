internal import Compliance
internal import Planning
internal import Settlement

/// What of an earlier plan can stay as it is, so that a change of one thing moves few homes.
struct StayingLayout {
  /// Plots, as long as they are found to be in order.
  private(set) var plots: Set<FeatureReference> = []
  /// Lanes, courts and walkways; none where the ways are laid anew.
  private(set) var ways: Set<FeatureReference> = []

  var references: Set<FeatureReference> { plots.union(ways) }

  /// Rules that say nothing against the plot at which they point, or that a new lane can mend.
  private static let mendable: Set = ["frontage", "reach", "plot-count", "number-order", "number-missing"]

  /// - Parameters:
  ///   - ground: with the plots that would give way.
  ///   - report: of the check of the files as they were given.
  ///   - keepsWays: whether the lanes between the plots stay with them.
  init(on ground: GivenGround, terms: PlanTerms, report: CheckReport, keepsWays: Bool) {
    let narrow = ground.earlierWays.contains { lane in
      let least = lane.use == .walkway ? terms.walkwayWidthMetres : terms.laneWidthMetres
      return lane.widthMetres.map { $0 < least - 0.01 } ?? false
    }
    guard !narrow, !terms.plotsMayReachIntoSetback else { return }
    plots = Set(ground.earlierPlots.filter { $0.fits(terms) }.map(\.reference))
    if keepsWays { ways = Set(ground.earlierWays.map(\.reference)) }
    for finding in report.report.findings
    where finding.verdict == .breach && !Self.mendable.contains(finding.rule.id) {
      remove(finding.feature)
      if report.edits[finding.feature] != nil, let other = finding.other { remove(other) }
    }
  }

  /// Without what an attempt found to be at fault; nil where it found nothing of this.
  func without(_ attempt: PlanAttempt) -> StayingLayout? {
    var fewer = self
    for (feature, _) in attempt.breaches() { fewer.remove(feature) }
    return fewer.references.count < references.count ? fewer : nil
  }

  private mutating func remove(_ feature: FeatureReference) {
    plots.remove(feature)
    ways.remove(feature)
  }
}

extension Plot {
  /// Whether it has the size that is asked for.
  fileprivate func fits(_ terms: PlanTerms) -> Bool {
    guard let frontageMetres, let depthMetres else { return false }
    return abs(frontageMetres - terms.plot.frontageMetres) < 0.01
      && abs(depthMetres - terms.plot.depthMetres) < 0.01
  }
}
