import GeoJSON
import Geometry
import Glibc
import PROJ

/// The real canals of the shared folder (© OpenStreetMap contributors, ODbL 1.0), in metres of UTM zone 47N.
struct RealCanals {
  let lines: [LineString]
  let plane: CoordinateReferenceSystem

  /// Nil where the shared folder is missing: `KLONG_SHARED`, or `../shared` beside the package.
  static func read() throws -> RealCanals? {
    guard let text = bytes(of: folder + "/data/real/bangkok-khlongs.geojson") else { return nil }
    let plane = try CoordinateReferenceSystem("EPSG:32647")
    let projection = try Projection(plane)
    let collection = try FeatureCollection(reading: text)
    let parts = collection.features.flatMap { feature -> [[Position]] in
      switch feature.geometry {
      case .lineString(let line): [line]
      case .multiLineString(let lines): lines
      default: []
      }
    }
    let lines = try parts.map { part in
      try LineString(projection.points(from: part.map { GeographicPoint(longitude: $0.x, latitude: $0.y) }))
    }
    return RealCanals(lines: lines, plane: plane)
  }

  static let missing = "skipped: there is no ../shared/data/real/bangkok-khlongs.geojson"

  /// The first canal of the file, Khlong Lat Phrao, is one line of 10.9 km without a gap.
  var longest: LineString? { lines.max { $0.lengthInMetres < $1.lengthInMetres } }

  private static var folder: String {
    if let path = getenv("KLONG_SHARED") { return String(cString: path) }
    let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return package.dropLast().joined(separator: "/") + "/shared"
  }

  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
