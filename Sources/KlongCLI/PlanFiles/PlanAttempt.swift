internal import Compliance
internal import Settlement

/// One plan, made on one reading of what stands fast, with the judgement of the independent checker on it.
struct PlanAttempt {
  let ground: GivenGround
  let file: PlanFile
  let report: CheckReport

  var plots: Int { file.header.outcome.measures.plots }

  /// The breaches of the findings on features that were passed through, by the feature's place in the input.
  func breaches() -> [(feature: FeatureReference, finding: Finding)] {
    let passed = file.intake.sources.flatMap(\.features).map(\.reference).filter { !ground.replaced.contains($0) }
    return report.report.findings.filter { $0.verdict == .breach }.compactMap { finding in
      passed.indices.contains(finding.feature.index) ? (passed[finding.feature.index], finding) : nil
    }
  }
}
