internal import Compliance
internal import JSON
internal import Settlement

/// One plan, made on one reading of what stands fast, with the judgement of the independent checker on it.
struct PlanAttempt {
  let ground: GivenGround
  var file: PlanFile
  let report: CheckReport
  /// What is wrong with its order of building.
  var faults: [String] = []

  /// What to say of it besides, and what the header keeps of that.
  var notes: [String] = []

  /// How long the engine took.
  var layoutTime = Duration.zero

  var plots: Int { file.header.outcome.measures.plots }

  var breachCount: Int { report.report.summary.breaches }

  /// Breaches that have nothing to do with what a person changed.
  var faultCount: Int { breachCount - report.editFindings.count { $0.finding.verdict == .breach } }

  /// Whether it breaks fewer rules, or as many and has more plots.
  func isBetter(than other: PlanAttempt) -> Bool {
    (-breachCount, plots) > (-other.breachCount, other.plots)
  }

  /// The breaches of the findings on features that were passed through, by the feature's place in the input.
  func breaches() -> [(feature: FeatureReference, finding: Finding)] {
    let passed = file.intake.sources.flatMap(\.features).map(\.reference).filter {
      !ground.replaced.contains($0)
    }
    return report.report.findings.filter { $0.verdict == .breach }.compactMap { finding in
      passed.indices.contains(finding.feature.index) ? (passed[finding.feature.index], finding) : nil
    }
  }

  /// Adds a chapter to the header, which the checker does not judge.
  mutating func add(_ name: String, _ json: JSONObject, notes: [String]) {
    file.header.chapters[name] = .object(json)
    self.notes += notes
  }
}
