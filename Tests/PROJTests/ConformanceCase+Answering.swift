import Geometry

@testable import PROJ

extension ConformanceCase {
  /// The answer of the public way where there is one, and else of the operation underneath.
  ///
  /// PROJ strings and systems of another datum as a target have no public way on purpose.
  func answer() throws -> Point {
    let input = try Point((self.input ?? []).map(\.value))
    guard let from, let to else { throw MalformedCase() }
    guard
      !from.hasPrefix("+"), !to.hasPrefix("+"),
      let source = try publicSource(from, to), let target = try publicTarget(to)
    else { return try underneath(from, to, input) }
    let place = try read(input, in: source)
    if target.isWGS84 { return Point(x: place.longitude, y: place.latitude) }
    guard let point = try Projection(target, near: place).points(from: [place]).first else {
      throw MalformedCase()
    }
    return point
  }

  /// Nil for a pair with a datum of its own, where WGS 84 in the middle would be another question.
  private func publicSource(_ from: String, _ to: String) throws -> CoordinateReferenceSystem? {
    let source = try CoordinateReferenceSystem(from)
    let ownDatum = ["EPSG:4258", "EPSG:4123", "EPSG:4277", "EPSG:4171", "EPSG:4167", "EPSG:4269"]
    return ownDatum.contains(source.name) ? nil : source
  }

  private func publicTarget(_ to: String) throws -> CoordinateReferenceSystem? {
    let target = try CoordinateReferenceSystem(to)
    return target.isWGS84 || target.unit == .metres ? target : nil
  }

  private func read(_ input: Point, in source: CoordinateReferenceSystem) throws -> GeographicPoint {
    let place = GeographicPoint(longitude: input.x, latitude: input.y)
    if source.isWGS84 { return place }
    let places =
      source.isGeographic
      ? try LegacyReader(source, near: place).geographicPoints(from: [place])
      : try LegacyReader(source, near: input).geographicPoints(from: [input])
    guard let first = places.first else { throw MalformedCase() }
    guard source.unit == .metres else { return first }
    // The working plane must read its own metres as the reader of files does.
    let again = try Projection(source, near: first).geographicPoints(from: [input])
    guard let other = again.first, abs(first.longitude - other.longitude) < 1e-7,
      abs(first.latitude - other.latitude) < 1e-7
    else { throw MalformedCase() }
    return first
  }

  private func underneath(_ from: String, _ to: String, _ input: Point) throws -> Point {
    let place = GeographicPoint(longitude: input.x, latitude: input.y)
    let isDegrees = abs(input.x) <= 180 && abs(input.y) <= 90
    let transformation = try Transformation(
      from: definition(from), to: definition(to), at: isDegrees ? .geographic(place) : .source(input),
      in: Context())
    var points = [input]
    try transformation.object.transform(&points, inverse: false)
    guard let point = points.first else { throw MalformedCase() }
    return point
  }

  private func definition(_ text: String) throws -> Transformation.Definition {
    text.hasPrefix("+") ? .projString(text) : .listed(try SystemName(text))
  }
}
