import PROJ
import Testing

/// The closed list of names: what is taken, what is refused before PROJ sees it, what is no system for plans.
@Suite struct SystemNameTests {
  @Test(arguments: [
    ("EPSG:4326", "EPSG:4326", "WGS 84"),
    ("epsg:32647", "EPSG:32647", "WGS 84 / UTM zone 47N"),
    ("OGC:CRS84", "OGC:CRS84", "WGS 84 (CRS84)"),
    ("urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "WGS 84 (CRS84)"),
    ("urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "WGS 84 (CRS84)"),
    ("urn:ogc:def:crs:EPSG::24047", "EPSG:24047", "Indian 1975 / UTM zone 47N"),
    ("urn:ogc:def:crs:EPSG:9.8.2:32648", "EPSG:32648", "WGS 84 / UTM zone 48N"),
  ])
  func taken(text: String, name: String, title: String) throws {
    let system = try CoordinateReferenceSystem(text)
    #expect(system.name == name)
    #expect(system.title == title)
  }

  @Test(arguments: [
    "", " ", ":", "EPSG", "EPSG:", "EPSG:0", "EPSG:04326", "EPSG:4326 ", " EPSG:4326", "EPSG:4326x",
    "EPSG:-4326",
    "EPSG:4326.0", "EPSG:4326+5773", "EPSG:4326:", "EPSG::4326", "EPSG:\u{0E51}\u{0E52}", "EPSG:43260000",
    "EPSG:4326\u{0}", "EPSG:4326\n", "ESRI:54009", "IAU_2015:30100", "OGC:CRS27", "OGC:4326", "CRS84",
    "WGS 84", "Indian", "UTM zone 47N", "+proj=longlat", "+proj=longlat +type=crs", "+init=epsg:4326",
    "{\"type\":\"GeographicCRS\"}", "PROJCS[\"x\"]", "/etc/passwd", "@null", "https://epsg.io/4326",
    "http://www.opengis.net/def/crs/EPSG/0/4326", "urn:ogc:def:crs:EPSG::", "urn:ogc:def:crs:EPSG:;rm:4326",
    "urn:ogc:def:datum:EPSG::6326", "urn:ogc:def:crs:EPSG::4326:", "urn:ogc:def:crs,crs:EPSG::4326",
    String(repeating: "A", count: 1_000_000),
  ])
  func refused(text: String) {
    #expect { try CoordinateReferenceSystem(text) } throws: { error in
      guard case .nameNotTaken(let excerpt)? = error as? PROJError else { return false }
      return excerpt.utf8.count <= 43 && excerpt.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }
  }

  @Test(arguments: [
    ("EPSG:999999", PROJError.noSuchSystem("EPSG:999999")),
    ("EPSG:1", PROJError.noSuchSystem("EPSG:1")),
    ("EPSG:5773", PROJError.unsuitable("EPSG:5773", reason: "it measures heights, not places")),
    (
      "EPSG:4978",
      PROJError.unsuitable("EPSG:4978", reason: "it counts from the centre of the earth, which is no plan")
    ),
    // A compound system, axes to the south, and angles in grads.
    (
      "EPSG:9707",
      PROJError.unsuitable("EPSG:9707", reason: "it is neither a geographic nor a projected system")
    ),
    (
      "EPSG:3408",
      PROJError.unsuitable("EPSG:3408", reason: "its axes run south and south, not east and north")
    ),
    (
      "EPSG:5513",
      PROJError.unsuitable("EPSG:5513", reason: "its axes run south and west, not east and north")
    ),
    ("EPSG:4807", PROJError.unsuitable("EPSG:4807", reason: "its angles are not degrees but grad")),
  ])
  func unsuitable(name: String, reason: PROJError) {
    #expect(throws: reason) { try CoordinateReferenceSystem(name) }
  }

  @Test func degreesAndFeetAreNoWorkingPlane() throws {
    for name in ["EPSG:4326", "OGC:CRS84", "EPSG:2263"] {
      let system = try CoordinateReferenceSystem(name)
      let refusal = PROJError.unsuitable(name, reason: "a working plane must count metres")
      #expect(throws: refusal) { try Projection(system) }
    }
    #expect(try CoordinateReferenceSystem("OGC:CRS84").isWGS84)
    #expect(try !CoordinateReferenceSystem("EPSG:4240").isWGS84)
  }

  @Test(arguments: [
    (100.5869, 13.8206, "EPSG:32647"), (104.8473, 15.2287, "EPSG:32648"), (102, 14.9, "EPSG:32648"),
    (101.999999, 14.9, "EPSG:32647"), (106.8, -6.2, "EPSG:32748"), (-180, 0, "EPSG:32601"),
    (180, 10, "EPSG:32660"), (99, -0.0001, "EPSG:32747"), (5.32, 60.39, "EPSG:32631"),
  ])
  func zone(longitude: Double, latitude: Double, name: String) throws {
    let system = try CoordinateReferenceSystem.utm(for: .init(longitude: longitude, latitude: latitude))
    #expect(system.name == name)
  }

  @Test(arguments: [
    (0.0, 84.1), (0, -80.1), (0, 90.1), (181, 0), (.nan, 0), (0, .infinity), (13.8, 100.5), (1e300, 1),
  ])
  func noZone(longitude: Double, latitude: Double) {
    #expect(throws: PROJError.self) {
      try CoordinateReferenceSystem.utm(for: .init(longitude: longitude, latitude: latitude))
    }
  }
}
