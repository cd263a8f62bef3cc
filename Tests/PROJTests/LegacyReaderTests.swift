import Geometry
import PROJ
import Testing

/// Files in other systems: which operation is taken, how good it says it is, what is refused.
@Suite struct LegacyReaderTests {
  /// The operation and its accuracy are those of the EPSG data in PROJ 9.1.1; coordinates computed with it.
  @Test(arguments: [
    ("EPSG:32647", 671_522.2301, 1_528_453.2258, 0.0, "Inverse of UTM zone 47N"),
    ("EPSG:24047", 672_036.8811, 1_528_100.3983, 3.0, "Inverse of UTM zone 47N + Indian 1975 to WGS 84 (4)"),
    ("EPSG:24048", 23_236.0669, 1_531_916.3292, 3.0, "Inverse of UTM zone 48N + Indian 1975 to WGS 84 (4)"),
  ])
  func projected(name: String, x: Double, y: Double, accuracyMetres: Double, operation: String) throws {
    let point = Point(x: x, y: y)
    let system = try CoordinateReferenceSystem(name)
    for reader in [try LegacyReader(system), try LegacyReader(system, near: point)] {
      #expect(reader.operation == operation)
      #expect(reader.accuracyMetres == accuracyMetres)
      let place = try #require(try reader.geographicPoints(from: [point]).first)
      let khlongLatPhrao = GeographicPoint(longitude: 100.5869, latitude: 13.8206)
      #expect(try Geodesic.inverse(from: place, to: khlongLatPhrao).lengthInMetres < 0.01)
    }
  }

  /// Indian 1954 is good to 21 m only (EPSG), so that a caller can refuse it.
  @Test(arguments: [("EPSG:23947", 21.0), ("EPSG:23948", 21.0), ("EPSG:4240", 3.0), ("EPSG:4326", 0.0)])
  func accuracyIsTold(name: String, metres: Double) throws {
    let reader = try LegacyReader(CoordinateReferenceSystem(name))
    #expect(reader.accuracyMetres == metres)
    #expect(!reader.operation.isEmpty)
  }

  /// In the Bongkot gas field EPSG has an operation good to a metre; on land it must not be taken.
  @Test(arguments: [
    (102.5, 7.5, "Indian 1975 to WGS 84 (3)", 1.0), (100.5, 13.8, "Indian 1975 to WGS 84 (4)", 3.0),
  ])
  func placeDecides(longitude: Double, latitude: Double, operation: String, metres: Double) throws {
    let place = GeographicPoint(longitude: longitude, latitude: latitude)
    let reader = try LegacyReader(CoordinateReferenceSystem("EPSG:4240"), near: place)
    #expect(reader.operation == operation)
    #expect(reader.accuracyMetres == metres)
  }

  /// Chosen for one place, an operation is not stretched over the whole country.
  @Test func anOperationKeepsToItsArea() throws {
    let bongkot = GeographicPoint(longitude: 102.5, latitude: 7.5)
    let chiangMai = GeographicPoint(longitude: 98.99, latitude: 18.78)
    let reader = try LegacyReader(CoordinateReferenceSystem("EPSG:4240"), near: bongkot)
    #expect(throws: PROJError.self) { try reader.geographicPoints(from: [bongkot, chiangMai]) }
  }

  /// Systems that PROJ only guesses a way for: its answer would be a ballpark one.
  @Test(arguments: ["EPSG:4001", "EPSG:4047"])
  func ballparkIsRefused(name: String) throws {
    let system = try CoordinateReferenceSystem(name)
    #expect(throws: PROJError.noOperation(from: name, to: "EPSG:4326")) { try LegacyReader(system) }
  }

  @Test func feetAreReadInFeet() throws {
    // New York Long Island, US survey feet: 300,000 m false easting is 984,250 ft on 74 W (EPSG:2263).
    let reader = try LegacyReader(CoordinateReferenceSystem("EPSG:2263"))
    let place = try #require(try reader.geographicPoints(from: [Point(x: 984_250, y: 194_305.33894)]).first)
    #expect(abs(place.longitude + 74) < 1e-4 && abs(place.latitude - 40.7) < 1e-4)
  }

  @Test func theKindOfCoordinatesMustFit() throws {
    let projected = try LegacyReader(CoordinateReferenceSystem("EPSG:24047"))
    let geographic = try LegacyReader(CoordinateReferenceSystem("EPSG:4240"))
    #expect(throws: PROJError.self) {
      try projected.geographicPoints(from: [GeographicPoint(longitude: 100.5, latitude: 13.8)])
    }
    #expect(throws: PROJError.self) { try geographic.geographicPoints(from: [Point(x: 1, y: 1)]) }
  }

  @Test(arguments: [
    (13.8, 100.5), (200, 13.8), (.nan, 13.8), (2.35, 48.85), (-79.5, 13.8),
  ])
  func refused(longitude: Double, latitude: Double) throws {
    let reader = try LegacyReader(CoordinateReferenceSystem("EPSG:4240"))
    #expect {
      try reader.geographicPoints(from: [.init(longitude: longitude, latitude: latitude)])
    } throws: { error in
      (error as? PROJError)?.index == 0
    }
  }
}
