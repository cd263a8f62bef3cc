import Testing

@testable import Cartography

@Suite struct TextTests {
  /// Text from data that tries to break out stays a text on one line.
  @Test(arguments: [
    "a\u{0}b\u{1B}[31mc\u{7}", ")) endobj /JavaScript (", "</text><script>alert(1)</script>",
    "ก\u{E49}\u{E49}\u{E49}\u{E49}\u{E49}\u{E49}",
    "\u{202E}abc\u{2066}", "\u{1F469}\u{200D}\u{1F4BB}", String(repeating: "น้ำ", count: 200), "שלום مرحبا",
    "a\u{2028}b\nc\r\nd", "",
    "\u{FEFF}\u{E000}", "%PDF-1.7 %%EOF xref",
  ])
  func hostileNames(name: String) throws {
    var maker = try SampleSubject.maker(plots: 4, title: name)
    var subject = maker.subject
    for plot in subject.plan.plots {
      var resident = Resident(label: name, houseNumber: name, movedMetres: 3)
      resident.neighboursBefore = [name, name]
      resident.payments = .init(instalment: "1", monthly: "2")
      subject.residents[MapSubject.key(plot)] = resident
    }
    subject.withoutPlot = [Resident(label: name, houseNumber: name)]
    subject.allotment = Allotment(method: .ballot, number: name, record: name)
    maker = SheetMaker(subject, style: maker.style, typesetter: maker.typesetter)
    let pages = try maker.table() + maker.objection() + maker.household() + maker.members() + maker.wall()
    let shown = pages.flatMap { $0.drawing.texts.map(\.text) }
    for text in shown {
      #expect(!text.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
      #expect(!text.text.unicodeScalars.contains { $0.properties.generalCategory == .format })
    }
    let rules = Set(SheetLint.findings(on: pages).map(\.rule)).subtracting([.unknownGlyph])
    #expect(rules == [], "\(SheetLint.findings(on: pages))")
    let svg = String(decoding: try maker.typesetter.svg(pages[0].drawing), as: UTF8.self)
    #expect(!svg.contains("<script"))
    let pdf = try maker.typesetter.pdf(pages, title: name, reference: nil)
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(!text.contains("/JavaScript") && !text.contains("/OpenAction") && !text.contains("/AA"))
  }

  /// Sizes are heights of letters: what Garuda was measured to have (facts/maps.md §5).
  @Test(arguments: [(5.0, 6.74), (3.4, 4.58)])
  func digitHeights(digit: Double, em: Double) throws {
    let style = TextStyle(digit: digit)
    #expect(abs(style.em - em) < 0.01)
    let text = try Typesetter().text("0123456789", style)
    #expect(abs(text.inked.height - digit) < 0.25)
  }

  @Test func missingFaceIsNamed() {
    #expect(throws: CartographyError.missingFont("No Such Face")) { try Typesetter(family: "No Such Face") }
  }

  @Test(arguments: [
    ("2026-11-25", true), ("2026-02-29", false), ("2024-02-29", true), ("2026-13-01", false),
    ("26-1-1", false),
    ("2026-11-25T00", false), ("", false),
  ])
  func days(text: String, isDay: Bool) { #expect((CalendarDay(text) != nil) == isDay) }

  @Test func buddhistYear() { #expect(CalendarDay("2026-11-25")?.buddhistYear == 2569) }

  @Test(arguments: [(28.0, "7"), (30.4, "7.6"), (1234.5, "308.6")])
  func squareWah(area: Double, words: String) throws {
    let style = MapStyle(language: try Language.builtIn("th"))
    #expect(style.squareWah(area) == words)
  }

  @Test(arguments: [(3.98, "4.00"), (3.974, "3.95"), (7.026, "7.05")])
  func sides(metres: Double, words: String) throws {
    #expect(MapStyle(language: try Language.builtIn("th")).side(metres) == words)
  }

  @Test func thaiDigits() throws {
    let style = MapStyle(language: try Language.builtIn("th"), usesThaiDigits: true)
    #expect(style.digits("แปลง 109") == "แปลง ๑๐๙")
  }
}
