internal import Compliance
internal import Regulations

extension CheckReport {
  /// The report for people: what is broken first, then what cannot be told, then recommendations by rule.
  func page(width: Int) -> Page {
    var page = Page(width: width)
    page.title(headline)
    page.line("judged by \(book.id), \(book.edition): \(book.title)")
    if book.isUnverified { page.line("no rule of this book was compared with the gazette: NOT VERIFIED") }
    if let plane = intake.plane { page.line("measured on \(plane.system.name), \(plane.system.title)") }
    for note in notes { page.line("note: \(note)") }
    if let loss {
      page.title("The bank that moved")
      page.line(loss.headline)
      for line in loss.lines(most: Page.mostEntries) { page.line(line) }
    }
    for move in moves { move.write(to: &page) }
    if !isPlan { SetbackSums(report.setbacks).write(to: &page) }
    for (verdict, title) in Self.sections { section(verdict, title, in: &page) }
    norms(in: &page)
    return page
  }

  /// One line: how many were checked and what came of it.
  var headline: String {
    let relaxed =
      relaxedEnds > 0
      ? ", relaxed: \(counted(relaxedEnds, "row end")) nearer than the rule of the row asks" : ""
    return summary.headline(isPlan: isPlan, isReblocking: isReblocking) + relaxed
  }

  /// Row ends that stand nearer than the rule asks, in a plan that says so.
  var relaxedEnds: Int { report.findings.count { $0.rule.id == RuleCitation.relaxedRowEnds } }

  private static let sections: [(Verdict, String)] = [
    (.breach, "Broken"), (.tooClose, "Nearer to the limit than the data can tell"),
    (.unknown, "Cannot be told"), (.exempt, "Exempt"),
  ]

  private func section(_ verdict: Verdict, _ title: String, in page: inout Page) {
    let own = report.findings.filter { $0.verdict == verdict }
    for (rule, findings) in byRule(own) {
      page.title("\(title): \(rule.title), \(grouped(Double(findings.count)))")
      page.line(rule.standing)
      let worst = findings.sorted { ($0.shortfall, 0) > ($1.shortfall, 0) }
      for finding in worst.prefix(Page.mostEntries) {
        page.line("\(name(finding)): \(finding.message)")
        if verdict != .exempt, !finding.remedy.isEmpty {
          page.line("what to do: \(finding.remedy)", indent: 6)
        }
      }
      let rest = findings.count - Page.mostEntries
      if rest > 0 { page.line("and \(grouped(Double(rest))) more; --format json lists them") }
    }
  }

  private func norms(in page: inout Page) {
    let own = report.findings.filter { $0.verdict == .norm }
    guard !own.isEmpty else { return }
    page.title("Recommendations not met, which break nothing (--strict RULE makes one binding)")
    for (rule, findings) in byRule(own) {
      page.line("\(rule.id), \(grouped(Double(findings.count))): \(findings[0].message)")
      page.line(rule.standing, indent: 6)
    }
  }

  /// Findings by rule, in the order in which a rule first appears.
  private func byRule(_ findings: [Finding]) -> [(RuleCitation, [Finding])] {
    var order: [RuleCitation] = []
    var groups: [RuleCitation: [Finding]] = [:]
    for finding in findings {
      if groups[finding.rule] == nil { order.append(finding.rule) }
      groups[finding.rule, default: []].append(finding)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  private func name(_ finding: Finding) -> String {
    var reference = finding.feature
    if intake.sources.count == 1 { reference.file = nil }
    return edits[finding.feature].map { "\(reference) (\($0.words))" } ?? reference.description
  }
}

extension Report.Summary {
  /// One line: how many were checked and what came of it.
  func headline(isPlan: Bool, isReblocking: Bool = false) -> String {
    let what =
      isReblocking
      ? counted(checked, "parcel or building", plural: "parcels and buildings")
      : isPlan
        ? counted(checked, "plot or building", plural: "plots and buildings")
        : counted(checked, "building")
    let verdict =
      breaches == 0 ? "no rule is broken" : counted(breaches, "breach", plural: "breaches")
    let rest = [
      (tooClose, "too close to tell"), (unknown, "unknown"), (exempt, "exempt"),
    ]
    .filter { $0.0 > 0 }.map { "\(grouped(Double($0.0))) \($0.1)" }
    return ([what + " checked", verdict] + rest).joined(separator: ", ")
  }
}

extension Finding {
  fileprivate var shortfall: Double { (required ?? 0) - (measured ?? 0) }
}

extension RuleCitation {
  /// `MR 55, clause 42; medium confidence, NOT VERIFIED; S01, S02`
  fileprivate var standing: String {
    guard let confidence else { return clause }
    let verified = isVerified ? "verified" : "NOT VERIFIED"
    let codes = sources.isEmpty ? "" : "; sources " + sources.map(\.code).joined(separator: ", ")
    return "\(clause); \(confidence.words), \(verified)\(codes)"
  }
}
