import CommandLineKit
import Testing

@Suite struct ValueTests {
  enum Format: String, CaseIterable { case text, json, geojson }

  private func arguments(_ words: String...) throws -> ParsedArguments {
    guard case .run(let arguments) = try ToolSpec.sample.parse(["plan", "f"] + words) else {
      throw UsageError("not a run", remedy: "")
    }
    return arguments
  }

  @Test(
    arguments: [("3", 3), ("+2.50", 2.5), ("5e-1", 0.5), (".5", 0.5), ("20", 20), ("20.", 20)]
      as [(String, Double)])
  func metres(text: String, expected: Double) throws {
    let width = try arguments("--lane-width", text).metres("lane-width", default: 3, in: 0.5...20)
    #expect(width == expected)
  }

  @Test(arguments: [
    ("", "not a number"), ("abc", "not a number"), ("3m", "not a number"), ("3,5", "not a number"),
    ("nan", "not a number"), ("inf", "not a number"), ("0x10", "not a number"), ("1e999", "not a number"),
    ("3 ", "not a number"), ("\u{0E53}", "not a number"), ("e", "not a number"), ("-", "not a number"),
    ("0.49", "out of range"), ("20.001", "out of range"), ("-3", "out of range"), ("1e300", "out of range"),
  ])
  func refusedMetres(text: String, problem: String) throws {
    let given = try arguments("--lane-width=\(text)")
    let error = try #require(throws: UsageError.self) {
      try given.metres("lane-width", default: 3, in: 0.5...20)
    }
    #expect(error.problem == "--lane-width \"\(text)\": \(problem)")
    #expect(error.remedy.hasPrefix("give metres from 0.5 to 20"))
  }

  @Test func defaults() throws {
    let given = try arguments()
    #expect(try given.metres("lane-width", default: 3, in: 0.5...20) == 3)
    #expect(try given.metres("lane-width", in: 0.5...20) == nil)
    #expect(try given.integer("seed", default: 1, in: 0...Int.max) == 1)
    #expect(try given.integer("households", in: 1...10) == nil)
    #expect(given.choice("format", default: Format.text) == .text)
    #expect(try given.list("kind") == [])
    #expect(given.has("strict") == false)
    #expect(given.string("output") == nil)
    #expect(given.string("output", default: "-") == "-")
    let plot = try given.size("plot", default: Size(widthMetres: 4, depthMetres: 7), in: 1...100)
    #expect(plot == Size(widthMetres: 4, depthMetres: 7))
  }

  @Test(arguments: [
    ("7", 7), ("9223372036854775807", Int.max), ("9007199254740993", 9_007_199_254_740_993), ("1e3", 1000),
  ])
  func integers(text: String, expected: Int) throws {
    #expect(try arguments("--seed", text).integer("seed", default: 1, in: 0...Int.max) == expected)
  }

  @Test(arguments: ["1.5", "", "x", "-1", "9223372036854775808", "1e300", "nan"])
  func refusedIntegers(text: String) throws {
    let given = try arguments("--seed=\(text)")
    #expect(throws: UsageError.self) { try given.integer("seed", default: 1, in: 0...Int.max) }
  }

  @Test(arguments: [("4x7", 4, 7), ("4.5X8", 4.5, 8), ("4 \u{D7} 7", 4, 7)] as [(String, Double, Double)])
  func sizes(text: String, width: Double, depth: Double) throws {
    let size = try arguments("--plot", text).size("plot", in: 1...100)
    #expect(size == Size(widthMetres: width, depthMetres: depth))
  }

  @Test(arguments: ["4", "4x", "x7", "4x7x9", "4*7", "", "0.5x7", "4xinf", "4x-7"])
  func refusedSizes(text: String) throws {
    let given = try arguments("--plot=\(text)")
    let error = try #require(throws: UsageError.self) { try given.size("plot", in: 1...100) }
    #expect(error.problem.hasPrefix("--plot "))
  }

  @Test func choicesAndLists() throws {
    #expect(try arguments("--format", "geojson").choice("format", default: Format.text) == .geojson)
    #expect(try arguments("--kind", "a, b", "--kind=c").list("kind") == ["a", "b", "c"])
    let given = try arguments("--kind", "a,,b")
    #expect(throws: UsageError.self) { try given.list("kind") }
  }
}
