import JSON
import Regulations
import Testing

@testable import KlongCLI

/// One question to a book, as people and scripts ask it.
@Suite struct RulesExplainTests {
  private func ask(_ words: [String]) -> (code: ExitCode, stdout: String, stderr: String) {
    let captured = CapturedConsole()
    let code = run(["rules", "explain"] + words, captured.console())
    return (code, captured.stdout, captured.stderr)
  }

  @Test(arguments: [
    (["thailand-mr55", "--canal-width", "9.5"], ExitCode.done, "thailand-mr55: 3 m question"),
    (["thailand-mr55", "--canal-width", "10"], .done, "sources disagree"),
    (["thailand-mr55"], .findings, "tell first width: in m"),
    (["thailand-mr55", "--form", "large_body"], .done, "thailand-mr55: 12 m question"),
    (["thailand-mr55", "--structure", "pier"], .done, "thailand-mr55: exempt question"),
    (["thailand-bangkok", "--canal-width", "9.5"], .done, "clause on canals is not"),
    (
      ["indonesia-pp38", "--undiked", "--land-class", "urban", "--depth", "2"], .done,
      "10 m from the left and right"
    ),
    (["indonesia-pp38", "--diked", "--land-class", "rural"], .done, "from the outer foot of the dike"),
    (["nigeria-lagos-2017", "--class", "primary", "--lined"], .done, "15 m"),
    (["nigeria-lagos-2017", "--class", "primary", "--unlined"], .done, "25 m"),
    (["nigeria-lagos-2023", "--class", "primary"], .findings, "the law gives no number"),
    (["nigeria-lagos-2017", "--class", "secondary"], .done, "The sources conflict"),
    (["india-telangana", "--form", "large_body", "--area", "10"], .done, "30 m"),
    (["indonesia-pp38", "--undiked", "--land-class", "rural", "--basin", "501"], .done, "100 m"),
    (["south-africa-trigger"], .done, "32 m (a norm: a breach is only reported)"),
    (["philippines-water-code"], .findings, "40 m if land class forest"),
    (["cambodia-prek-tnaot", "--form", "large_body"], .findings, "a rule of cambodia-prek-tnaot"),
  ])
  func answers(words: [String], code: ExitCode, stdout: String) {
    let answer = ask(words)
    #expect(answer.code == code)
    let words = answer.stdout.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains(stdout), "\(answer.stdout)")
    #expect(answer.stderr.isEmpty)
  }

  @Test(arguments: [
    (["no-such-book", "--canal-width", "9"], ExitCode.invalidInput, "neither a built-in rule book"),
    (["thailand-mr55", "--canal-width", "-1"], .usage, "canal-width"),
    (["thailand-mr55", "--canal-width", "wide"], .usage, "canal-width"),
    (["thailand-mr55", "--lined", "--unlined"], .usage, "contradicts"),
    (["thailand-mr55", "more"], .usage, "does not take"), ([], .usage, "needs BOOK"),
    (["thailand-mr55", "-o", "x"], .usage, "does not take --output"),
  ])
  func refused(words: [String], code: ExitCode, stderr: String) {
    let answer = ask(words)
    #expect(answer.code == code)
    #expect(answer.stderr.contains(stderr), "\(answer.stderr)")
    #expect(answer.stdout.isEmpty)
  }

  @Test func anOptionOfAnotherActionIsNotIgnored() {
    let captured = CapturedConsole()
    #expect(run(["rules", "list", "--depth", "2"], captured.console()) == .usage)
    #expect(captured.stderr.contains("belongs to klong rules explain"))
  }

  @Test func forPrograms() throws {
    let text = ask(["nigeria-lagos-2023", "--class", "secondary", "--canal-width", "4.5", "--format", "json"])
      .stdout
    let answer = try JSONDocument(parsing: Array(text.utf8)).value
    #expect(answer["answer"] == "required")
    #expect(answer["required_m"]?.double == 3)
    #expect(answer["question"]?["width_m"]?.double == 4.5)
    #expect(answer["question"]?["lined"] == .null)
    #expect(answer["measured_from"]?["line"] == "legal_boundary")
    #expect(answer["rule"]?["id"] == "secondary-collector")
    #expect(answer["rule"]?["verified"] == false)
    #expect(answer["rule"]?["sources"]?[0]?["code"] == "S97")
    #expect(answer["conflicts"]?.array?.map { $0["required_m"]?.double } == [7, 2.5])
    #expect(answer["needed"]?.array == [])
  }

  @Test func whatIsMissingForPrograms() throws {
    let answer = ask(["indonesia-pp38", "--format", "json"])
    #expect(answer.code == .findings)
    let value = try JSONDocument(parsing: Array(answer.stdout.utf8)).value
    #expect(value["answer"] == "unknown")
    #expect(value["required_m"] == .null)
    let needed = value["needed"]?.array?.compactMap { $0["attribute"]?.string }
    #expect(needed == ["land", "diked", "depth_m", "basin_km2"])
  }
}
