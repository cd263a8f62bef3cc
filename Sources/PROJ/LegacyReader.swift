public import Geometry

/// Reads coordinates of any listed system as degrees of WGS 84: for files that still carry a `crs` member.
///
/// It says how good its operation is; whether that is good enough for a rule is the caller's to decide.
/// Owns a PROJ context: make one for each task.
public final class LegacyReader {
  public let system: CoordinateReferenceSystem
  /// The operation from the system to WGS 84, in PROJ's words.
  public var operation: String { forward.operation }
  /// How far the operation may be off, in metres, as the authority states it; nil where it states nothing.
  ///
  /// Even that can be too bright: PROJ's own pick for Indian 1975 states 3 m and lands some 190 m off at Bangkok
  /// (compared with EPSG:1304 on PROJ 9.1.1).
  public var accuracyMetres: Double? { forward.accuracyMetres }

  private let forward: Transformation
  private let gate: Gate

  /// Takes the operation that is best in the middle of the system's area of use.
  public convenience init(_ system: CoordinateReferenceSystem) throws(PROJError) {
    try self.init(system, at: .geographic(system.area.centre))
  }

  /// Takes the operation that is best at a place of the data, in the system's own coordinates.
  public convenience init(_ system: CoordinateReferenceSystem, near point: Point) throws(PROJError) {
    try self.init(system, at: .source(point))
  }

  /// Takes the operation that is best at a place of the data, in degrees.
  public convenience init(_ system: CoordinateReferenceSystem, near place: GeographicPoint) throws(PROJError)
  {
    try self.init(system, at: .geographic(place))
  }

  private init(_ system: CoordinateReferenceSystem, at place: Transformation.Place) throws(PROJError) {
    self.system = system
    forward = try Transformation(
      from: .listed(system.identifier), to: .listed(.wgs84), at: place, in: Context())
    gate = Gate(system: system, operationArea: forward.area)
  }

  /// Eastings and northings of a projected system, in that system's unit, to degrees of WGS 84.
  ///
  /// - Throws: `PROJError` with the index of the first point that is refused.
  public func geographicPoints(from points: [Point]) throws(PROJError) -> [GeographicPoint] {
    guard !system.isGeographic else {
      throw .unsuitable(system.name, reason: "its coordinates are degrees, not eastings and northings")
    }
    return try transformed(points)
  }

  /// Degrees of another datum to degrees of WGS 84.
  ///
  /// - Throws: `PROJError` with the index of the first point that is refused.
  public func geographicPoints(from places: [GeographicPoint]) throws(PROJError) -> [GeographicPoint] {
    guard system.isGeographic else {
      throw .unsuitable(system.name, reason: "its coordinates are eastings and northings, not degrees")
    }
    try gate.admit(places)
    return try transformed(places.map { Point(x: $0.longitude, y: $0.latitude) })
  }

  private func transformed(_ points: [Point]) throws(PROJError) -> [GeographicPoint] {
    var degrees = points
    try forward.object.transform(&degrees, inverse: false)
    let places = degrees.map { GeographicPoint(longitude: $0.x, latitude: $0.y) }
    try gate.admit(places)
    // Far outside its domain an inverse can land in the area by chance; only a true inverse leads back.
    try forward.object.transform(&degrees, inverse: true)
    try gate.requireReturn(of: points, to: degrees)
    return places
  }
}
