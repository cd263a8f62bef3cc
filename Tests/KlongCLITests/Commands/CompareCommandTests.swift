import Foundation
import JSON
import TestSupport
import Testing

@testable import KlongCLI

/// Two small plans of one land, drawn by hand, and what people are told of their differences.
@Suite struct CompareCommandTests {
  /// Degrees for metres east and north of a corner at Bangkok; good to a centimetre over such a small land.
  private static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)].map { x, y in
      String(format: "[%.9f,%.9f]", 100.5 + x / 108_080, 13.8 + y / 110_640)
    }
    return #"{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}"#
  }

  private static func feature(_ id: String, _ properties: String, _ geometry: String) -> String {
    #"{"type":"Feature","id":"\#(id)","properties":{\#(properties)},"geometry":\#(geometry)}"#
  }

  /// - Parameter plots: id, number and household of each plot, and how far it lies from its place, east in metres.
  static func plan(_ plots: [(id: String, number: Int, household: String, east: Double)]) -> String {
    var features = [
      feature("site", #""kind":"site""#, square(0, 0, 60, 30)),
      feature("canal", #""kind":"canal","width_m":8"#, square(-20, -8, 80, 0)),
      feature("road", #""kind":"road""#, square(-6, -4, 0, 34)),
      feature("walkway", #""kind":"walkway","width_m":3"#, square(0, 0, 60, 3)),
      feature("H", #""kind":"house","locked":true,"house_no":"88/1""#, square(21, 20, 25, 25)),
    ]
    for (place, plot) in plots.enumerated() {
      let west = 4 + Double(place) * 4 + plot.east
      features.append(
        feature(
          plot.id,
          #""kind":"plot","id":"\#(plot.id)","number":\#(plot.number),"household":"\#(plot.household)""#,
          square(west, 3, west + 4, 10)))
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ",\n"))]}"#
  }

  static let before = plan([("P1", 1, "Somchai", 0), ("P2", 2, "Malee", 0), ("P3", 3, "Anong", 0)])
  static let after = plan([("P1", 1, "Somchai", 0), ("P2", 2, "Malee", 0.5), ("P9", 4, "Prasert", 0.5)])

  private func compare(_ words: [String] = [], _ texts: [String] = [before, after]) throws -> (
    code: ExitCode, console: CapturedConsole, output: String
  ) {
    try withTemporaryFolder { folder in
      let names = texts.indices.map { (folder + "plan-\($0 + 1).geojson").path }
      for (name, text) in zip(names, texts) {
        try text.write(toFile: name, atomically: true, encoding: .utf8)
      }
      let output = (folder + "out").path
      let captured = CapturedConsole()
      let code = run(["compare"] + names + words + ["-o", output], captured.console())
      return (code, captured, (try? String(contentsOfFile: output, encoding: .utf8)) ?? "")
    }
  }

  /// Recorded with `KLONG_RECORD=1`, and then the run fails.
  @Test func goldenText() throws {
    let (code, _, text) = try compare()
    #expect(code == .findings)
    let golden = SharedData.packageFolder.appendingPathComponent("Tests/KlongCLITests/Commands/compare.txt")
    if ProcessInfo.processInfo.environment["KLONG_RECORD"] != nil {
      try text.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded compare.txt: look at it, then run without KLONG_RECORD")
    }
    #expect(text == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func json() throws {
    let (_, _, text) = try compare(["--format", "json"])
    let root = try JSONDocument(parsing: Array(text.utf8)).value
    let comparison = try #require(root["comparisons"]?.array?.first)
    #expect(comparison["plots"]?["unchanged"]?.int == 1)
    #expect(comparison["plots"]?["counts"]?["moved"]?.int == 2)
    #expect(comparison["plots"]?["counts"]?["renumbered"]?.int == 1)
    #expect(root["files"]?.array?.count == 2)
    #expect(root["files"]?.array?.first?["measures"]?["homes"]?.int == 4)
    for name in ["Somchai", "Malee", "Anong", "Prasert"] { #expect(!text.contains(name)) }
    let named = try compare(["--format", "json", "--names"]).output
    #expect(named.contains("Anong"))
  }

  /// Households leave only on request, into a file that nobody else can read.
  @Test func householdsStayPrivate() throws {
    try withTemporaryFolder { folder in
      let (one, other, output) = (folder + "1.geojson", folder + "2.geojson", folder + "out.json")
      try Self.before.write(to: one, atomically: true, encoding: .utf8)
      try Self.after.write(to: other, atomically: true, encoding: .utf8)
      try "old".write(to: output, atomically: true, encoding: .utf8)
      let words = ["compare", one.path, other.path, "--names"]
      let captured = CapturedConsole()
      #expect(run(words, captured.console()) == .usage)
      #expect(!captured.stdout.contains("Anong") && !captured.stderr.contains("Anong"))
      #expect(run(words + ["-o", output.path], CapturedConsole().console()) == .findings)
      let mode = try FileManager.default.attributesOfItem(atPath: output.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func geojson() throws {
    let (_, _, text) = try compare(["--format", "geojson"])
    let features = try #require(try JSONDocument(parsing: Array(text.utf8)).value["features"]?.array)
    #expect(features.map { $0["properties"]?["change"]?.string } == ["moved", "moved renumbered household"])
    #expect(features.allSatisfy { $0["geometry"]?["type"]?.string == "Polygon" })
    #expect(!text.contains("Prasert"))
  }

  /// The later file is worse where it breaks what the first keeps; the other way round it is not.
  @Test func exitCodes() throws {
    #expect(try compare([], [Self.before, Self.before]).code == .done)
    let worse = Self.plan([("P1", 1, "a", 0), ("P2", 2, "b", -2)])
    let better = Self.plan([("P1", 1, "a", 0), ("P2", 2, "b", 0)])
    #expect(try compare([], [better, worse]).code == .findings)
    #expect(try compare([], [worse, better]).code == .done)
    let captured = CapturedConsole()
    #expect(run(["compare", "one.geojson"], captured.console()) == .usage)
    #expect(captured.stderr.contains("nothing to compare"))
    #expect(run(["compare", "/no/such", "/no/other"], CapturedConsole().console()) == .invalidInput)
  }

  @Test func checkResults() throws {
    try withTemporaryFolder { folder in
      let plans = [
        Self.plan([("P1", 1, "a", 0), ("P2", 2, "b", 0)]),
        Self.plan([("P1", 1, "a", 0), ("P2", 2, "b", -2)]),
      ]
      var results: [String] = []
      for (number, plan) in plans.enumerated() {
        let (input, output) = ((folder + "\(number).geojson").path, (folder + "\(number).json").path)
        try plan.write(toFile: input, atomically: true, encoding: .utf8)
        _ = run(["check", input, "--format", "json", "-o", output], CapturedConsole().console())
        results.append(output)
      }
      let captured = CapturedConsole()
      #expect(run(["compare"] + results, captured.console()) == .findings)
      #expect(captured.stdout.contains("result of a check"))
      #expect(captured.stdout.contains("Plots do not overlap"), "\(captured.stdout)")
      #expect(run(["compare"] + results.reversed(), CapturedConsole().console()) == .done)
    }
  }
}
