import GEOS
import Geometry

/// The edge of a piece of land along the walkway, walked with the land on the left.
struct Front {
  let line: LineString

  /// Nil where the piece does not touch the walkway.
  init?(of part: Polygon, along walkway: Shape) throws {
    let prepared = try PreparedShape(walkway)
    let segments = part.shell.counterClockwise.segments
    let touching = try segments.map {
      try prepared.isWithin(metres: Self.touch, of: .point($0.midpoint))
    }
    // The walk starts where the front does: behind an edge that is no front.
    let start = touching.firstIndex(of: false).map { $0 + 1 } ?? 0
    var points: [Point] = []
    for step in segments.indices {
      let index = (start + step) % segments.count
      guard touching[index] else { continue }
      let segment = segments[index]
      if points.last != segment.start { points.append(segment.start) }
      points.append(segment.end)
    }
    guard let line = try? LineString(points), line.lengthInMetres > 0 else { return nil }
    self.line = line
  }

  /// Edges cut from one another by the geometry engine agree far better than this, in metres.
  private static let touch = 0.02

  /// The corners that remain when bends up to `tolerance` metres off the chord are taken as straight.
  func corners(toleranceMetres tolerance: Double) throws -> [Point] {
    guard tolerance.isFinite,
      case .lineString(let simple) = try Shape.lineString(line).simplified(toleranceMetres: tolerance)
    else { return [line.points[0], line.points[line.points.count - 1]] }
    return simple.points
  }
}
