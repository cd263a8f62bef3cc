internal import CPROJ
public import Geometry

/// Lengths and areas on the ellipsoid of WGS 84 itself, without any plane.
///
/// Karney, Algorithms for geodesics, J. Geodesy 87 (2013), in PROJ's own code; errors are below a micrometre.
public enum Geodesic {
  /// The shortest way between two places.
  public struct Path: Hashable, Sendable {
    public var lengthInMetres: Double
    /// Where the way sets out to, clockwise from north, from -180 to 180.
    public var azimuthInDegrees: Double
  }

  /// What a ring encloses.
  public struct Extent: Hashable, Sendable {
    /// Positive when the ring runs counter-clockwise.
    public var areaInSquareMetres: Double
    public var perimeterInMetres: Double
  }

  /// The shortest way from one place to another.
  public static func inverse(
    from start: GeographicPoint, to end: GeographicPoint
  ) throws(PROJError) -> Path {
    try requireDegrees([start, end])
    var geodesic = wgs84()
    var path = Path(lengthInMetres: .nan, azimuthInDegrees: .nan)
    geod_inverse(
      &geodesic, start.latitude, start.longitude, end.latitude, end.longitude,
      &path.lengthInMetres, &path.azimuthInDegrees, nil)
    return path
  }

  /// The place that one reaches from another.
  public static func direct(
    from start: GeographicPoint, azimuthInDegrees: Double, metres: Double
  ) throws(PROJError) -> GeographicPoint {
    try requireDegrees([start])
    guard azimuthInDegrees.isFinite, metres.isFinite else { throw .notFinite(index: 0) }
    var geodesic = wgs84()
    var end = GeographicPoint(longitude: .nan, latitude: .nan)
    geod_direct(
      &geodesic, start.latitude, start.longitude, azimuthInDegrees, metres,
      &end.latitude, &end.longitude, nil)
    return end
  }

  /// The area and the length of a ring; a closing point may be given or left out.
  public static func extent(of ring: [GeographicPoint]) throws(PROJError) -> Extent {
    try requireDegrees(ring)
    var geodesic = wgs84()
    var polygon = geod_polygon()
    geod_polygon_init(&polygon, 0)
    for place in ring { geod_polygon_addpoint(&geodesic, &polygon, place.latitude, place.longitude) }
    var extent = Extent(areaInSquareMetres: .nan, perimeterInMetres: .nan)
    geod_polygon_compute(
      &geodesic, &polygon, 0, 1, &extent.areaInSquareMetres, &extent.perimeterInMetres)
    return extent
  }

  /// WGS 84: semi-major axis and flattening as in NGA.STND.0036, table 3.1.
  private static func wgs84() -> geod_geodesic {
    var geodesic = geod_geodesic()
    geod_init(&geodesic, 6_378_137, 1 / 298.257223563)
    return geodesic
  }

  private static func requireDegrees(_ places: [GeographicPoint]) throws(PROJError) {
    for (index, place) in places.enumerated() {
      guard place.longitude.isFinite, place.latitude.isFinite else { throw .notFinite(index: index) }
      guard abs(place.longitude) <= 180, abs(place.latitude) <= 90 else { throw .notDegrees(index: index) }
    }
  }
}
