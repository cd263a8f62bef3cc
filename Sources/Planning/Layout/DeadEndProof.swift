import GEOS
import Geometry

/// Shortens lanes of a drawn layout that end too far from their last fork.
///
/// The search keeps the limit by the lanes that it lays; where exact geometry took one of them away, those that hung on
/// it are too long. Measured as `dead_end_max_m` is.
struct DeadEndProof {
  let ground: Ground
  let rules: LayoutRules
  let limitMetres: Double

  /// Where a way ends, and how far from its last fork.
  private struct End {
    let place: Point
    /// Along the way, towards its end.
    let onward: Vector
    let metres: Double
  }

  /// Where two ways fork is not known better than by half their width.
  private var tolerance: Double { rules.laneWidth / 2 }
  private static let mostRounds = 40

  /// - Returns: whether a lane was shortened.
  func shorten(_ layout: inout DrawnLayout) throws -> Bool {
    var isShorter = false
    for _ in 0..<Self.mostRounds {
      let long = try ends(of: layout).filter { $0.metres > limitMetres + tolerance }
      var cuts = 0
      for end in long where try cut(end, in: &layout) { cuts += 1 }
      if cuts == 0 { break }
      isShorter = true
    }
    return isShorter
  }

  /// How far the walkway or a spine runs beyond the last fork, where that is too far; nil where it is not.
  func longestThroughWay(_ layout: DrawnLayout) throws -> Double? {
    let through = try throughWays(layout)
    return try ends(of: layout).filter {
      try $0.metres > limitMetres + tolerance && through.isWithin(metres: Self.touch, of: .point($0.place))
    }.map(\.metres).max()
  }

  /// The middle of a cell may lie so far beside the way, in metres.
  private static let touch = 0.05

  /// Ways whose length is not for the search to decide.
  private func throughWays(_ layout: DrawnLayout) throws -> Shape {
    let ways = [layout.walkway, ground.keptLanes, ground.openRoads, ground.connector, ground.spine?.area]
    return try ways.compactMap(\.self).united()
  }

  private func ends(of layout: DrawnLayout) throws -> [End] {
    let ways = layout.lanes.flatMap(\.area) + layout.walkway.polygons + ground.keptLanes.polygons
    var bounds = Bounds()
    for area in ways { bounds.include(area.bounds) }
    var raster = WalkRaster(bounds.widened(byMetres: Self.around), stepMetres: min(0.5, rules.laneWidth / 4))
    let roads = ground.entrances.polygons.filter { $0.bounds.meets(bounds) }
    for area in ways + roads { raster.open(area) }
    let walk = WalkDistances(in: raster, to: raster.openCells(in: roads))
    var lines = WayLines(raster)
    return lines.deadEnds(walk, shortest: rules.laneWidth).compactMap { end in
      guard let last = end.cells.first else { return nil }
      let back = min(end.cells.count - 1, Int((rules.laneWidth / raster.stepMetres).rounded(.up)))
      let place = raster.middle(of: last)
      return End(
        place: place, onward: place - raster.middle(of: end.cells[back]),
        metres: end.metres + rules.laneWidth / 2)
    }
  }

  /// So much of the roads is looked at beside the ways, in metres.
  private static let around = 20.0

  /// Takes what is too much off the lane that ends there; false where it is none of ours.
  private func cut(_ end: End, in layout: inout DrawnLayout) throws -> Bool {
    if try throughWays(layout).isWithin(metres: Self.touch, of: .point(end.place)) { return false }
    for index in layout.lanes.indices where !layout.lanes[index].area.isEmpty {
      let lane = Shape(layout.lanes[index].area)
      guard try lane.isWithin(metres: Self.touch, of: .point(end.place)),
        let onward = direction(of: end, along: layout.lanes[index].area)
      else { continue }
      let side = onward.left * (2 * layout.lanes[index].widthMetres)
      // The place is the last cell of the middle line, half the width before the lane's end.
      let from = end.place + onward * (rules.laneWidth / 2 - (end.metres - limitMetres))
      let to = end.place + onward * (2 * layout.lanes[index].widthMetres)
      let piece = try Polygon(corners: [from + -side, to + -side, to + side, from + side])
      let rest = try lane.difference(.polygon(piece))
      guard rest.areaInSquareMetres < lane.areaInSquareMetres else { continue }
      layout.lanes[index].area = rest.polygons
      return true
    }
    return false
  }

  /// Along the sides of the lane, as near as can be to the way its middle line goes.
  private func direction(of end: End, along lane: [Polygon]) -> Vector? {
    let sides = lane.flatMap(\.shell.segments).map(\.step)
    guard let along = sides.max(by: { $0.dot($0) < $1.dot($1) })?.unit else { return nil }
    let ways: [Vector] = [along, -along, along.left, -along.left]
    return ways.max { $0.dot(end.onward) < $1.dot(end.onward) }
  }
}
