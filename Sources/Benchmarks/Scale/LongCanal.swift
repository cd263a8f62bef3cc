import Compliance
import GeoJSON
import Geometry
import Glibc
import JSON
import PROJ
import Settlement

/// The whole process `klong plan` on one site of several kilometres along a real canal, judged by `klong check`.
struct LongCanal: Benchmark {
  static let name = "long-canal"

  /// About 7,000 plots.
  static let depthMetres = 45.0
  static let lengthMetres = 6_500.0
  static let canalWidthMetres = 25.0
  static let leastPlots = 6_000

  func run() throws -> [Row] {
    guard let canals = try RealCanals.read(), let canal = canals.longest else {
      complain("\(Self.name): \(RealCanals.missing)\n")
      return []
    }
    let strip = BankStrip(
      canal: canal, canalWidthMetres: Self.canalWidthMetres, fromMetres: 500,
      toMetres: min(canal.lengthInMetres - 100, 500 + Self.lengthMetres), isLeft: true,
      depthMetres: Self.depthMetres)
    guard let settlement = try strip.settlement() else {
      throw WrongAnswer(description: "no land beside the canal")
    }
    let folder = try TemporaryFolder()
    let (given, made) = (folder.path + "/given.geojson", folder.path + "/plan.geojson")
    try Self.write(settlement, plane: canals.plane, to: given)
    let klong = try BuiltProgram.klong()
    let (_, seconds) = try Stopwatch.time {
      try BuiltProgram.run(
        klong,
        [
          "plan", given, "-o", made, "--plot", "4x7", "--lane-width", "3", "--walkway", "3", "--row-max",
          "10",
        ])
    }
    try BuiltProgram.run(klong, ["check", made])
    let collection = try FeatureCollection(reading: RealCanals.bytes(of: made) ?? [])
    let header = collection.members["klong"]
    let plots = header?["measures"]?["plots"]?.int ?? 0
    try expect(plots >= Self.leastPlots, toBe: true, of: "plots along the canal, \(plots)")
    let gap = header?["gap"]?.number?.double ?? .nan
    return [
      Row(
        name: Self.name, amount: "\(plots) plots", seconds: seconds,
        rate: "gap \(Table.rounded(gap * 100, to: 1)) %", peakMegabytes: BuiltProgram.peakMegabytes)
    ]
  }

  private static func write(
    _ settlement: Settlement, plane: CoordinateReferenceSystem, to path: String
  ) throws {
    let projection = try Projection(plane)
    func degrees(_ points: [Point]) throws -> [Position] {
      try projection.geographicPoints(from: points).map { Position(x: $0.longitude, y: $0.latitude) }
    }
    var bytes: [UInt8] = []
    let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
    for site in settlement.site {
      try writer.write(
        made: MadeFeature(
          id: "site", properties: ["kind": "site"],
          geometry: .polygon(try site.rings.map { try degrees($0.points) })))
    }
    let lines =
      settlement.canals.map { ("canal", $0.centreline, $0.widthMetres) }
      + settlement.roads.map { ("road", $0.centreline, $0.widthMetres) }
    for (kind, centreline, width) in lines {
      for line in centreline {
        try writer.write(
          made: MadeFeature(
            id: .string(kind),
            properties: ["kind": .string(kind), "width_m": .number(JSONNumber(width ?? 0))],
            geometry: .lineString(try degrees(line.points))))
      }
    }
    try writer.finish()
    guard let file = fopen(path, "wb") else { throw WrongAnswer(description: "cannot write \(path)") }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
  }
}
