import Geometry
import PROJ
import TestSupport
import Testing

/// Polynomials in small squares against PROJ itself, in metres.
@Suite struct TiledProjectionTests {
  private static func degrees(_ places: [GeographicPoint]) -> [Double] {
    places.flatMap { [$0.longitude, $0.latitude] }
  }

  @Test(arguments: [
    ("EPSG:32647", 99.0...106.0, 5.7...20.4), ("EPSG:32632", 9.4...9.6, 47.0...47.2),
    ("EPSG:32733", 14.0...16.5, -34.0 ... -22.0), ("EPSG:3857", -179.9...179.9, -60.0...60.0),
    ("EPSG:2056", 8.9...9.5, 46.8...47.3),
  ])
  func agreesWithPROJ(system: String, longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>) throws
  {
    var random = SplitMix64(seed: 7)
    let projection = try Projection(CoordinateReferenceSystem(system))
    let tiled = TiledProjection(projection)
    for _ in 0..<40 {
      let (x, y) = (
        Double.random(in: longitudes, using: &random), Double.random(in: latitudes, using: &random)
      )
      let places = (0..<50).map { _ in
        GeographicPoint(
          longitude: min(180, max(-180, x + .random(in: -0.05...0.05, using: &random))),
          latitude: min(90, max(-90, y + .random(in: -0.05...0.05, using: &random))))
      }
      let expected = try projection.points(from: places)
      let points = try tiled.points(fromDegrees: Self.degrees(places))
      for (point, truth) in zip(points, expected) { #expect(point.distance(to: truth) <= 3e-8) }
    }
  }

  @Test func cornersOfSquaresAreTheSameFromAllSides() throws {
    let projection = try Projection(CoordinateReferenceSystem("EPSG:32647"))
    let corner = [100.5, 13.75, 100.5 - 1e-13, 13.75 - 1e-13]
    let points = try TiledProjection(projection).points(fromDegrees: corner)
    #expect(points[0].distance(to: points[1]) <= 5e-8)
  }

  /// The refusal is PROJ's, with the same index.
  @Test(arguments: [[100.5, 13.8, 13.8, 100.5], [100.5, 13.8, -60, 13.8], [100.5, 13.8, .nan, 13.8]])
  func refusesTheSame(degrees: [Double]) throws {
    let projection = try Projection(CoordinateReferenceSystem("EPSG:32647"))
    let places = stride(from: 0, to: degrees.count, by: 2).map {
      GeographicPoint(longitude: degrees[$0], latitude: degrees[$0 + 1])
    }
    #expect(throws: PROJError.self) { try projection.points(from: places) }
    #expect(throws: PROJError.self) { try TiledProjection(projection).points(fromDegrees: degrees) }
  }
}
