import Regulations
import Testing

/// What reports say of a rule.
@Suite struct WordsTests {
  @Test(arguments: [
    ("canal-setback", "by width: 3 m below 10 m; 6 m from 10 m"), ("large-water-setback", "12 m"),
    ("row-units", "at most 10 units in a row"), ("row-gap", "4 m clear after a full row"),
    ("row-plot-area", "plot area at least 64 m2 (row houses)"),
    ("plot-coverage", "plot coverage at most 70 %"),
    ("row-fire-wall", "units per fire wall at most 5 (row houses)"),
  ])
  func thailand(id: String, words: String) throws {
    let rule = try RuleBook.builtIn("thailand-mr55").rule(id)
    #expect(rule?.requirement == words)
    #expect(rule?.standing.hasSuffix("NOT VERIFIED") == true)
  }

  @Test(arguments: [
    ("philippines", "3 m where land urban; 20 m where land farm; 40 m where land forest"),
    ("indonesia-undiked", "by depth: 10 m up to 3 m; 15 m above 3 m to 20 m; 30 m above 20 m"),
    ("kenya", "as much as the width, at least 6 m, at most 30 m"),
    ("sri-lanka", "no number (told per canal)"),
    ("indonesia-diked", "3 m where land urban; otherwise 5 m"),
  ])
  func manyPlacesInWords(id: String, words: String) throws {
    let book = try RuleBook(parsing: Array(manyPlaces.utf8), name: "many-places.json")
    #expect(book.rule(id)?.requirement == words)
  }
}
