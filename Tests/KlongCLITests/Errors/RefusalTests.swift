import CommandLineKit
import Foundation
import GEOS
import GeoJSON
import JSON
import PROJ
import Regulations
import Testing

@testable import KlongCLI

@Suite struct RefusalTests {
  @Test(arguments: [
    (
      Refusal(file: "a.geojson", feature: 3, id: "x", problem: "it is open", remedy: "close it"),
      "klong: a.geojson: feature 3 (id x): it is open\n  what to do: close it\n"
    ),
    (
      Refusal(
        file: "a.geojson", feature: 0, line: 12, column: 4, member: "geometry.type", problem: "no such type",
        remedy: "write Polygon"),
      "klong: a.geojson:12:4: feature 0, geometry.type: no such type\n  what to do: write Polygon\n"
    ),
    (
      Refusal(file: "-", line: 1, column: 2, problem: "bad", remedy: "mend it"),
      "klong: standard input:1:2: bad\n  what to do: mend it\n"
    ),
    (
      Refusal(line: 1, column: 2, member: "x", problem: "bad", remedy: "mend it"),
      "klong: line 1, column 2: x: bad\n  what to do: mend it\n"
    ),
    (
      Refusal(file: "\u{1B}]0;x\u{7}", id: "a\nklong: all plots pass", problem: "b\u{202E}", remedy: "c\r"),
      "klong: \\u{1b}]0;x\\u{7}: id a\\u{a}klong: all plots pass: b\\u{202e}\n  what to do: c\\u{d}\n"
    ),
  ])
  func text(refusal: Refusal, expected: String) { #expect(refusal.text == expected) }

  @Test(arguments: ["x", "\u{1B}", "\u{0E01}", "\u{1F600}", "\"", "\\"]) func neverLong(letter: String) throws
  {
    let long = String(repeating: letter, count: 100_000)
    let refusal = Refusal(
      file: long, feature: .max, id: long, line: .max, column: .max, member: long, problem: long, remedy: long
    )
    #expect(refusal.text.utf8.count <= 2048)
    #expect(refusal.text.count { $0 == "\n" } == 2)
    #expect(refusal.text.contains("what to do"))
    #expect(try JSONSerialization.jsonObject(with: Data(refusal.json.utf8)) is [String: Any])
  }

  @Test func json() throws {
    let refusal = Refusal(
      file: "a\"b", feature: 3, id: "x\u{1B}", line: 1, column: 2, member: "m", problem: "p\\", remedy: "r",
      code: .limit)
    #expect(
      refusal.json == """
        {"file":"a\\"b","feature":3,"id":"x\\\\u{1b}","line":1,"column":2,"member":"m","problem":"p\\\\","remedy":"r","exit":75}\n
        """)
    #expect(
      Refusal(problem: "p", remedy: "r").json.hasPrefix(
        "{\"file\":null,\"feature\":null,\"id\":null,\"line\":null"))
  }

  struct Unexpected: Error { let household = "secret" }

  static let errors: [(any Error & Sendable, ExitCode)] = [
    (Refusal(problem: "p", remedy: "r", code: .findings), .findings),
    (UsageError("p", remedy: "r"), .usage),
    (SystemFailure(call: "write", code: ENOSPC), .fileSystem),
    (GEOSError.deadlinePassed(function: "f", limit: .seconds(1)), .limit),
    (GEOSError.refused(function: "f", reason: "r"), .invalidInput),
    (GEOSError.failed(function: "f", message: "m"), .ourFault),
    (PROJError.noSuchSystem("EPSG:1"), .invalidInput),
    (PROJError.databaseMissing, .ourFault),
    (JSONError(message: "m", line: 1, column: 1), .invalidInput),
    (JSONError(message: "m", line: 1, column: 1, limit: .nesting), .limit),
    (GeoJSONError(message: "m", line: 1, column: 1, featureIndex: 2), .invalidInput),
    (GeoJSONError(message: "m", line: 1, column: 1, limit: .positions), .limit),
    (RuleBookError(name: "b", problems: []), .invalidInput),
    (Unexpected(), .ourFault),
  ]

  @Test(arguments: errors.indices) func mapping(row: Int) {
    let (error, code) = Self.errors[row]
    let refusals = Refusal.all(for: error)
    #expect(refusals.map(\.code) == [code])
    #expect(refusals.allSatisfy { !$0.problem.isEmpty && !$0.remedy.isEmpty && !$0.text.contains("secret") })
  }

  @Test func everythingWrongWithARuleBookIsTold() {
    let problem = RuleBookError.Problem(line: 3, column: 4, member: "rules[0]", problem: "p", remedy: "r")
    let captured = CapturedConsole()
    let code = captured.console().report(RuleBookError(name: "book.json", problems: [problem, problem]))
    #expect(code == .invalidInput)
    let line = "klong: book.json:3:4: rules[0]: p\n  what to do: r\n"
    #expect(captured.stderr == line + line)
  }

  /// Promise 7. A change here breaks other people's programs.
  @Test func codes() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 64, 70, 74, 75])
  }
}
