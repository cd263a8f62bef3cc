internal import Compliance
internal import JSON

/// A report made ready for programs: each finding with its identity, its line, and whether the run fails by it.
struct RankedReport {
  struct Item {
    let finding: Finding
    let identity: String
    /// Nil without a baseline.
    let state: FindingState?
    let fails: Bool
    /// The line of the file on which the feature begins.
    let line: Int
  }

  let report: CheckReport
  let items: [Item]
  /// Findings of the baseline that are no more.
  let ended: [JSONObject]
  let hasBaseline: Bool

  init(_ report: CheckReport, failing verdicts: Set<Verdict>, baseline: CheckBaseline?) {
    self.report = report
    let findings = report.report.findings
    let identities = FindingIdentities(findings, in: report.intake).all
    var lines: [String: [Int]] = [:]
    for source in report.intake.sources { lines[source.path] = source.collection.featureLines }
    items = zip(findings, identities).map { finding, identity in
      let state = baseline?.state(of: finding, identity: identity)
      let own = finding.feature.file.flatMap { lines[$0] } ?? []
      return Item(
        finding: finding, identity: identity, state: state,
        fails: verdicts.contains(finding.verdict) && state != .known,
        line: own.indices.contains(finding.feature.index) ? own[finding.feature.index] : 1)
    }
    ended = baseline?.ended(now: identities) ?? []
    hasBaseline = baseline != nil
  }

  var fails: Bool { items.contains(where: \.fails) }

  /// One line on the baseline; nil without one.
  var headline: String? {
    guard hasBaseline else { return nil }
    let counts = [(FindingState.new, "new"), (.worse, "worse"), (.known, "known")].map { state, word in
      "\(grouped(Double(items.count { $0.state == state }))) \(word)"
    }
    return "beside the baseline: "
      + (counts + ["\(grouped(Double(ended.count))) ended"]).joined(separator: ", ")
  }
}
