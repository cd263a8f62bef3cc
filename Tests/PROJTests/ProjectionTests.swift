import Geometry
import PROJ
import TestSupport
import Testing

/// Degrees to metres and back: published points, our own places, and what must be refused.
@Suite struct ProjectionTests {
  /// Layout that the bulk call relies on.
  @Test func aPointIsTwoDoubles() {
    #expect(MemoryLayout<Point>.stride == 16)
    #expect(MemoryLayout<Point>.offset(of: \.x) == 0)
    #expect(MemoryLayout<Point>.offset(of: \.y) == 8)
  }

  /// Places whose coordinates others have published or that follow from the definition, tolerance in metres.
  @Test(arguments: [
    // The definition of UTM: 500 km false easting on the central meridian, 10,000 km false northing in the south.
    ("EPSG:32647", 99, 0, 500_000, 0, 1e-6),
    ("EPSG:32747", 99, 0, 500_000, 10_000_000, 1e-6),
    // CN Tower: 43 38 33.24 N, 79 23 13.7 W is 17T 630084 4833438 (Wikipedia, "Universal Transverse Mercator").
    ("EPSG:32617", -79.387139, 43.642567, 630_084, 4_833_438, 1),
    // EPSG Guidance Note 7-2, 3.5.1.3: 24 22 54.433 N, 100 20 W is X -11169055.58, Y 2800000.00.
    ("EPSG:3857", -100.333333333333, 24.381786944444, -11_169_055.58, 2_800_000.00, 0.01),
    // Half the equator of WGS 84: pi times 6,378,137 m.
    ("EPSG:3857", 180, 0, 20_037_508.342789, 0, 1e-5),
    // Computed with PROJ 9.1.1: Bang Bua, canal side.
    ("EPSG:32647", 100.5966, 13.8531, 672_546.94083, 1_532_055.72235, 1e-4),
  ])
  func published(
    system: String, longitude: Double, latitude: Double, x: Double, y: Double, tolerance: Double
  ) throws {
    let projection = try Projection(CoordinateReferenceSystem(system))
    let place = GeographicPoint(longitude: longitude, latitude: latitude)
    let point = try #require(try projection.points(from: [place]).first)
    #expect(point.distance(to: Point(x: x, y: y)) <= tolerance)
    #expect(projection.accuracyMetres == 0)
  }

  @Test func thereAndBackIsTheSamePlace() throws {
    var random = SplitMix64(seed: 3)
    let places = (0..<10_000).map { _ in
      GeographicPoint(
        longitude: .random(in: 97.5...105.5, using: &random),
        latitude: .random(in: 5.7...20.4, using: &random))
    }
    for system in ["EPSG:32647", "EPSG:32648", "EPSG:3857"] {
      let projection = try Projection(CoordinateReferenceSystem(system))
      let points = try projection.points(from: places)
      let returned = try projection.geographicPoints(from: points)
      let again = try projection.points(from: returned)
      for index in places.indices {
        // 1e-9 degrees is 0.1 mm.
        #expect(abs(places[index].longitude - returned[index].longitude) < 1e-9)
        #expect(abs(places[index].latitude - returned[index].latitude) < 1e-9)
        #expect(points[index].distance(to: again[index]) <= 1e-4)
      }
    }
  }

  @Test(arguments: [
    ("EPSG:32647", -81.0, 0.0), ("EPSG:32647", 81, 0), ("EPSG:32647", 114.1, 13.8),
    ("EPSG:32647", 89.9, 13.8),
    ("EPSG:32647", 100.5, -3.1), ("EPSG:32647", 13.8, 100.5), ("EPSG:32647", 13.8, 89),
    ("EPSG:32647", 100.5, 90.5),
    ("EPSG:3857", 100.5, 90), ("EPSG:3857", 100.5, 85.07), ("EPSG:3857", 180.1, 0),
    ("EPSG:32647", .nan, 13.7),
    ("EPSG:32647", 100.5, .infinity), ("EPSG:32647", 1e300, 13.7), ("EPSG:32647", 664_600, 1_519_000),
    ("EPSG:24047", 100.5, 30), ("EPSG:3035", 100.5, 13.8),
  ])
  func refused(system: String, longitude: Double, latitude: Double) throws {
    let projection = try Projection(CoordinateReferenceSystem(system))
    let good = projection.system.area.centre
    // The bad place stands third, and its index must be named.
    #expect {
      try projection.points(from: [good, good, .init(longitude: longitude, latitude: latitude)])
    } throws: { error in
      (error as? PROJError)?.index == 2
    }
  }

  @Test(arguments: [
    ("EPSG:32647", Double.nan, 0.0), ("EPSG:32647", 1e300, 1e300), ("EPSG:32647", 671_522, .infinity),
    ("EPSG:32647", 1e8, 1_528_453), ("EPSG:32647", -5e7, 1_528_453),
    // Once round the earth along the meridian: the inverse lands on Bangkok.
    ("EPSG:32647", 671_522, 1_528_453 + 2 * 20_003_931.4586 * 0.9996),
    ("EPSG:3857", 11_197_282 + 2 * 20_037_508.342789, 1_553_642), ("EPSG:3857", 0, 1e9), ("EPSG:3035", 0, 0),
  ])
  func refusedInMetres(system: String, x: Double, y: Double) throws {
    let projection = try Projection(CoordinateReferenceSystem(system))
    let good = try projection.points(from: [projection.system.area.centre])
    #expect {
      try projection.geographicPoints(from: good + [Point(x: x, y: y)])
    } throws: { error in
      (error as? PROJError)?.index == 1
    }
  }

  @Test func nothingInNothingOut() throws {
    let projection = try Projection(CoordinateReferenceSystem("EPSG:32647"))
    #expect(try projection.points(from: []).isEmpty)
    #expect(try projection.geographicPoints(from: []).isEmpty)
  }

  /// The scale is that of the ground: a hundred metres along the ellipsoid, measured on the plane.
  @Test(arguments: ["EPSG:32647", "EPSG:32648", "EPSG:3857"])
  func scaleIsThatOfTheGround(system: String) throws {
    let projection = try Projection(CoordinateReferenceSystem(system))
    let place = GeographicPoint(longitude: 100.5869, latitude: 13.8206)
    let scale = try projection.scale(at: place)
    for (azimuth, expected) in [(0.0, scale.meridional), (90, scale.parallel)] {
      let ahead = try Geodesic.direct(from: place, azimuthInDegrees: azimuth, metres: 50)
      let behind = try Geodesic.direct(from: place, azimuthInDegrees: azimuth + 180, metres: 50)
      let ends = try projection.points(from: [behind, ahead])
      #expect(abs(ends[0].distance(to: ends[1]) / 100 - expected) < 1e-8)
    }
  }
}
