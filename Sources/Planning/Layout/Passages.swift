import GEOS
import Geometry

/// Where one can walk in the full width of a lane, looked at a second time and more coarsely.
///
/// Taking half a width off merged ground smooths what is nearly flat and may cut a way in two that is whole; who
/// judges the plan will see it cut. Better a plot less than a plan in doubt.
struct Passages {
  private let open: PreparedShape?
  private let roads: PreparedShape?
  private let reach: Double

  /// Cracks up to twice this between ways are no hindrance, in metres.
  private static let closing = 0.026
  /// A way may be drawn narrower by this much on each side, in metres.
  private static let tolerance = 0.01

  init(_ circulation: Circulation, on ground: Ground, widthMetres: Double) throws {
    let ways = circulation.lanes.flatMap(\.area).map(Shape.polygon) + [circulation.walkway, ground.keptLanes]
    let widened = try ways.filter { !$0.isEmpty }.map {
      try $0.buffered(byMetres: Self.closing, quadrantSegments: 2, join: .mitre)
    }
    let half = max(0, widthMetres / 2 - Self.tolerance)
    let cores = try widened.unaryUnion().buffered(
      byMetres: -(Self.closing + half), quadrantSegments: 2, join: .mitre)
    let reached = try cores.polygons.map(Shape.polygon).filter {
      try $0.isWithin(metres: half, of: ground.entrances)
    }
    open = reached.isEmpty ? nil : try PreparedShape(reached.unaryUnion())
    roads = ground.openRoads.isEmpty ? nil : try PreparedShape(ground.openRoads)
    // From the middle of a way to its corner.
    reach = 0.7 * widthMetres
  }

  /// Whether one comes from outside to a place before the front of a plot.
  func serve(_ place: Point) throws -> Bool {
    if let open, try open.isWithin(metres: reach, of: .point(place)) { return true }
    return try roads?.isWithin(metres: 0.01, of: .point(place)) ?? false
  }
}
