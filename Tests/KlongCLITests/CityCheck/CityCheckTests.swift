import Foundation
import GeoJSON
import Testing

@testable import KlongCLI

/// The stream says what the whole-file check says, to the byte.
@Suite struct CityCheckTests {
  struct Outcome: Equatable {
    var code: ExitCode
    var stderr: String
    var output: [UInt8]?
  }

  /// `--measures` is nothing for buildings, but has the files read whole.
  private static func check(
    _ buildings: [IntakeFile], _ canals: IntakeFile, as format: String = "geojson", _ more: String...
  ) throws -> Outcome {
    try check(buildings, canals, as: format, more)
  }

  private static func check(
    _ buildings: [IntakeFile], _ canals: IntakeFile, as format: String = "geojson", _ more: [String]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appendingPathComponent("out").path
    let captured = CapturedConsole()
    let words =
      ["check"] + buildings.map(\.path) + ["--canals", canals.path, "--format", format, "-o", output] + more
    let code = run(words, captured.console())
    let bytes = FileManager.default.contents(atPath: output).map(Array.init)
    return Outcome(code: code, stderr: captured.stderr, output: bytes)
  }

  /// The made cities do not fall back on the whole-file check, which would make the tests below true of nothing.
  @Test(arguments: 1...6)
  func isEnough(seed: UInt64) throws {
    let city = MadeCity(seed: seed, buildings: 400)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(features: city.buildings, name: "buildings.geojson")
    for more in [[], ["--all-canals"], ["--strips", "/dev/null"]] {
      let words = ["check", buildings.path, "--canals", canals.path, "--format", "geojson"]
      guard case .run(let arguments) = try KlongTool.spec.parse(words + more) else {
        Issue.record("not understood")
        return
      }
      #expect(
        try CheckCommand.runAsStream(
          arguments, arguments.positionals, arguments.strings("canals"), CapturedConsole().console()) != nil)
    }
  }

  @Test(arguments: 1...6)
  func saysTheSame(seed: UInt64) throws {
    let city = MadeCity(seed: seed, buildings: 400)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(
      features: city.buildings, members: #""name":"city","#, name: "buildings.geojson")
    let whole = try Self.check([buildings], canals, "--measures")
    #expect(whole.output?.isEmpty == false)
    for threads in ["1", "3"] {
      #expect(try Self.check([buildings], canals, "--threads", threads) == whole)
    }
    #expect(
      try Self.check([buildings], canals, "--accuracy", "0.8")
        == Self.check([buildings], canals, "--accuracy", "0.8", "--measures"))
  }

  /// What needs the findings too: each building told for every canal in reach, and an earlier check.
  @Test(arguments: ["geojson", "geojsonl"]) func saysTheSameByItsFindings(format: String) throws {
    let city = MadeCity(seed: 18, buildings: 300)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let few = try IntakeFile(features: Array(city.buildings.prefix(200)), name: "city.geojson")
    let all = try IntakeFile(features: city.buildings, name: "city.geojson")
    let captured = CapturedConsole()
    _ = run(["check", few.path, "--canals", canals.path, "--format", "json"], captured.console())
    let old = try IntakeFile(captured.stdout, name: "old.json")
    let beside = ["--baseline", old.path]
    for more in [["--all-canals"], beside, beside + ["--fail-on", "exempt"]] {
      for buildings in [few, all] {
        let stream = try Self.check([buildings], canals, as: format, more)
        #expect(try stream == Self.check([buildings], canals, as: format, more + ["--measures"]), "\(more)")
        #expect(stream.output?.isEmpty == false)
      }
    }
    #expect(try Self.check([few], canals, as: format, ["--baseline", old.path]).code == .done)
    #expect(try Self.check([all], canals, as: format, ["--baseline", old.path]).code == .findings)
  }

  @Test func severalFilesMakeOne() throws {
    let city = MadeCity(seed: 20, buildings: 90)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let files = try [0, 30, 60].map { start in
      try IntakeFile(features: Array(city.buildings[start..<(start + 30)]), name: "\(start).geojson")
    }
    #expect(try Self.check(files, canals) == Self.check(files, canals, "--measures"))
  }

  /// Nothing is left where something is refused, and the words are those of the whole-file check.
  @Test(arguments: [
    (
      #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[100.5,13.8],[100.6,13.9],[100.5,13.8]]]}}"#,
      ""
    ),
    (
      #"{"type":"Feature","properties":{"kind":"house"},"geometry":{"type":"Point","coordinates":[13.8,100.5]}}"#,
      ""
    ),
    (#"{"type":"Feature","properties":{"a":1,"a":2},"geometry":null}"#, ""),
    (#"{"type":"Feature","properties":{"a":01},"geometry":null}"#, ""),
    (#"{"type":"Feature","properties":{"a":1}"#, ""),
    (#"{"type":"Feature","properties":{},"geometry":null},"#, ""),
    ("7", ""),
    (
      #"{"type":"Feature","properties":{},"geometry":null}"#,
      #""crs":{"type":"name","properties":{"name":"EPSG:24047"}},"#
    ),
  ])
  func refusesTheSame(feature: String, members: String) throws {
    let city = MadeCity(seed: 5, buildings: 20)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(features: city.buildings + [feature], members: members)
    let stream = try Self.check([buildings], canals)
    #expect(stream == (try Self.check([buildings], canals, "--measures")))
    #expect(stream.code == .invalidInput)
    #expect(stream.output == nil)
  }

  /// Outlines that cross or touch themselves, and slivers: measured by their edges, told, and all written.
  @Test(arguments: [
    "[[100.5,13.8],[100.5002,13.8001],[100.5002,13.8],[100.5,13.8001],[100.5,13.8]]",
    "[[100.5,13.8],[100.5,13.8],[100.5,13.8],[100.5,13.8]]",
    "[[100.5,13.8],[100.5001,13.8],[100.5,13.8],[100.5,13.8]]",
    "[[100.5,13.8],[100.5002,13.8],[100.5002,13.8],[100.5002,13.8002],[100.5,13.8],[100.5,13.8001],[100.5,13.8]]",
  ])
  func measuresDirtyOutlinesAsDrawn(ring: String) throws {
    let city = MadeCity(seed: 5, buildings: 20)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    for properties in [#"{"building":"yes"}"#, #"{"kind":"house","tags":[1]}"#] {
      let dirty =
        #"{"type":"Feature","properties":\#(properties),"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
      let buildings = try IntakeFile(features: city.buildings + [dirty, dirty])
      let stream = try Self.check([buildings], canals)
      #expect(stream == (try Self.check([buildings], canals, "--measures")))
      #expect([.done, .findings].contains(stream.code))
      #expect(
        stream.stderr.contains(
          "2 invalid outlines, measured as drawn; the first is feature 20"))
    }
  }

  /// A canal among the buildings is a canal, and a plan is judged as one.
  @Test func looksAtTheWholeWhereItMust() throws {
    let city = MadeCity(seed: 9, buildings: 60)
    let canals = try IntakeFile(features: Array(city.canals.prefix(6)), name: "canals.geojson")
    let mixed = try IntakeFile(features: city.buildings + city.canals.suffix(6))
    #expect(try Self.check([mixed], canals) == Self.check([mixed], canals, "--measures"))
    let lines = try IntakeFile(city.buildings.joined(separator: "\n"))
    #expect(try Self.check([lines], canals) == Self.check([lines], canals, "--measures"))
  }

  @Test func refusesAFileGivenTwice() throws {
    let city = MadeCity(seed: 9, buildings: 3)
    let canals = try IntakeFile(features: city.canals)
    #expect(try Self.check([canals], canals).code == .usage)
  }
}
