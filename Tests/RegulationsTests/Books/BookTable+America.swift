extension BookTable {
  static let america = [
    BookTable(
      book: "brazil-law-12651",
      rows: [
        .init("under 10 m", "30", rule: "preservation-strip", width: 10.0.nextDown),
        .init("exactly 10 m", "50", width: 10), .init("over 10 m", "50", width: 10.0.nextUp),
        .init("just under 50 m", "50", width: 50.0.nextDown),
        .init("exactly 50 m: the stricter", "100", width: 50), .init("over 50 m", "100", width: 50.0.nextUp),
        .init("just under 200 m", "100", width: 200.0.nextDown),
        .init("exactly 200 m: the stricter", "200", width: 200),
        .init("over 200 m", "200", width: 200.0.nextUp),
        .init("exactly 600 m", "200", width: 600), .init("just under 600 m", "200", width: 600.0.nextDown),
        .init("over 600 m", "500", width: 600.0.nextUp), .init("width not told", "unknown: width"),
      ]),
    BookTable(
      book: "brazil-reurb",
      rows: [
        .init("specific interest", "15", rule: "reurb-e", land: "reurb-e"),
        .init("width does not matter", "15", width: 300, land: "Reurb_E"),
        .init("social interest", "no number", rule: "reurb-s", land: "reurb_s"),
        .init("kind not told", "unknown: land class"),
      ]),
  ]
}
