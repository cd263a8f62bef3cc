import Foundation
import Geometry
import TestSupport

/// One row of `proj_cases.json`: two systems, a coordinate, and what other people's PROJ answered.
struct ConformanceCase: Decodable, Sendable {
  let kind: String
  let group: String
  let note: String?
  let from: String?
  let to: String?
  let crs: String?
  let input: [Coordinate]?
  let expected: Expectation?
  let toleranceMetres: Double?
  let recipe: Recipe?
  let start: [Double]?
  let end: [Double]?
  let azimuth: Double?
  let distance: Double?
  let ring: [[Double]]?
  let area: Double?
  let perimeter: Double?
  let toleranceSquareMetres: Double?
  let place: [Double]?
  let meridionalScale: Double?
  let parallelScale: Double?
  let convergence: Double?
  let tolerance: Double?

  enum CodingKeys: String, CodingKey {
    case kind, group, note, from, to, crs, expected, recipe, tolerance
    case input = "in"
    case toleranceMetres = "tolerance_m"
    case start = "from_lonlat"
    case end = "to_lonlat"
    case azimuth = "azimuth_deg"
    case distance = "distance_m"
    case ring = "ring_lonlat"
    case area = "area_m2"
    case perimeter = "perimeter_m"
    case toleranceSquareMetres = "tolerance_m2"
    case place = "lonlat"
    case meridionalScale = "meridional_scale"
    case parallelScale = "parallel_scale"
    case convergence = "convergence_deg"
  }

  /// A name that PROJ needs gigabytes for, as text that would be megabytes in the file.
  struct Recipe: Decodable, Sendable {
    let unit: String
    let times: Int
    let core: String
    let close: String

    var text: String {
      String(repeating: unit, count: times) + core + String(repeating: close, count: times)
    }
  }

  /// A coordinate; `"NaN"` and `"Infinity"` stand for those numbers.
  struct Coordinate: Decodable, Sendable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        value = number
      } else {
        value = Double(try container.decode(String.self)) ?? .nan
      }
    }
  }

  /// The coordinates of the answer, or nil where the row expects a refusal.
  struct Expectation: Decodable, Sendable {
    let coordinates: [Double]?

    init(from decoder: any Decoder) throws {
      coordinates = try? decoder.singleValueContainer().decode([Double].self)
    }
  }

  var title: String {
    "\(kind) \(group) \((from ?? crs ?? "").prefix(40)) \((to ?? "").prefix(60)) \(note ?? "")"
  }
}

/// The shared file, where there is one.
struct ConformanceFile: Decodable {
  let count: Int
  let cases: [ConformanceCase]

  static func read() throws -> ConformanceFile? {
    guard let url = SharedData.file("data/conformance/proj_cases.json") else { return nil }
    return try JSONDecoder().decode(ConformanceFile.self, from: Data(contentsOf: url))
  }
}

extension Point {
  init(_ coordinates: [Double]) throws {
    guard coordinates.count == 2 else { throw MalformedCase() }
    self.init(x: coordinates[0], y: coordinates[1])
  }
}

extension GeographicPoint {
  init(_ coordinates: [Double]) throws {
    guard coordinates.count == 2 else { throw MalformedCase() }
    self.init(longitude: coordinates[0], latitude: coordinates[1])
  }
}

struct MalformedCase: Error {}
