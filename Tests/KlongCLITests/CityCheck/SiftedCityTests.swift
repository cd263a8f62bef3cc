import Foundation
import JSON
import Testing

@testable import KlongCLI

/// Reports that keep only what they tell of say what the whole-file check says, in every format.
@Suite struct SiftedCityTests {
  struct Outcome: Equatable {
    var code: ExitCode
    var talk: String
    var report: String
  }

  private static func check(
    _ buildings: [IntakeFile], _ canals: IntakeFile, as format: String, _ more: [String] = []
  ) throws -> Outcome {
    let captured = CapturedConsole()
    let words = ["check"] + buildings.map(\.path) + ["--canals", canals.path, "--format", format] + more
    let code = run(words, captured.console())
    let report = try format == "json" ? settled(captured.stdout) : captured.stdout
    return Outcome(code: code, talk: captured.stderr, report: report)
  }

  /// Without the place by which the zone was chosen: the middle of all buildings, or of the first that came.
  private static func settled(_ text: String) throws -> String {
    guard var report = try JSONDocument(parsing: Array(text.utf8)).value.object,
      var klong = report["klong"]?.object, var crs = klong["crs"]?.object
    else { return text }
    crs["centre"] = nil
    klong["crs"] = .object(crs)
    report["klong"] = .object(klong)
    return String(decoding: report.serialized(pretty: true), as: UTF8.self)
  }

  /// `--measures` is nothing for buildings, but has the files read whole.
  private static func expectTheSame(
    _ buildings: [IntakeFile], _ canals: IntakeFile, as format: String, _ more: [String] = [],
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let whole = try check(buildings, canals, as: format, more + ["--measures"])
    #expect(whole.report.count > 300, sourceLocation: place)
    let sifted = try check(buildings, canals, as: format, more)
    #expect(sifted == whole, sourceLocation: place)
  }

  private static let formats = ["text", "json", "csv", "sarif", "junit", "github", "geojsonl"]

