import Compliance
import Foundation
import Geometry
import JSON
import PROJ
import Regulations
import Settlement
import TestSupport
import Testing

@testable import KlongCLI

/// A real country beside its waters: figures counted with other software (issue 5).
@Suite(.enabled(if: SharedData.file("data/real/liechtenstein-buildings.geojson") != nil))
struct LiechtensteinTests {
  /// How many buildings stand nearer than each of these to the waters of a file.
  private static let limits = [3.0, 6, 10, 20, 30]

  private static func distances(_ water: String) throws -> [Double] {
    let names = ["buildings", water].map { "data/real/liechtenstein-\($0).geojson" }
    let paths = try names.map { try #require(SharedData.file($0)).path }
    let intake = try Intake.read(paths: paths, options: IntakeOptions(), console: .silent())
    // All waters as one without a width, so that the nearest counts and no rule has a say in it.
    var all = Canal(reference: FeatureReference(index: 0))
    all.area = intake.settlement.canals.flatMap(\.area)
    all.centreline = intake.settlement.canals.flatMap(\.centreline)
    var waters = Settlement()
    waters.canals = [all]
    let judge = try SetbackJudge(waters, checker: Checker(book: RuleBook.builtIn("thailand-mr55")))
    return intake.settlement.houses.compactMap { judge.judgement(of: $0)?.distanceMetres }
  }

  @Test func besideTheLines() throws {
    let distances = try Self.distances("waterlines")
    #expect(Self.limits.map { limit in distances.count { $0 < limit } } == [17, 46, 130, 273, 348])
    #expect(distances.count { $0 == 0 } == 2)
  }

  @Test func besideTheAreas() throws {
    let distances = try Self.distances("waterareas")
    #expect(Self.limits.map { limit in distances.count { $0 < limit } } == [1, 6, 12, 20, 30])
  }

  /// As the tool is used: the stream and the whole-file check say the same of every building.
  @Test func theStreamAgrees() throws {
    let path = { (name: String) in SharedData.file("data/real/liechtenstein-\(name).geojson")?.path ?? "" }
    let words = ["check", path("buildings"), "--canals", path("waterlines"), "--canals", path("waterareas")]
    let outcomes = [[], ["--measures"]].map { more in
      let captured = CapturedConsole()
      _ = run(words + ["--format", "geojson"] + more, captured.console())
      return captured.stdout
    }
    #expect(outcomes[0].count > 1_000_000)
    #expect(outcomes[0] == outcomes[1])
  }

  /// The bare shapes in another system, its numbers made by PROJ from the degrees; nil leaves the degrees.
  private static func copy(_ name: String, in system: String?) throws -> IntakeFile {
    let path = try #require(SharedData.file("data/real/liechtenstein-\(name).geojson")).path
    let intake = try Intake.read(paths: [path], options: IntakeOptions(), console: .silent())
    let source = intake.sources[0]
    let projection = try system.map { try Projection(CoordinateReferenceSystem($0)) }
    let features = try source.collection.features.map { feature -> String in
      guard case .polygon(let rings) = feature.geometry else { return "" }
      let texts = try rings.map { ring in
        let points =
          try projection?.points(from: ring.map { GeographicPoint(longitude: $0.x, latitude: $0.y) })
          ?? ring.map { Point(x: $0.x, y: $0.y) }
        return "[" + points.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]"
      }
      let geometry = #"{"type":"Polygon","coordinates":[\#(texts.joined(separator: ","))]}"#
      return #"{"type":"Feature","properties":{},"geometry":\#(geometry)}"#
    }
    let member = system.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    return try IntakeFile(features: features.filter { !$0.isEmpty }, members: member, name: "\(name).geojson")
  }

  private static func summary(_ buildings: String, _ waters: String) throws -> (ExitCode, JSONValue?) {
    let captured = CapturedConsole()
    let code = run(
      ["check", buildings, "--canals", waters, "--format", "json", "--quiet"], captured.console())
    guard code == .done || code == .findings else { return (code, nil) }
    return (code, try JSONDocument(parsing: Array(captured.stdout.utf8)).value["summary"])
  }

  /// Both files in one system stand beside each other as in degrees; beside degrees the way there is good to a metre only
  /// for ETRS89, and what is nearer to its limit is too close to tell.
  @Test func inOtherSystems() throws {
    let degrees = try (Self.copy("buildings", in: nil), Self.copy("waterareas", in: nil))
    let own = try Self.summary(degrees.0.path, degrees.1.path).1
    for system in ["EPSG:32632", "EPSG:3857", "EPSG:25832"] {
      let (buildings, waters) = (
        try Self.copy("buildings", in: system), try Self.copy("waterareas", in: system)
      )
      #expect(try Self.summary(buildings.path, waters.path).1 == own, "\(system)")
      let mixed = try Self.summary(buildings.path, degrees.1.path).1
      #expect((mixed == own) == (system != "EPSG:25832"), "\(system)")
    }
  }
}
