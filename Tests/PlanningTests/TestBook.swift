import Regulations

/// The rules of the published test bed, built by hand so that these tests stand on no file.
enum TestBook {
  static let book = RuleBook(
    id: "test-bed", title: "Test bed", jurisdiction: "facts/layout.md §1", edition: "2026",
    rules: [
      rule(
        "setback", .building,
        .setback(
          SetbackRule(
            start: .legalBoundary, startText: "edge of the canal",
            distance: .steps(
              by: .width,
              [
                .init(range: Interval(upper: 10), distance: .fixed(metres: 3)),
                .init(range: Interval(lower: 10), distance: .fixed(metres: 6)),
              ])))),
      rule("row-units", .row, .row(.maximumUnits(10))),
      rule("row-length", .row, .row(.maximumLength(metres: 40))),
      rule("row-gap", .row, .row(.gapAfterFullRow(metres: 4))),
      rule("row-side-gap", .row, .row(.gapBesideShorterRow(metres: 2))),
    ])

  private static func rule(_ id: String, _ binds: Rule.Subject, _ content: Rule.Content) -> Rule {
    Rule(
      id: id, title: id, clause: "test", sources: [Source(code: "T", title: "test bed", address: nil)],
      confidence: .medium, isVerified: false, binds: binds, level: .must, content: content)
  }
}