  /// The tests below would be true of nothing if the made cities were read whole.
  @Test(arguments: 1...6) func areSifted(seed: UInt64) throws {
    let city = MadeCity(seed: seed, buildings: 300)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(features: city.buildings, name: "buildings.geojson")
    guard
      case .run(let arguments) = try KlongTool.spec.parse([
        "check", buildings.path, "--canals", canals.path, "--format", "csv",
      ])
    else {
      Issue.record("not understood")
      return
    }
    let report = try #require(
      try CheckCommand.sifted(
        arguments, arguments.positionals, arguments.strings("canals"), CapturedConsole().console()))
    let kept = report.intake.sources.first?.features.count ?? 0
    #expect(kept > 0 && kept < 300)
    #expect(report.intake.sources.first?.featureCount == 300)
  }

  @Test(arguments: formats, 1...4) func sayTheSame(format: String, seed: UInt64) throws {
    let city = MadeCity(seed: seed, buildings: 300)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(
      features: city.buildings, members: #""name":"city","#, name: "buildings.geojson")
    try Self.expectTheSame([buildings], canals, as: format)
  }

  @Test(arguments: formats) func severalFilesAndOptions(format: String) throws {
    let city = MadeCity(seed: 20, buildings: 240)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let files = try [0, 80, 160].map { start in
      try IntakeFile(features: Array(city.buildings[start..<(start + 80)]), name: "\(start).geojson")
    }
    try Self.expectTheSame(files, canals, as: format)
    try Self.expectTheSame(files, canals, as: format, ["--accuracy", "0.8", "--all-canals"])
    try Self.expectTheSame(files, canals, as: format, ["--fail-on", "unknown,exempt"])
  }

  /// A file that a person can read has its features on many lines, and a finding is told by its own.
  @Test(arguments: formats) func prettyPrinted(format: String) throws {
    let city = MadeCity(seed: 22, buildings: 120)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let lines = city.buildings.map { $0.replacing(",", with: ",\n   ").replacing("{", with: "{\n\n  ") }
    let buildings = try IntakeFile(features: lines, name: "pretty.geojson")
    try Self.expectTheSame([buildings], canals, as: format)
  }

  /// Where two features have an id, a finding on either is known by its place, also if the other is ok and not kept.
  @Test(arguments: ["json", "csv", "sarif"]) func repeatedIDs(format: String) throws {
    let city = MadeCity(seed: 24, buildings: 200)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let repeated = city.buildings.enumerated().map { number, feature in
      feature.replacing(#""id":\#(number),"#, with: #""id":\#(number % 70),"#)
    }
    let buildings = try IntakeFile(features: repeated, name: "twice.geojson")
    try Self.expectTheSame([buildings], canals, as: format)
    let named = try IntakeFile(features: city.buildings, name: "twice.geojson")
    func identities(_ file: IntakeFile) throws -> Set<String> {
      let rows = try Self.check([file], canals, as: "csv").report.split(separator: "\r\n").dropFirst()
      return Set(rows.compactMap { $0.split(separator: ",").last.map(String.init) })
    }
    #expect(try identities(buildings).isDisjoint(with: identities(named)))
  }

  /// Old findings are known again by either way of reading.
  @Test func baselines() throws {
    let city = MadeCity(seed: 26, buildings: 200)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let (few, all) = (
      try IntakeFile(features: Array(city.buildings.prefix(120)), name: "city.geojson"),
      try IntakeFile(features: city.buildings, name: "city.geojson")
    )
    let old = try IntakeFile(Self.check([few], canals, as: "json").report, name: "old.json")
    for format in ["text", "json", "sarif", "junit"] {
      try Self.expectTheSame([all], canals, as: format, ["--baseline", old.path])
    }
    #expect(try Self.check([few], canals, as: "text", ["--baseline", old.path]).code == .done)
  }

  /// Sums by what buildings say of themselves, plainly or not, and counts at other widths.
  @Test(arguments: ["text", "json"], ["kind", "building", "house_no", "nothing", "klong_old", "x"])
  func sumsByAProperty(format: String, property: String) throws {
    let city = MadeCity(seed: 30, buildings: 240)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(features: city.buildings, name: "buildings.geojson")
    try Self.expectTheSame(
      [buildings], canals, as: format, ["--by", property, "--widths", "4:40:2.5", "--threads", "3"])
  }

  @Test func countsAtWidthsAreOfAllBuildings() throws {
    let city = MadeCity(seed: 32, buildings: 200)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(features: city.buildings, name: "buildings.geojson")
    let text = try Self.check([buildings], canals, as: "json", ["--widths", "8:40:8"]).report
    let rows = try JSONDocument(parsing: Array(text.utf8)).value["widths"]?.array ?? []
    let affected = rows.compactMap { $0["affected"]?.int }
    #expect(affected.count == 5)
    #expect((affected.first ?? 0) > 0)
    #expect(zip(affected, affected.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// The strips beside the canals are the same, and so is the report beside them.
  @Test(arguments: ["csv", "geojson"]) func strips(format: String) throws {
    let city = MadeCity(seed: 34, buildings: 120)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let buildings = try IntakeFile(features: city.buildings, name: "buildings.geojson")
    func strips(_ more: [String]) throws -> (Outcome, String) {
      try withTemporaryFolder { folder in
        let path = (folder + "strips.geojson").path
        var outcome = try Self.check([buildings], canals, as: format, ["--strips", path] + more)
        outcome.talk = outcome.talk.replacing(path, with: "strips")
        return (outcome, try Self.settled(String(contentsOfFile: path, encoding: .utf8)))
      }
    }
    let (own, whole) = (try strips([]), try strips(["--measures"]))
    #expect(own.0.report == whole.0.report)
    #expect(own.0.code == whole.0.code)
    #expect(own.0.talk.contains("strips of"))
    #expect(own.1 == whole.1)
    #expect(own.1.contains(#""kind": "strip""#) || own.1.contains(#""kind":"strip""#))
  }

  /// Nothing within reach of any canal is a report without findings, and nothing at all is said.
  @Test(arguments: formats) func nothingFound(format: String) throws {
    let city = MadeCity(seed: 28, buildings: 40)
    let canals = try IntakeFile(features: city.canals, name: "canals.geojson")
    let far = (0..<30).map { number in
      let (x, y) = (100.6 + Double(number) * 0.001, 13.9)
      let ring = "[[\(x),\(y)],[\(x + 1e-4),\(y)],[\(x + 1e-4),\(y + 1e-4)],[\(x),\(y)]]"
      return
        #"{"type":"Feature","id":"h\#(number)","properties":{"kind":"house"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
    }
    let buildings = try IntakeFile(features: far, name: "far.geojson")
    let whole = try Self.check([buildings], canals, as: format, ["--measures"])
    #expect(try Self.check([buildings], canals, as: format) == whole)
    #expect(whole.code == .done)
    let empty = try IntakeFile(features: [], name: "empty.geojson")
    #expect(
      try Self.check([empty], canals, as: format)
        == Self.check([empty], canals, as: format, ["--measures"]))
  }
}
