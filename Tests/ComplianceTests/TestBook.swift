import Regulations

/// A small rule book with the numbers of MR 55 as facts/law-and-practice.md §1.1 and §2 give them, so that these
/// tests stand on their own whatever the built-in book says.
enum TestBook {
  static let thailand = RuleBook(
    id: "test", title: "Test book", jurisdiction: "nowhere", edition: "test",
    rules: [
      rule(
        "canal-setback", binds: .building, .must,
        .setback(
          SetbackRule(
            condition: WaterCondition(form: .channel), start: .legalBoundary, startText: "the legal boundary",
            distance: .steps(
              by: .width,
              [
                .init(range: Interval(upper: 10), distance: .fixed(metres: 3)),
                .init(range: Interval(lower: 10), distance: .fixed(metres: 6)),
              ]),
            exemptions: [.init(structures: ["pier"], text: "a pier needs no setback")]))),
      rule(
        "large-water-setback", binds: .building, .must,
        .setback(
          SetbackRule(
            condition: WaterCondition(form: .largeBody), start: .legalBoundary,
            startText: "the legal boundary",
            distance: .fixed(metres: 12)))),
      rule("row-units", binds: .row, .must, .row(.maximumUnits(10))),
      rule("row-length", binds: .row, .must, .row(.maximumLength(metres: 40))),
      rule("row-gap", binds: .row, .must, .row(.gapAfterFullRow(metres: 4))),
      rule("row-side", binds: .row, .must, .row(.gapBesideShorterRow(metres: 2))),
      rule(
        "row-plot-area", binds: .plot, .norm,
        .limit(Limit(quantity: .plotArea, minimum: 64, houseTypes: [.row]))),
      rule("storeys", binds: .building, .norm, .limit(Limit(quantity: .storeys, maximum: 3))),
    ])

  private static func rule(
    _ id: String, binds: Rule.Subject, _ level: Rule.Level, _ content: Rule.Content
  ) -> Rule {
    Rule(
      id: id, title: id, clause: "test clause of \(id)", sources: [], confidence: .medium, isVerified: false,
      binds: binds, level: level, content: content)
  }
}
