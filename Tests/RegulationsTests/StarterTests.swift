import Regulations
import Testing

@Suite struct StarterTests {
  @Test func aNewBookIsValidAndHasNoNumber() throws {
    let text = try RuleBook.starterText(id: "our-town")
    let book = try RuleBook(parsing: text, name: "our-town.json")
    #expect(book.id == "our-town")
    #expect(book.isUnverified)
    #expect(book.greatestSetbackMetres == nil)
    guard case .noNumber = book.setback(for: try WaterBody(widthMetres: 9.5)) else {
      Issue.record("a new book must not make up a distance")
      return
    }
    #expect(RuleBook.placeholders(in: text) > 5)
    #expect(RuleBook.placeholders(in: RuleBook.builtInText("thailand-mr55") ?? []) == 0)
  }

  @Test(arguments: ["", "Our Town", "a\"b", "thailand-mr55", "x--y", "\\"])
  func namesRefused(name: String) {
    #expect(throws: RuleBookError.self) { try RuleBook.starterText(id: name) }
  }
}
