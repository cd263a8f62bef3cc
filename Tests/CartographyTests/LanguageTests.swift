import JSON
import Testing

@testable import Cartography

@Suite struct LanguageTests {
  @Test(arguments: Language.builtInCodes)
  func builtInLanguagesSayEverything(code: String) throws {
    let language = try Language.builtIn(code)
    #expect(language.code == code)
    for phrase in Phrase.allCases { #expect(!language.text(phrase, []).isEmpty) }
  }

  /// A language that no line of code knows: a file alone makes sheets in it.
  @Test func thirdLanguageByAFileAlone() throws {
    let maker = try SampleSubject.maker(plots: 12)
    let indonesian = SheetMaker(
      maker.subject,
      style: MapStyle(language: try Language(parsing: Self.file(["tableTitle": "Denah kapling"]))),
      typesetter: maker.typesetter)
    let pages = try indonesian.table()
    #expect(pages[0].drawing.texts.contains { $0.text.text == "Denah kapling" })
    #expect(SheetLint.findings(on: pages) == [])
  }

  /// What is broken in a file, and what must be said of it.
  @Test(arguments: [
    ("{", "line"), ("[]", "language"), (#"{"language":"../x"}"#, "language"),
    (#"{"language":"xx"}"#, "months"),
  ])
  func brokenFiles(text: String, said: String) {
    #expect { try Language(parsing: Array(text.utf8)) } throws: { "\($0)".contains(said) }
  }

  @Test func missingPhraseIsNamed() throws {
    #expect { try Language(parsing: Self.file(["tableTitle": nil])) } throws: {
      "\($0)".contains("tableTitle")
    }
  }

  /// What is filled in is not read as a place to fill in.
  @Test func fillingInIsOnePass() throws {
    let language = try Language.builtIn("en")
    #expect(language.text(.changeRow, ["{1}", "2"]) == "Plot {1} moved 2 m")
  }

  @Test func planIsFourWords() throws {
    let language = try Language.builtIn("th")
    #expect(language.words(of: "a7943a102b").split(separator: " ").count == 4)
    #expect(language.words(of: "a7943a") != language.words(of: "a7943b"))
  }

  /// The English table under another code, with some phrases changed or left out.
  private static func file(_ changes: [String: String?]) throws -> [UInt8] {
    let text = try #require(Language.builtInText("en"))
    var root = try #require(JSONDocument(parsing: text).value.object)
    var phrases = try #require(root["phrases"]?.object)
    for (name, text) in changes { phrases[name] = text.map(JSONValue.string) }
    root["language"] = "id"
    root["phrases"] = .object(phrases)
    return root.serialized()
  }
}
