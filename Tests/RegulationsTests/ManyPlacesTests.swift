import Regulations
import Testing

@Suite struct ManyPlacesTests {
  static let book = Result { try RuleBook(parsing: Array(manyPlaces.utf8), name: "many-places.json") }

  static let cases: [WorkedCase] = [
    .init("fixed by land class", "3", land: "urban", in: "ph"),
    .init("fixed by land class", "20", land: "Farm", in: "ph"),
    .init("fixed by land class", "40", land: "forest", in: "ph"),
    .init("land class missing", "unknown: land class", in: "ph"),
    .init("land class not listed", "unknown: land class (urban, farm, forest)", land: "moon", in: "ph"),
    .init("depth below the step", "10", depth: 2.99, land: "urban", diked: false, in: "id"),
    .init("depth on the step, inclusive", "10", depth: 3, land: "urban", diked: false, in: "id"),
    .init("depth above the step", "15", depth: 3.01, land: "urban", diked: false, in: "id"),
    .init("depth on the second step", "15", depth: 20, land: "urban", diked: false, in: "id"),
    .init("depth above the second step", "30", depth: 20.01, land: "urban", diked: false, in: "id"),
    .init("depth missing", "unknown: depth", land: "urban", diked: false, in: "id"),
    .init("diked: another rule and line", "3", rule: "indonesia-diked", land: "urban", diked: true, in: "id"),
    .init("diked, outside towns", "5", rule: "indonesia-diked", land: "rural", diked: true, in: "id"),
    .init("diked, land unknown", "unknown: land class", diked: true, in: "id"),
    .init("dike unknown", "unknown: dike", depth: 2, land: "urban", in: "id"),
    .init("basin at the step", "no number", basin: 500, land: "rural", diked: false, in: "id"),
    .init("basin above the step", "100", basin: 500.1, land: "rural", diked: false, in: "id"),
    .init("copied and clamped from below", "6", width: 5.99, in: "ke"),
    .init("copied, lower end", "6", width: 6, in: "ke"),
    .init("copied", "6.5", width: 6.5, in: "ke"),
    .init("copied, upper end", "30", width: 30, in: "ke"),
    .init("copied and clamped from above", "30", width: 30.01, in: "ke"),
    .init("copied without width", "unknown: width", in: "ke"),
    .init("steps by width", "30", width: 9.99, in: "br"),
    .init("steps by width", "50", width: 10, in: "br"),
    .init("steps by width", "50", width: 50, in: "br"),
    .init("steps by width", "100", width: 50.01, in: "br"),
    .init("steps by width", "100", width: 200, in: "br"),
    .init("steps by width", "200", width: 200.01, in: "br"),
    .init("steps by width", "200", width: 600, in: "br"),
    .init("steps by width", "500", width: 600.01, in: "br"),
    .init("local override stands alone", "12", rule: "brazil-town", width: 700, in: "br-town"),
    .init("exclusive 10 m", "2", width: 9.99, channel: "canal", in: "tg"),
    .init("exclusive 10 m", "2", width: 10, channel: "nala", in: "tg"),
    .init("exclusive 10 m", "9", width: 10.01, channel: "nala", in: "tg"),
    .init("lake by area", "9", form: .largeBody, hectares: 9.99, in: "tg"),
    .init("lake by area", "30", form: .largeBody, hectares: 10, in: "tg"),
    .init("lake of unknown area", "unknown: area", form: .largeBody, in: "tg"),
    .init("class and lining", "15", channel: "primary", lined: true, in: "la"),
    .init("class and lining", "25", channel: "primary", lined: false, in: "la"),
    .init("lining unknown", "unknown: lining", channel: "primary", in: "la"),
    .init("lining does not matter here", "3", channel: "tertiary", in: "la"),
    .init("two sources: the greater, and both told", "7", rule: "lagos-2017", channel: "secondary", in: "la"),
    .init("class unknown", "unknown: channel class", lined: true, in: "la"),
    .init("no number", "no number", in: "lk"),
    .init("every step says the same", "8", rule: "flat", in: "flat"),
    .init("exempt structure, norm left", "exempt", rule: "flat", in: "flat", structure: "mill"),
    .init("a norm alone", "32", rule: "trigger", in: "za"),
    .init("no rule speaks", "unknown: a rule of many-places for this kind of water", in: "xx"),
    .init("local rules only, no place given", "unknown: a rule of many-places", in: nil),
  ]

  @Test(arguments: cases)
  func answers(row: WorkedCase) throws {
    try row.verify(against: Self.book.get())
  }

  @Test func conflictingSourcesAreBothTold() throws {
    let water = try WaterBody(channelClass: "secondary", isLined: false, locality: "la")
    guard case .required(7, _, let note?) = try Self.book.get().setback(for: water) else {
      Issue.record("7 m with a note expected")
      return
    }
    #expect(note.contains("lagos-2023") && note.contains("3 m"))
    #expect(try Self.book.get().setbacks(for: water).map(\.metres) == [7, 3])
  }

  @Test func startLines() throws {
    let book = try Self.book.get()
    let starts = book.setbackRules.prefix(3).map { rule in
      if case .setback(let setback) = rule.content { setback.start } else { SetbackRule.StartLine.fence }
    }
    #expect(starts == [.highWater, .channelBedEdge, .dikeFoot])
  }
}
