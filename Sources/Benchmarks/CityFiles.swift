import GeoJSON
import Geometry
import JSON
import PROJ
import Settlement
import SyntheticSettlements

/// A made city as the files that people have.
enum CityFiles {
  /// Writes `canals.geojson` and `buildings.geojson`.
  static func write(_ city: SyntheticCity, to folder: String) throws {
    let projection = try Projection(CoordinateReferenceSystem("EPSG:32647"))
    let canals = try city.settlement.canals.enumerated().map { number, canal in
      var properties: JSONObject = ["kind": "canal", "name": .string("Khlong \(number)")]
      if let width = canal.widthMetres { properties["width_m"] = .number(JSONNumber(width)) }
      return try feature(number, properties, canal.area, canal.centreline, projection)
    }
    try SmallFile.write(collection(canals), to: "\(folder)/canals.geojson")
    let houses = try city.settlement.houses.enumerated().map { number, house in
      let properties: JSONObject = ["kind": "house", "house_no": .string(house.houseNumber ?? "")]
      return try feature(number, properties, house.footprint, [], projection)
    }
    try SmallFile.write(collection(houses), to: "\(folder)/buildings.geojson")
  }

  private static func feature(
    _ number: Int, _ properties: JSONObject, _ area: [Polygon], _ lines: [LineString],
    _ projection: Projection
  ) throws -> MadeFeature {
    func positions(_ points: [Point]) throws -> [Position] {
      try projection.geographicPoints(from: points).map { Position(x: $0.longitude, y: $0.latitude) }
    }
    let geometry: FeatureGeometry =
      area.isEmpty
      ? .multiLineString(try lines.map { try positions($0.points) })
      : area.count == 1
        ? .polygon(try area[0].rings.map { try positions($0.points) })
        : .multiPolygon(try area.map { try $0.rings.map { try positions($0.points) } })
    return MadeFeature(id: .number(JSONNumber(number)), properties: properties, geometry: geometry)
  }

  private static func collection(_ features: [MadeFeature]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = FeatureCollectionWriter { bytes.append(contentsOf: $0) }
    for feature in features { try writer.write(made: feature) }
    try writer.finish()
    return bytes
  }
}
