extension BookTable {
  static let asia = [
    BookTable(
      book: "philippines-water-code",
      rows: [
        .init("urban", "3", rule: "easement", land: "urban"), .init("farm", "20", land: "farm"),
        .init("farm by the law's word", "20", land: "agricultural"), .init("forest", "40", land: "Forest"),
        .init("width does not matter", "3", width: 400, land: "urban"),
        .init("lake or sea shore", "40", form: .largeBody, land: "forest"),
        .init("land not told", "unknown: land class", width: 8),
        .init("land not in the law", "unknown: land class (urban", land: "industrial"),
        .init("no structure of any kind", "3", land: "urban", structure: "pier"),
      ]),
    BookTable(
      book: "indonesia-pp38",
      rows: [
        .init("shallow", "10", rule: "undiked-urban", depth: 2.99, land: "urban", diked: false),
        .init("at 3 m", "10", depth: 3, land: "urban", diked: false),
        .init("over 3 m", "15", depth: 3.0.nextUp, land: "urban", diked: false),
        .init("just under 20 m", "15", depth: 19.99, land: "urban", diked: false),
        .init("at 20 m", "15", depth: 20, land: "urban", diked: false),
        .init("over 20 m", "30", depth: 20.0.nextUp, land: "urban", diked: false),
        .init("depth not told", "unknown: depth", land: "urban", diked: false),
        .init("small basin", "no number", basin: 499, land: "rural", diked: false),
        .init("at 500 km2", "no number", basin: 500, land: "rural", diked: false),
        .init("over 500 km2", "100", rule: "undiked-rural", basin: 500.0.nextUp, land: "rural", diked: false),
        .init("basin not told", "unknown: basin area", land: "rural", diked: false),
        .init("diked, urban", "3", rule: "diked", land: "urban", diked: true),
        .init("diked, outside", "5", rule: "diked", land: "rural", diked: true),
        .init("diked, land not told", "unknown: land class", diked: true),
        .init("dike not told", "unknown: dike", depth: 2, land: "urban"),
      ]),
    BookTable(
      book: "vietnam-decree-43",
      rows: [
        .init("group a, urban", "10", rule: "group-a", land: "urban", channel: "a"),
        .init("group a, planned urban", "10", land: "planned urban", channel: "group-a"),
        .init("group a, other", "5", land: "rural", channel: "a"),
        .init("group b, urban", "20", rule: "group-b", land: "urban", channel: "b"),
        .init("group b, other", "15", land: "other", channel: "group b"),
        .init("group not told", "unknown: channel class", land: "urban"),
        .init("land not told", "unknown: land class", channel: "a"),
        .init("a group that is none", "unknown: a rule of vietnam-decree-43", land: "urban", channel: "c"),
      ]),
    BookTable(
      book: "india-telangana",
      rows: [
        .init("narrow", "2", rule: "canal", width: 9.99, channel: "canal"),
        .init("exactly 10 m", "2", width: 10, channel: "nala"),
        .init("wider than 10 m", "9", width: 10.0.nextUp, channel: "nala"),
        .init("width not told", "unknown: width", channel: "canal"),
        .init("river in a town", "50", rule: "river", land: "urban", channel: "river"),
        .init("river outside", "100", land: "rural", channel: "river"),
        .init("river, land not told", "unknown: land class", channel: "river"),
        .init("lake under 10 ha", "9", rule: "lake", form: .largeBody, hectares: 10.0.nextDown),
        .init("lake of exactly 10 ha", "30", form: .largeBody, hectares: 10),
        .init("lake over 10 ha", "30", form: .largeBody, hectares: 10.0.nextUp),
        .init("lake of unknown area", "unknown: area", form: .largeBody),
        .init("class not told", "unknown: channel class", width: 5),
      ]),
    BookTable(
      book: "india-bengaluru",
      rows: [
        .init("primary", "50", rule: "drain-buffer", channel: "primary"),
        .init("secondary", "25", channel: "secondary"), .init("tertiary", "15", channel: "tertiary"),
        .init("class not told", "unknown: channel class"),
        .init("class not listed", "unknown: channel class (primary, secondary, tertiary)", channel: "canal"),
      ]),
    BookTable(
      book: "cambodia-prek-tnaot",
      rows: [
        .init("any width", "30", rule: "riverbank", width: 60), .init("nothing told", "30"),
        .init("no lake", "unknown: a rule of cambodia-prek-tnaot", form: .largeBody),
      ]),
    BookTable(
      book: "bangladesh-dhaka-2016",
      rows: [
        .init("40 yards", "36.576", rule: "pillar-ban"), .init("width does not matter", "36.576", width: 3),
      ]),
  ]
}
