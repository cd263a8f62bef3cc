import Foundation
import GeoJSON
import Geometry
import JSON
import PROJ
import Planning

/// Lanes for real blocks whose least length is known; says so where the shared folder is missing.
struct Reblocking: Benchmark {
  static let name = "reblock"

  /// `KLONG_SHARED` or `../shared`, as for the tests.
  private static let folder =
    (ProcessInfo.processInfo.environment["KLONG_SHARED"] ?? "../shared") + "/data/reblock"

  /// The time that a block is given, in seconds, where it is not ten; the bars of issue 7.
  private static let seconds = ["khayelitsha": 1.8]
  private static let limits: [String: (metres: Double, seconds: Double)] = [
    "khayelitsha": (1165, 2), "epworth_map": (10_650, 10),
  ]

  func run() throws -> [Row] {
    guard let expected = FileManager.default.contents(atPath: Self.folder + "/expected.json") else {
      complain("reblock: skipped, \(Self.folder) is not there\n")
      return []
    }
    let wanted = ProcessInfo.processInfo.environment["KLONG_BLOCKS"]?.split(separator: ",").map(String.init)
    let rows = try JSONDocument(parsing: Array(expected)).value.array ?? []
    let named = rows.compactMap { row in row["id"]?.string.map { ($0, row) } }
    let others = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
      .filter { $0.hasSuffix(".partition.geojson") }.map { String($0.dropLast(".partition.geojson".count)) }
      .filter { name in !named.contains { $0.0 == name } }
    return try (named + others.map { ($0, .null) }).flatMap { name, row -> [Row] in
      guard wanted?.contains(name) ?? true else { return [] }
      let known = row["optimum_m"]?.double ?? (name.hasPrefix("control") ? 0 : nil)
      return try solved(name, known: known, peer: row["peer_best_m"]?.double)
    }
  }

  /// The least lanes, what they take with a width, and the least by frontage.
  private func solved(_ name: String, known: Double?, peer: Double?) throws -> [Row] {
    let clean = Self.folder + "/\(name).partition.geojson"
    let path = FileManager.default.fileExists(atPath: clean) ? clean : Self.folder + "/\(name).geojson"
    guard let bytes = FileManager.default.contents(atPath: path) else { return [] }
    let (parcels, scale) = try Self.parcels(Array(bytes))
    PeakMemory.reset()
    let ((cleaning, request, outcome), seconds) = try Stopwatch.time {
      let cleaning = try PartitionCleaning(parcels)
      let end = ContinuousClock.now + .seconds(Self.seconds[name] ?? 10)
      let request = ReblockingRequest(cleaning.partition, isCancelled: { ContinuousClock.now >= end })
      return (cleaning, request, Reblocker.reblock(cleaning.partition, request))
    }
    let found = outcome.cost * (name.hasPrefix("kdd_mumbai") ? scale : 1)
    let bound = outcome.bound * (name.hasPrefix("kdd_mumbai") ? scale : 1)
    if let limit = Self.limits[name] {
      try expect(
        found <= limit.metres && seconds <= limit.seconds, toBe: true,
        of: "\(name): \(found) m in \(seconds) s, at most \(limit.metres) m in \(limit.seconds) s")
    }
    // Known lengths are those of the peer's planes, which differ by so much from the zones outside Zimbabwe.
    let planes = name.hasPrefix("epworth") ? 0 : 0.0005
    if let known, path == clean || known == 0 {
      try expect(
        found <= known * (1.01 + planes) + 0.01, toBe: true,
        of: "\(name): \(found) m within 1 % of \(known) m")
      try expect(
        bound <= known * (1 + planes) + 0.05, toBe: true, of: "\(name): bound \(bound) m not above \(known) m"
      )
    }
    let changes = cleaning.changes.isEmpty ? "" : ", \(cleaning.changes.count) repairs"
    let least = Row(
      name: "reblock \(name)",
      amount: "\(parcels.count) parcels, \(outcome.isolatedBefore.count) isolated\(changes)",
      seconds: seconds,
      rate: "\(Table.rounded(found, to: 1)) m, bound \(Table.rounded(bound, to: 1)), gap "
        + "\(Table.rounded(outcome.gap * 100, to: 2)) % (\(outcome.provenParts)/\(outcome.parts) proven), known "
        + "\(known.map { Table.rounded($0, to: 1) } ?? "-"), peer \(peer.map { Table.rounded($0, to: 1) } ?? "-")"
    )
    return [
      least, try widened(name, cleaning.partition, request, outcome.opened),
      try keepingHouses(name, cleaning.partition),
      try fronted(
        name, cleaning.partition, touchBound: outcome.bound, seconds: Self.seconds[name] ?? 10),
    ]
  }

  /// The parcels on their UTM zone, and how much longer Mercator draws a metre there than that zone.
  private static func parcels(_ bytes: [UInt8]) throws -> (parcels: [[Polygon]], mercatorScale: Double) {
    let features = try FeatureCollection(reading: bytes).features
    let polygons = features.map { feature -> [[[Position]]] in
      switch feature.geometry {
      case .polygon(let rings): [rings]
      case .multiPolygon(let parts): parts
      default: []
      }
    }
    guard let first = polygons.first?.first?.first?.first else { return ([], 1) }
    let place = GeographicPoint(longitude: first.x, latitude: first.y)
    let plane = try Projection(.utm(for: place), near: place)
    let parcels = try polygons.map { parts in
      try parts.map { rings in
        let made = try rings.map { ring in
          try Ring(plane.points(from: ring.map { GeographicPoint(longitude: $0.x, latitude: $0.y) }))
        }
        return Polygon(made[0], holes: Array(made.dropFirst()))
      }
    }
    let latitude = first.y * .pi / 180
    let mercator = (1 - 0.00669438 * sin(latitude) * sin(latitude)).squareRoot() / cos(latitude)
    return (parcels, mercator / (try plane.scale(at: place).parallel))
  }
}
