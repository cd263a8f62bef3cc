import Geometry
import PROJ
import Testing

/// Lengths and areas on the ellipsoid.
@Suite struct GeodesicTests {
  /// A quarter of the meridian of WGS 84 is 10,001,965.729 m; a degree of its equator is a * pi / 180.
  @Test(arguments: [
    (0.0, 0.0, 0.0, 90.0, 10_001_965.729, 0.0), (0, 0, 1, 0, 111_319.490793, 90),
    (100, 13, 100, 13, 0, 180),
  ])
  func known(
    fromLongitude: Double, fromLatitude: Double, toLongitude: Double, toLatitude: Double, metres: Double,
    azimuth: Double
  ) throws {
    let path = try Geodesic.inverse(
      from: .init(longitude: fromLongitude, latitude: fromLatitude),
      to: .init(longitude: toLongitude, latitude: toLatitude))
    #expect(abs(path.lengthInMetres - metres) < 1e-3)
    #expect(metres == 0 || abs(path.azimuthInDegrees - azimuth) < 1e-9)
  }

  @Test func directUndoesInverse() throws {
    let start = GeographicPoint(longitude: 100.5869, latitude: 13.8206)
    let end = GeographicPoint(longitude: 100.6212, latitude: 13.7556)
    let path = try Geodesic.inverse(from: start, to: end)
    let reached = try Geodesic.direct(
      from: start, azimuthInDegrees: path.azimuthInDegrees, metres: path.lengthInMetres)
    #expect(try Geodesic.inverse(from: reached, to: end).lengthInMetres < 1e-6)
  }

  /// The area of the northern half of the ellipsoid: WGS 84 has 510,065,621,724,088 m2 (Karney 2013).
  @Test func halfTheEarth() throws {
    let equator = [0.0, 90, 180, -90].map { GeographicPoint(longitude: $0, latitude: 0) }
    let extent = try Geodesic.extent(of: equator)
    #expect(abs(abs(extent.areaInSquareMetres) - 510_065_621_724_088 / 2) < 1e3)
    #expect(try Geodesic.extent(of: []).areaInSquareMetres == 0)
  }

  @Test(arguments: [(Double.nan, 0.0), (0, 91), (181, 0), (0, .infinity)])
  func refused(longitude: Double, latitude: Double) {
    let bad = GeographicPoint(longitude: longitude, latitude: latitude)
    let good = GeographicPoint(longitude: 100, latitude: 13)
    #expect(throws: PROJError.self) { try Geodesic.inverse(from: good, to: bad) }
    #expect(throws: PROJError.self) { try Geodesic.direct(from: bad, azimuthInDegrees: 0, metres: 1) }
    #expect(throws: PROJError.self) {
      try Geodesic.direct(from: good, azimuthInDegrees: longitude, metres: .nan)
    }
    #expect(throws: PROJError.self) { try Geodesic.extent(of: [good, good, bad]) }
  }
}
