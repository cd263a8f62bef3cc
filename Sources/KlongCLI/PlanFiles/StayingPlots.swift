internal import Compliance
internal import Planning
internal import Settlement

/// The plots of an earlier plan that can stay as they are, so that a change of one thing moves few homes.
struct StayingPlots {
  /// As long as they are found to be in order, these stay.
  private(set) var references: Set<FeatureReference>

  /// Rules that say nothing against the plot at which they point, or that a new lane can mend.
  private static let mendable: Set = ["frontage", "reach", "plot-count", "number-order", "number-missing"]

  /// - Parameters:
  ///   - ground: with the plots that would give way.
  ///   - report: of the check of the files as they were given.
  init(on ground: GivenGround, terms: PlanTerms, report: CheckReport) {
    let own = ground.earlierPlots.filter { $0.fits(terms) }
    let narrow = ground.earlierWays.contains { lane in
      let least = lane.use == .walkway ? terms.walkwayWidthMetres : terms.laneWidthMetres
      return lane.widthMetres.map { $0 < least - 0.01 } ?? false
    }
    references = narrow || terms.plotsMayReachIntoSetback ? [] : Set(own.map(\.reference))
    for finding in report.report.findings
    where finding.verdict == .breach && !Self.mendable.contains(finding.rule.id) {
      references.remove(finding.feature)
      if report.edits[finding.feature] != nil, let other = finding.other { references.remove(other) }
    }
  }

  /// Without the plots that an attempt found to be at fault; nil where it found none of them.
  func without(_ attempt: PlanAttempt) -> StayingPlots? {
    var fewer = self
    for (feature, _) in attempt.breaches() {
      fewer.references.remove(feature)
    }
    return fewer.references.count < references.count ? fewer : nil
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
