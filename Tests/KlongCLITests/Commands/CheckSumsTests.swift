import Foundation
import JSON
import Testing

@testable import KlongCLI

/// Sums, widths, strips and moved lines of buildings beside canals, through the command.
@Suite struct CheckSumsTests {
  private struct Place {
    let houses: String
    let canals: String
    let folder: URL
  }

  /// Two canals along a parallel, 20 m and 8 m wide, and a house every 3 m from the first one's centre line.
  private static func withPlace(_ body: (Place) throws -> Void) throws {
    try withTemporaryFolder { folder in
      func at(_ x: Double, _ y: Double) -> String { "[\(100.5 + x / 108_100),\(13.8 + y / 110_630)]" }
      func write(_ features: [String], _ name: String) throws -> String {
        let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
        try text.write(to: folder + name, atomically: false, encoding: .utf8)
        return (folder + name).path
      }
      let houses = (0..<12).map { number in
        let (x, y) = (10 + Double(number) * 15, 6 + Double(number) * 3)
        let corners = [(x, y), (x + 5, y), (x + 5, y + 4), (x, y + 4), (x, y)].map { at($0.0, $0.1) }
        return
          #"{"type":"Feature","properties":{"kind":"house","house_no":"\#(number)"},"geometry":{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ","))]]}}"#
      }
      func line(_ y: Double, _ properties: String) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"LineString","coordinates":[\#(at(-50, y)),\#(at(250, y))]}}"#
      }
      let canals = [
        line(0, #""kind":"canal","name":"Big","width_m":"20 m""#),
        line(30, #""kind":"canal","name":"Small","width_m":8"#),
      ]
      for (name, y) in [("old", 12.0), ("new", 20.0)] {
        _ = try write([line(y, #""kind":"bank","canal":"Big","date":"\#(name)""#)], "\(name).geojson")
      }
      try body(
        Place(
          houses: try write(houses, "houses.geojson"), canals: try write(canals, "canals.geojson"),
          folder: folder))
    }
  }

  private static func json(_ words: [String]) throws -> JSONValue {
    let captured = CapturedConsole()
    _ = run(["check"] + words + ["--format", "json", "--quiet"], captured.console())
    return try JSONDocument(parsing: Array(captured.stdout.utf8)).value
  }

  @Test func sumsByCanalAndShortfall() throws {
    try Self.withPlace { place in
      let report = try Self.json([place.houses, "--canals", place.canals])
      let canals = try #require(report["canals"]?.array)
      #expect(Set(canals.compactMap { $0["canal"]?.string }) == ["Big", "Small"])
      let breaches = canals.reduce(0) { $0 + ($1["breaches"]?.int ?? 0) }
      #expect(breaches == report["summary"]?["breaches"]?.int)
      let classes = try #require(report["shortfalls"]?.array)
      #expect(classes.reduce(0) { $0 + ($1["breaches"]?.int ?? 0) } == breaches)
      let captured = CapturedConsole()
      _ = run(["check", place.houses, "--canals", place.canals], captured.console())
      #expect(captured.stdout.contains("Canals with findings: 2"))
      #expect(captured.stdout.contains("Breaches by what they lack"))
    }
  }

  /// A house between two canals may break the rule of both; the worst counts, both are listed on request.
  @Test func allCanalsAreListedOnRequest() throws {
    try Self.withPlace { place in
      let words = [place.houses, "--canals", place.canals]
      let narrow = try Self.json(words + ["--canal-width", "20"])
      let all = try Self.json(words + ["--all-canals"])
      #expect(all["summary"]?["checked"]?.int == narrow["summary"]?["checked"]?.int)
      let one = try #require(narrow["findings"]?.array?.count)
      #expect(try #require(all["findings"]?.array?.count) >= one)
    }
  }

  @Test func widthsInOneTable() throws {
    try Self.withPlace { place in
      let report = try Self.json([place.houses, "--canals", place.canals, "--widths", "20:40:5"])
      let rows = try #require(report["widths"]?.array)
      #expect(rows.compactMap { $0["width_m"]?.double } == [20, 25, 30, 35, 40])
      let affected = rows.compactMap { $0["affected"]?.int }
      #expect(affected == affected.sorted())
      #expect((affected.first ?? 0) > 0)
    }
  }

  @Test(arguments: ["20", "40:20:1", "1:2:0", "a:b:c", "1:9999:0.001", "0:5:1", "20:40:1:1", "nan:40:1"])
  func widthsThatAreNone(text: String) throws {
    try Self.withPlace { place in
      let captured = CapturedConsole()
      let words = ["check", place.houses, "--canals", place.canals, "--widths", text]
      #expect(run(words, captured.console()) == .usage)
    }
  }

  @Test func stripsAreWritten() throws {
    try Self.withPlace { place in
      let strips = place.folder + "strips.geojson"
      let captured = CapturedConsole()
      let words = ["check", place.houses, "--canals", place.canals, "--strips", strips.path]
      #expect(run(words, captured.console()) == .findings)
      let features = try JSONDocument(parsing: Array(Data(contentsOf: strips))).value["features"]?.array ?? []
      #expect(
        features.compactMap { $0["properties"]?["kind"]?.string } == ["setback", "strip", "setback", "strip"])
      #expect(features.compactMap { $0["properties"]?["required_m"]?.double } == [6, 6, 3, 3])
      // A map of the strips can be checked like any other file.
      #expect(run(["inspect", strips.path], CapturedConsole().console()) == .done)
    }
  }

  /// From a line 12 m to one 20 m north of the centre: a house whose wall stands at 21 m was clear by 6 m and is not now.
  @Test func whoIsInAndOutByTheMovedLine() throws {
    try Self.withPlace { place in
      let banks = ["old", "new"].map { (place.folder + "\($0).geojson").path }
      func moves(_ banks: [String]) throws -> JSONValue? {
        let words = [place.houses, "--canals", place.canals, "--canal-width", "20"]
        return try Self.json(words + banks.flatMap { ["--bank", $0] })["bank"]?["moves"]?.array?.first
      }
      let forward = try #require(try moves(banks))
      let newly = try #require(forward["newly_in"]?.array)
      #expect(!newly.isEmpty)
      #expect(forward["newly_out"]?.array?.isEmpty == true)
      for house in newly { #expect((house["short_after_m"]?.double ?? 0) > 0) }
      let back = try #require(try moves(banks.reversed()))
      #expect(back["newly_out"]?.array?.count == newly.count)
      #expect(back["newly_in"]?.array?.isEmpty == true)
    }
  }
}
