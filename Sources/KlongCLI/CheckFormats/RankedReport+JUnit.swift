internal import Compliance
internal import Settlement

extension RankedReport {
  /// JUnit XML as Jenkins and GitLab read it: a case for each finding, and one for each building without any.
  func writeJUnit(to put: (String) throws -> Void) rethrows {
    let kept = buildingsWithoutFinding
    let (failures, skipped) = (items.count(where: \.fails), items.count { !$0.fails && $0.isSkipped })
    let counts =
      "tests=\"\(items.count + kept.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\""
    try put(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="klong check" \(counts)>
      <testsuite name="\(XML.text(report.book.id))" \(counts)>

      """)
    for item in items { try put(item.junit) }
    for building in kept {
      try put("<testcase classname=\"setback\" name=\"\(XML.text("\(building)"))\"/>\n")
    }
    try put("</testsuite>\n</testsuites>\n")
  }

  /// In the order of the files.
  private var buildingsWithoutFinding: [FeatureReference] {
    let found = Set(items.map(\.finding.feature))
    let kept = report.report.setbacks.map(\.feature).filter { !found.contains($0) } + report.passed
    let order = Dictionary(
      report.intake.sources.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ reference: FeatureReference) -> Int { reference.file.flatMap { order[$0] } ?? 0 }
    return kept.sorted { (place($0), $0.index) < (place($1), $1.index) }
  }
}

extension RankedReport.Item {
  /// What cannot be judged, and what was known before.
  fileprivate var isSkipped: Bool { finding.verdict != .norm }

  fileprivate var junit: String {
    let name = "\(finding.feature): \(finding.subject)" + (finding.canal.map { " beside \($0)" } ?? "")
    let head = "<testcase classname=\"\(XML.text(finding.rule.id))\" name=\"\(XML.text(name))\""
    let message = XML.text(finding.message)
    if fails {
      let body = XML.text("\(finding.rule.clause). \(finding.remedy)")
      let type = finding.verdict.rawValue
      return "\(head)><failure type=\"\(type)\" message=\"\(message)\">\(body)</failure></testcase>\n"
    }
    if isSkipped {
      let why = state == .known ? "known since the baseline: " : "\(finding.verdict.rawValue): "
      return "\(head)><skipped message=\"\(why)\(message)\"/></testcase>\n"
    }
    return "\(head)><system-out>\(message)</system-out></testcase>\n"
  }
}

/// Text in XML 1.0.
enum XML {
  /// For content and for attributes; what XML cannot hold becomes U+FFFD.
  static func text(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
        escaped.unicodeScalars.append(scalar)
      default: escaped += "\u{FFFD}"
      }
    }
    return escaped
  }
}
