internal import Compliance

extension RankedReport {
  /// Workflow commands that GitHub shows beside the lines of a change, the failing ones first.
  ///
  /// GitHub shows ten of each kind in a step; the notice at the end has the count.
  func writeAnnotations(to put: (String) throws -> Void) rethrows {
    for item in items where item.fails { try put(item.annotation + "\n") }
    for item in items where !item.fails { try put(item.annotation + "\n") }
    let headlines = [report.headline, headline].compactMap { $0 }.joined(separator: "; ")
    try put("::notice title=klong check::\(GitHub.text(headlines))\n")
  }
}

extension RankedReport.Item {
  fileprivate var annotation: String {
    let kind =
      fails ? "error" : [.tooClose, .unknown, .breach].contains(finding.verdict) ? "warning" : "notice"
    let known = state == .known ? "known: " : ""
    let file = finding.feature.file.map { "file=\(GitHub.property($0)),line=\(line)," } ?? ""
    return
      "::\(kind) \(file)title=\(GitHub.property("\(known)\(finding.rule.title)"))::\(GitHub.text(finding.message))"
  }
}

/// Escapes of GitHub's workflow commands (actions/toolkit, command.ts).
enum GitHub {
  static func text(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  static func property(_ text: String) -> String {
    Self.text(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
