/// A place on the earth in degrees of WGS 84 (or of the system that the text at hand names).
///
/// Not interchangeable with ``Point``: degrees become metres only through PROJ.
public struct GeographicPoint: Hashable, Sendable {
  public var longitude: Double
  public var latitude: Double

  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}
