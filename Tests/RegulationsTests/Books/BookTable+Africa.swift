extension BookTable {
  static let africa = [
    BookTable(
      book: "kenya-rule-116",
      rows: [
        .init("narrower than 6 m", "6", rule: "watercourse", width: 5.99),
        .init("exactly 6 m", "6", width: 6),
        .init("as wide as it is", "6.01", width: 6.01), .init("as wide as it is", "9.5", width: 9.5),
        .init("just under 30 m", "29.99", width: 29.99), .init("exactly 30 m", "30", width: 30),
        .init("wider than 30 m", "30", width: 30.01), .init("width not told", "unknown: width"),
        .init(
          "tidal, government land", "30", rule: "tidal-river", width: 8, land: "government", channel: "tidal"),
        .init("tidal, private land", "8", rule: "watercourse", width: 8, land: "private", channel: "tidal"),
        .init("tidal, land not told", "8", rule: "watercourse", width: 8, channel: "tidal"),
        .init("wide and tidal: both ask 30 m", "30", width: 80, land: "government", channel: "tidal"),
      ]),
    BookTable(
      book: "nigeria-lagos-2017",
      rows: [
        .init("primary, unlined", "25", rule: "channel-setback", channel: "primary", lined: false),
        .init("primary, lined", "15", channel: "primary", lined: true),
        .init("primary, lining not told", "unknown: lining", channel: "primary"),
        .init("secondary", "7", channel: "secondary"), .init("tertiary", "3", channel: "tertiary"),
        .init("class not told", "unknown: channel class", lined: true),
      ]),
    BookTable(
      book: "nigeria-lagos-2023",
      rows: [
        .init("secondary", "3", rule: "secondary-collector", channel: "secondary"),
        .init("named", "6", rule: "named-channel", channel: "named"),
        .init("primary", "no number", rule: "other-channel", channel: "primary", lined: true),
        .init("tertiary", "no number", channel: "tertiary"),
        .init("class not told", "unknown: channel class"),
      ]),
    BookTable(
      book: "south-africa-trigger",
      rows: [
        .init("any watercourse", "32", rule: "environmental-trigger"), .init("any width", "32", width: 1),
        .init("lake", "unknown: a rule of south-africa-trigger", form: .largeBody),
      ]),
  ]
}
