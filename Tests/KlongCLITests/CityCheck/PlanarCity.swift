import GeoJSON
import Geometry
import JSON
import PROJ
import Testing

@testable import KlongCLI

/// Canals and buildings drawn in metres of a grid, as files in degrees or in the grid itself.
struct PlanarCity {
  /// Round Khlong Bang Bua.
  static let bangkok = PlanarCity(system: "EPSG:32647", east: 670_000, north: 1_531_000)

  let system: String
  let east: Double
  let north: Double

  /// A place so many metres from the corner of the city.
  func at(_ x: Double, _ y: Double) -> Point { Point(x: east + x, y: north + y) }

  func rectangle(_ x: Double, _ y: Double, _ width: Double, _ depth: Double) -> [Point] {
    [at(x, y), at(x + width, y), at(x + width, y + depth), at(x, y + depth), at(x, y)]
  }

  /// Coordinates as JSON in degrees, or in another system.
  private func text(_ points: [Point], in other: String?) throws -> String {
    let degrees = try Projection(CoordinateReferenceSystem(system)).geographicPoints(from: points)
    guard let other else {
      return degrees.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",")
    }
    let own = try Projection(CoordinateReferenceSystem(other)).points(from: degrees)
    return own.map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
  }

  func line(_ properties: String, _ parts: [[Point]], in other: String? = nil) throws -> String {
    let texts = try parts.map { "[\(try text($0, in: other))]" }
    return texts.count == 1
      ? feature(properties, #"{"type":"LineString","coordinates":\#(texts[0])}"#)
      : feature(properties, #"{"type":"MultiLineString","coordinates":[\#(texts.joined(separator: ","))]}"#)
  }

  func area(_ properties: String, _ rings: [[Point]], in other: String? = nil) throws -> String {
    let texts = try rings.map { "[\(try text($0, in: other))]" }
    return feature(properties, #"{"type":"Polygon","coordinates":[\#(texts.joined(separator: ","))]}"#)
  }

  func file(_ features: [String], name: String, in other: String? = nil) throws -> IntakeFile {
    let member = other.map { #""crs":{"type":"name","properties":{"name":"\#($0)"}},"# } ?? ""
    return try IntakeFile(features: features, members: member, name: name)
  }

  /// What is said of each building.
  struct Verdict: Equatable, CustomStringConvertible {
    var word: String
    var distance: Double?
    var required: Double?
    var canal: String?
    var isOverWater = false

    /// The same within a millimetre, which is what the tool tells apart.
    func agrees(with other: Verdict) -> Bool {
      let gaps = [(distance, other.distance), (required, other.required)].map { a, b in
        a == b ? 0 : abs((a ?? .infinity) - (b ?? -.infinity))
      }
      return word == other.word && canal == other.canal && isOverWater == other.isOverWater
        && gaps.allSatisfy { $0 <= 0.001_000_1 }
    }

    var description: String {
      "\(word) \(distance ?? -1) of \(required ?? -1) m, \(canal ?? "-")\(isOverWater ? ", over water" : "")"
    }
  }

  /// The verdicts of a check as a stream, and whole, which must be the same.
  static func verdicts(
    _ buildings: [IntakeFile], _ canals: [IntakeFile], _ more: [String] = []
  ) throws -> [Verdict] {
    let texts = [[], ["--measures"]].map { extra in
      let captured = CapturedConsole()
      let words =
        ["check"] + buildings.map(\.path) + canals.flatMap { ["--canals", $0.path] }
        + ["--format", "geojson", "--quiet"] + more + extra
      _ = run(words, captured.console())
      return captured.stdout
    }
    #expect(texts[0] == texts[1])
    let features = try JSONDocument(parsing: Array(texts[0].utf8)).value["features"]?.array ?? []
    return features.map { feature in
      let properties = feature["properties"]
      return Verdict(
        word: properties?["klong_setback"]?.string ?? "-",
        distance: properties?["klong_distance_m"]?.double, required: properties?["klong_required_m"]?.double,
        canal: properties?["klong_canal"]?.string,
        isOverWater: properties?["klong_over_water"]?.bool ?? false)
    }
  }
}
