internal import Compliance
internal import JSON
internal import Settlement

extension HandEdit {
  /// As a report names it.
  var words: String {
    switch self {
    case .changed: "moved or reshaped by hand"
    case .renumbered: "numbered anew by hand"
    case .locked: "locked"
    case .drawn: "drawn by hand"
    }
  }
}

extension CheckReport {
  /// What is wrong with, or beside, a feature that a person drew, changed or locked. Recommendations are left out.
  var editFindings: [(finding: Finding, edit: HandEdit)] {
    report.findings.filter { $0.verdict != .norm && $0.verdict != .exempt }.compactMap { finding in
      let edit = edits[finding.feature] ?? finding.other.flatMap { edits[$0] }
      return edit.map { (finding, $0) }
    }
  }
}

extension GivenGround {
  /// What was kept, and which of it breaks which rule, in lines for people.
  func editLines(_ report: CheckReport) -> [String] {
    var lines: [String] = []
    if !edits.isEmpty, !kept.isEmpty {
      let parts = countsOfEdits.map { "\($0.count) \($0.edit.words)" }
      lines.append("\(counted(kept.count, "feature")) kept: \(parts.joined(separator: ", "))")
    }
    if !deletedNumbers.isEmpty {
      let numbers = deletedNumbers.prefix(Self.mostNumbers).map(String.init).joined(separator: ", ")
      let rest = deletedNumbers.count > Self.mostNumbers ? ", …" : ""
      lines.append(
        "\(counted(deletedNumbers.count, "plot")) taken out by hand (\(numbers)\(rest)): the ground is planned "
          + "anew; draw a shared place there (kind = shared) to keep it free")
    }
    let findings = report.editFindings
    for (finding, edit) in findings.prefix(Self.mostFindings) {
      lines.append(
        "your edit: \(finding.feature.place), \(edit.words): \(finding.rule.title): \(finding.message)")
    }
    if findings.count > Self.mostFindings {
      lines.append("your edits: \(findings.count - Self.mostFindings) more in klong.edits of the plan")
    }
    return lines
  }

  private static let mostNumbers = 10
  private static let mostFindings = 8

  private var countsOfEdits: [(edit: HandEdit, count: Int)] {
    let own = kept.compactMap { edits[$0] }
    return [HandEdit.changed, .renumbered, .locked, .drawn].map { edit in (edit, own.count { $0 == edit }) }
      .filter { $0.count > 0 }
  }

  /// `klong.edits`: what was kept and what is wrong with it; nil where nobody edited anything.
  func editsJSON(_ report: CheckReport) -> JSONObject? {
    guard !(edits.isEmpty || kept.isEmpty) || !deletedNumbers.isEmpty else { return nil }
    var json: JSONObject = ["kept": .count(kept.count)]
    for (edit, count) in countsOfEdits { json[edit.rawValue] = .count(count) }
    json["deleted_numbers"] = .array(deletedNumbers.map { .count($0) })
    json["findings"] = .array(
      report.editFindings.map { finding, edit in
        .object([
          "feature": .count(finding.feature.index), "id": finding.feature.id.map(JSONValue.string) ?? .null,
          "subject": .string(finding.subject), "edit": .string(edit.rawValue),
          "rule": .string(finding.rule.id), "clause": .string(finding.rule.clause),
          "verdict": .string(finding.verdict.rawValue), "message": .string(finding.message),
          "remedy": .string(finding.remedy),
        ])
      })
    return json
  }
}

extension FeatureReference {
  /// Without the file: the plan that is being written.
  fileprivate var place: String { id.map { "feature \(index) (id \($0))" } ?? "feature \(index)" }
}
