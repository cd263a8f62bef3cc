public import Geometry

/// Where on the earth a coordinate system or an operation is meant to be used: a box in degrees, and its name.
public struct AreaOfUse: Hashable, Sendable {
  public var name: String
  public var west: Double
  public var south: Double
  /// Smaller than ``west`` where the box crosses the 180th meridian.
  public var east: Double
  public var north: Double

  /// Degrees from the western to the eastern edge.
  public var widthInDegrees: Double { east >= west ? east - west : east - west + 360 }

  /// The middle of the box.
  public var centre: GeographicPoint {
    let longitude = west + widthInDegrees / 2
    return GeographicPoint(
      longitude: longitude > 180 ? longitude - 360 : longitude, latitude: (south + north) / 2)
  }

  /// Whether the place lies in the box, or within a margin in degrees around it.
  public func contains(
    _ place: GeographicPoint, longitudeMargin: Double = 0, latitudeMargin: Double = 0
  ) -> Bool {
    guard place.latitude >= south - latitudeMargin, place.latitude <= north + latitudeMargin else {
      return false
    }
    let width = widthInDegrees + 2 * longitudeMargin
    if width >= 360 { return true }
    var fromWest = (place.longitude - (west - longitudeMargin)).truncatingRemainder(dividingBy: 360)
    if fromWest < 0 { fromWest += 360 }
    // A place on the eastern edge of a box, or a hair west of the western edge after rounding, is inside.
    return fromWest <= width + 1e-9 || fromWest >= 360 - 1e-9
  }
}
