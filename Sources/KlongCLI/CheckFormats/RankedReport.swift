internal import Compliance
internal import JSON
internal import Settlement

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
    let identities = FindingIdentities(report.report.findings, in: report.intake).all
    var lines: [String: [Int]] = [:]
    for source in report.intake.sources {
      lines[source.path] = source.whole?.lines ?? source.collection.featureLines
    }
    let ownLines = report.report.findings.map { finding in
      let own = finding.feature.file.flatMap { lines[$0] } ?? []
      return own.indices.contains(finding.feature.index) ? own[finding.feature.index] : 1
    }
    let report = report.namingFeaturesOfWholeFiles
    self.report = report
    items = zip(report.report.findings, zip(identities, ownLines)).map { finding, rest in
      let (identity, line) = rest
      let state = baseline?.state(of: finding, identity: identity)
      return Item(
        finding: finding, identity: identity, state: state,
        fails: verdicts.contains(finding.verdict) && state != .known, line: line)
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

extension CheckReport {
  /// The same with features named by their places in the whole files, where only some of them were read.
  fileprivate var namingFeaturesOfWholeFiles: CheckReport {
    var places: [String?: [Int]] = [:]
    for source in intake.sources { places[source.path] = source.whole?.indices }
    guard !places.isEmpty else { return self }
    func named(_ reference: FeatureReference) -> FeatureReference {
      guard let own = places[reference.file], own.indices.contains(reference.index) else { return reference }
      return FeatureReference(file: reference.file, index: own[reference.index], id: reference.id)
    }
    var copy = self
    for place in copy.report.findings.indices {
      let finding = copy.report.findings[place]
      copy.report.findings[place].feature = named(finding.feature)
      copy.report.findings[place].other = finding.other.map(named)
    }
    for place in copy.report.setbacks.indices {
      copy.report.setbacks[place].feature = named(copy.report.setbacks[place].feature)
    }
    return copy
  }
}
