extension BookTable {
  static let thailand = [
    BookTable(
      book: "thailand-mr55",
      rows: [
        .init("narrow", "3", rule: "canal-setback", width: 10.0.nextDown),
        .init("exactly 10 m: the stricter", "6", width: 10), .init("wide", "6", width: 10.0.nextUp),
        .init("lake", "12", rule: "large-water-setback", form: .largeBody),
        .init("pier", "exempt", width: 10, structure: "pier"), .init("width not told", "unknown: width"),
      ]),
    BookTable(
      book: "thailand-bangkok",
      rows: [
        .init("narrow", "3", rule: "canal-setback", width: 10.0.nextDown),
        .init("exactly 10 m: the stricter", "6", width: 10), .init("wide", "6", width: 10.0.nextUp),
        .init("lake", "12", rule: "large-water-setback", form: .largeBody),
        .init("pier", "exempt", width: 10, structure: "pier"), .init("width not told", "unknown: width"),
      ]),
  ]
}
