import GEOS
import Geometry

extension Polygon {
  /// The polygon, or what is left of it without spikes and pinches that the digits of a file would make invalid.
  func sound() throws -> [Polygon] {
    if try isSoundWhenRounded() { return [self] }
    let half = Self.pinch / 2
    let opened = try Shape.polygon(self).madeValid().buffered(byMetres: -half, join: .mitre)
      .buffered(byMetres: half, join: .mitre)
    return try opened.polygons.filter { try $0.isSoundWhenRounded() }
  }

  /// Ground narrower than this is none, in metres.
  private static let pinch = 0.004

  /// Nine decimals of a degree are a tenth of a millimetre; twice as coarse is on the safe side.
  private static let digit = 0.0002

  private func isSoundWhenRounded() throws -> Bool {
    guard let shell = Self.rounded(shell) else { return false }
    let holes = holes.map(Self.rounded)
    guard !holes.contains(nil) else { return false }
    return try Shape.polygon(Polygon(shell, holes: holes.compactMap(\.self))).isValid()
  }

  /// Nil where too few corners are left.
  private static func rounded(_ ring: Ring) -> Ring? {
    var points: [Point] = []
    for point in ring.points {
      let place = Point(
        x: (point.x / digit).rounded() * digit, y: (point.y / digit).rounded() * digit)
      if points.last != place { points.append(place) }
    }
    return points.count > 3 ? try? Ring(points) : nil
  }
}
