import Geometry
import PROJ
import Testing

@testable import KlongCLI

/// Files in other grids than each other say the same of every building, to a millimetre.
@Suite struct CityZoneTests {
  /// Where UTM zones 47 and 48 meet (102 E) in Prachin Buri; drawn in zone 47.
  private static let border = PlanarCity(system: "EPSG:32647", east: 824_000, north: 1_550_000)

  private static func houses(_ city: PlanarCity, in system: String?) throws -> IntakeFile {
    let features = try (0..<60).map { number in
      let (x, y) = (Double(number) * 7, 8 + Double(number) * 0.25)
      return try city.area(#""kind":"house""#, [city.rectangle(x, y, 4, 5)], in: system)
    }
    return try city.file(features, name: "houses.geojson", in: system)
  }

  private static func canals(_ city: PlanarCity, in system: String?) throws -> IntakeFile {
    let own = #""kind":"canal","name":"border","width_m":14"#
    let line = try city.line(own, [[city.at(-20, 0), city.at(150, 1), city.at(460, -1)]], in: system)
    return try city.file([line], name: "canals.geojson", in: system)
  }

  private static let systems: [String?] = [nil, "EPSG:32647", "EPSG:32648", "EPSG:3857"]

  @Test(arguments: systems, systems)
  func zonesSideBySide(buildings: String?, canals: String?) throws {
    let city = Self.border
    let own = try PlanarCity.verdicts([Self.houses(city, in: nil)], [Self.canals(city, in: nil)])
    #expect(own.count { $0.word == "breach" } > 10)
    #expect(own.count { $0.word == "ok" } > 10)
    let other = try PlanarCity.verdicts([Self.houses(city, in: buildings)], [Self.canals(city, in: canals)])
    #expect(other.count == own.count)
    for (a, b) in zip(own, other) { #expect(a.agrees(with: b), "\(a), not \(b)") }
  }

  /// Half of the buildings in each zone, beside one canal in degrees.
  @Test func filesOfTwoZones() throws {
    let city = Self.border
    let files = [try Self.houses(city, in: "EPSG:32647"), try Self.houses(city, in: "EPSG:32648")]
    let canals = try Self.canals(city, in: nil)
    let own = try PlanarCity.verdicts([Self.houses(city, in: nil)], [canals])
    let both = try PlanarCity.verdicts(files, [canals])
    #expect(both.count == 2 * own.count)
    for (place, found) in both.enumerated() { #expect(found.agrees(with: own[place % own.count])) }
  }
}
