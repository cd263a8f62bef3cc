import CommandLineKit
import Testing

@Suite struct ParsingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let words: [String]
    var positionals: [String] = ["f"]
    var options: [String: [String]] = [:]
    var testDescription: String { words.joined(separator: " ") }
  }

  static let accepted: [Row] = [
    Row(words: ["plan", "f"]),
    Row(words: ["plan", "f", "g"], positionals: ["f", "g"]),
    Row(words: ["plan", "-"], positionals: ["-"]),
    Row(words: ["plan", "f", "--plot", "4x7"], options: ["plot": ["4x7"]]),
    Row(words: ["plan", "f", "--plot=4x7"], options: ["plot": ["4x7"]]),
    Row(words: ["plan", "f", "--output="], options: ["output": [""]]),
    Row(words: ["plan", "f", "--output=a=b"], options: ["output": ["a=b"]]),
    Row(words: ["plan", "f", "--output", "-"], options: ["output": ["-"]]),
    Row(words: ["plan", "f", "-o", "out"], options: ["output": ["out"]]),
    Row(words: ["plan", "f", "-oout"], options: ["output": ["out"]]),
    Row(words: ["plan", "f", "-o=out"], options: ["output": ["out"]]),
    Row(words: ["plan", "-sqo", "out", "f"], options: ["strict": [""], "quiet": [""], "output": ["out"]]),
    Row(words: ["plan", "f", "--lane-width", "-3"], options: ["lane-width": ["-3"]]),
    Row(words: ["plan", "f", "--lane-width", "-.5e2"], options: ["lane-width": ["-.5e2"]]),
    Row(words: ["plan", "f", "--output=--strict"], options: ["output": ["--strict"]]),
    Row(words: ["plan", "--", "--strict", "-o"], positionals: ["--strict", "-o"]),
    Row(words: ["plan", "--", "--help"], positionals: ["--help"]),
    Row(words: ["plan", "-4"], positionals: ["-4"]),
    Row(words: ["-q", "plan", "f"], options: ["quiet": [""]]),
    Row(words: ["plan", "f", "--kind", "a=b:c", "--kind=d=e:f"], options: ["kind": ["a=b:c", "d=e:f"]]),
    Row(
      words: ["plan", "\u{0E1A}\u{0E32}\u{0E07}.geojson"], positionals: ["\u{0E1A}\u{0E32}\u{0E07}.geojson"]),
  ]

  @Test(arguments: accepted)
  func accepts(row: Row) throws {
    guard case .run(let arguments) = try ToolSpec.sample.parse(row.words) else {
      Issue.record("not a run")
      return
    }
    #expect(arguments.positionals == row.positionals)
    for option in arguments.command.options + ToolSpec.sample.globalOptions {
      #expect(arguments.strings(option.name) == row.options[option.name] ?? [], "--\(option.name)")
    }
  }

  /// Words, and what the problem and the remedy must say.
  static let refused: [(words: [String], problem: String, remedy: String)] = [
    (["plam", "f"], "there is no command \"plam\"", "did you mean plan?"),
    (["xyzzy"], "there is no command \"xyzzy\"", "dig --help"),
    (["--quiet"], "no command", "dig --help"),
    (["plan"], "plan needs FILE", "dig plan [OPTIONS] FILE..."),
    (["rules"], "rules needs ACTION", "dig rules ACTION [BOOK]"),
    (["rules", "lst"], "ACTION cannot be \"lst\"", "did you mean list?"),
    (["rules", "list", "a", "b"], "rules does not take \"b\"", "dig rules"),
    (["plan", "f", "--lane-widht", "3"], "no option \"--lane-widht\"", "did you mean --lane-width?"),
    (["plan", "f", "--lane-widht=3"], "no option \"--lane-widht\"", "did you mean --lane-width?"),
    (["plan", "f", "-plot", "4x7"], "no option \"-plot\"", "did you mean --plot?"),
    (["plan", "f", "-z"], "no option \"-z\"", "lists the options"),
    (["--plot", "4x7", "plan", "f"], "no option \"--plot\" before the command", "write the command first"),
    (["plan", "f", "--plot"], "--plot needs a value", "--plot WxD"),
    (
      ["plan", "f", "--plot", "--strict"], "--plot needs a value, but \"--strict\" follows", "--plot=--strict"
    ),
    (["plan", "f", "--strict=yes"], "--strict takes no value", "write --strict alone"),
    (["plan", "f", "--plot", "4x7", "--plot", "5x7"], "--plot is given more than once", "keep one"),
    (["plan", "f", "-s", "--strict"], "--strict is given more than once", "keep one"),
    (["plan", "f", "--format", "jsn"], "--format cannot be \"jsn\"", "did you mean json?"),
    (["plan", "f", "--format", ""], "--format cannot be \"\"", "It can be text, json, geojson"),
    (["plan", "f", "\u{2014}strict"], "starts with a long dash", "two hyphens"),
    (["plan", "f", "--\u{1B}[2J"], "\\u{1b}[2J", "lists the options"),
  ]

  @Test(arguments: refused)
  func refuses(words: [String], problem: String, remedy: String) throws {
    let error = try #require(throws: UsageError.self) { try ToolSpec.sample.parse(words) }
    #expect(error.problem.contains(problem), "\(error)")
    #expect(error.remedy.contains(remedy), "\(error)")
  }

  @Test(
    arguments: [
      (["--help"], nil), (["-h"], nil), (["plan", "--help"], "plan"), (["plan", "--bogus", "-h"], "plan"),
      (["--help", "rules"], "rules"), (["bogus", "--help"], nil),
    ] as [([String], String?)])
  func helpWins(words: [String], command: String?) throws {
    guard case .help(let found) = try ToolSpec.sample.parse(words) else {
      Issue.record("not help")
      return
    }
    #expect(found?.name == command)
  }

  @Test func versionAndNothing() throws {
    guard case .version = try ToolSpec.sample.parse(["--version"]) else { throw UsageError("no", remedy: "") }
    guard case .version = try ToolSpec.sample.parse(["plan", "f", "--version"]) else {
      throw UsageError("no", remedy: "")
    }
    guard case .nothing = try ToolSpec.sample.parse([]) else { throw UsageError("no", remedy: "") }
  }

  @Test(
    arguments: [
      ("plam", "plan"), ("paln", "plan"), ("PLAN", "plan"), ("chekc", "check"), ("allo", "allocate"),
      ("q", nil),
      ("", nil), (String(repeating: "a", count: 100_000), nil),
    ] as [(String, String?)])
  func nearestName(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["plan", "check", "allocate", "budget"]) == expected)
  }
}
