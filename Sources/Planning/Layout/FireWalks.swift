import GEOS
import Geometry

/// How far people walk from a way wide enough for a fire engine to their plots, over lanes and walkway.
struct FireWalks {
  let ground: Ground
  let request: PlanRequest
  let asked: FireReach

  func measure(_ layout: DrawnLayout) throws -> FireReachMeasure {
    let walks = try self.walks(layout)
    let known = walks.compactMap(\.self)
    return FireReachMeasure(
      asked: asked, plotsBeyond: walks.count { ($0 ?? .infinity) > asked.reachMetres },
      farthestMetres: known.count == walks.count ? known.max() : nil,
      spineWidthMetres: ground.spine?.widthMetres, spineCostInPlots: 0)
  }

  /// For every plot, nil where no way leads to it.
  private func walks(_ layout: DrawnLayout) throws -> [Double?] {
    let lanes = layout.lanes.flatMap(\.area).map(Shape.polygon)
    let ways = lanes + [layout.walkway, ground.keptLanes, ground.openRoads].filter { !$0.isEmpty }
    guard let row = layout.rows.first, !ways.isEmpty,
      let origin = row.plots.first?.shell.points.first,
      let frame = Frame(origin: origin, along: row.along)
    else { return layout.rows.flatMap { $0.plots.map { _ in nil } } }
    let open = try ways.map { try $0.buffered(byMetres: Self.crack, join: .mitre) }.unaryUnion()
    let field = WalkField(open: open, sources: try wide(open), frame: frame)
    return try layout.rows.flatMap { row in
      try row.plots.map { plot in
        guard let centre = try Shape.polygon(plot).centroid() else { return nil }
        return field.metres(to: centre + row.front * (row.depthMetres / 2 + WalkField.step))
      }
    }
  }

  /// Closes the cracks that arithmetic leaves between neighbouring ways, in metres.
  private static let crack = 0.01

  /// Where an engine comes to: public roads, and all that hangs together with an entrance in the width asked for.
  private func wide(_ open: Shape) throws -> Shape {
    // Stricter than a checker: better a plot counted as beyond than one in doubt.
    let half = asked.widthMetres / 2 + Self.crack
    let cores = try open.buffered(byMetres: -half, join: .mitre).polygons.map(Shape.polygon).filter {
      try $0.isWithin(metres: half + Self.crack, of: ground.entrances)
    }
    let reached = try cores.map { try $0.buffered(byMetres: half, join: .mitre) }
    let all = reached + [ground.openRoads].filter { !$0.isEmpty }
    return all.isEmpty ? .empty(.polygon) : try all.unaryUnion()
  }
}
