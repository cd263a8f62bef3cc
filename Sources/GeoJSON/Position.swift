/// A position as it was written; what `x` and `y` mean is the business of the reference system.
///
/// Further elements, which RFC 7946 §3.1.1 advises against, are not kept here but stay in a feature's text.
public struct Position: Sendable {
  /// Longitude in degrees, or easting.
  public var x: Double
  /// Latitude in degrees, or northing.
  public var y: Double
  /// Height in metres; not a number where none was written.
  public var z: Double

  public init(x: Double, y: Double, z: Double = .nan) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The height; nil where none was written.
  public var altitude: Double? { z.isNaN ? nil : z }

  /// Whether it can be WGS 84 longitude and latitude, in degrees.
  public var isWithinDegrees: Bool { abs(x) <= 180 && abs(y) <= 90 }
}

extension Position: Hashable {
  /// Equal in all that was written; two absent heights are equal.
  public static func == (a: Position, b: Position) -> Bool {
    a.x == b.x && a.y == b.y && (a.z == b.z || (a.z.isNaN && b.z.isNaN))
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(x)
    hasher.combine(y)
    hasher.combine(altitude)
  }
}
