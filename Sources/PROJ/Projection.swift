public import Geometry

/// The door between WGS 84 degrees and the metres of one working plane.
///
/// Owns a PROJ context: make one for each task. Nothing that it returns depends on it.
public final class Projection {
  public let system: CoordinateReferenceSystem
  /// The operation from WGS 84 to the plane, in PROJ's words.
  public var operation: String { forward.operation }
  /// How far the operation may be off, in metres: 0 for a plane of WGS 84 itself, nil where the authority states
  /// nothing. Not counted is what WGS 84 itself leaves open, some 2 m between its realisations.
  public var accuracyMetres: Double? { forward.accuracyMetres }

  /// Whether no grid or table of a datum shift takes part, so that the plane is smooth.
  var appliesFormulasOnly: Bool { forward.area == nil }

  let forward: Transformation
  private let gate: Gate

  /// - Parameter place: where the plan lies; it decides between several datum shifts. Without it the middle of
  ///   the system's area of use is taken.
  /// - Throws: `PROJError` for a system that does not count metres, or that no stated operation leads to.
  public init(_ system: CoordinateReferenceSystem, near place: GeographicPoint? = nil) throws(PROJError) {
    guard system.unit == .metres else {
      throw .unsuitable(system.name, reason: "a working plane must count metres")
    }
    self.system = system
    forward = try Transformation(
      from: .listed(.wgs84), to: .listed(system.identifier),
      at: .geographic(place ?? system.area.centre), in: Context())
    gate = Gate(system: system, operationArea: forward.area)
  }

  /// Degrees of WGS 84 to metres on the plane.
  ///
  /// - Throws: `PROJError` with the index of the first point that is no place in degrees, or that is too far from
  ///   the plane's area of use.
  public func points(from places: [GeographicPoint]) throws(PROJError) -> [Point] {
    try gate.admit(places)
    var points = places.map { Point(x: $0.longitude, y: $0.latitude) }
    try forward.object.transform(&points, inverse: false)
    return points
  }

  /// Metres on the plane to degrees of WGS 84.
  ///
  /// - Throws: `PROJError` with the index of the first point that lies outside what the plane can show.
  public func geographicPoints(from points: [Point]) throws(PROJError) -> [GeographicPoint] {
    var degrees = points
    try forward.object.transform(&degrees, inverse: true)
    let places = degrees.map { GeographicPoint(longitude: $0.x, latitude: $0.y) }
    try gate.admit(places)
    // Far outside its domain an inverse can land in the area by chance; only a true inverse leads back.
    try forward.object.transform(&degrees, inverse: false)
    try gate.requireReturn(of: points, to: degrees)
    return places
  }
}
