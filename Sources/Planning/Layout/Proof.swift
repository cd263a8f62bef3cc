import GEOS
import Geometry

/// Takes out again what exact geometry does not bear out: the search works on a grid, the law does not.
struct LayoutProof {
  let ground: Ground
  let request: PlanRequest
  let rules: LayoutRules

  /// The layout with every plot that fails removed, and why; how many of them no way reached.
  func proved(_ layout: DrawnLayout) throws -> (layout: DrawnLayout, notes: [String], unserved: Int) {
    var layout = layout
    var notes: [String] = []
    func note(_ plots: Int, _ why: String) {
      if plots > 0 { notes.append("\(plots) \(plots == 1 ? "plot" : "plots") taken out: \(why)") }
    }
    note(try layout.remove(where: isOffGround()), "not wholly on free ground")
    note(try layout.remove(where: isOnLane(layout)), "a lane or the walkway runs there")
    note(try layout.remove(where: Overlaps(layout).isTaken), "on the ground of another plot")
    var circulation = try circulation(of: &layout)
    if let limit = rules.deadEnd {
      let proof = DeadEndProof(ground: ground, rules: rules, limitMetres: limit)
      if try proof.shorten(&layout) { circulation = try self.circulation(of: &layout) }
      if let metres = try proof.longestThroughWay(layout) {
        notes.append(
          "a way through the site runs on for \(Int(metres.rounded())) m beyond its last fork: the limit of dead ends "
            + "binds the lanes between plots, not the walkway, a spine or ways that stay")
      }
    }
    let unserved = try layout.remove(where: isUnserved(circulation))
    note(unserved, "no lane leads from there to a public road")
    note(try thinRowEnds(&layout), "too near to the end of another row or to a house that stays")
    try layout.giveWayToPlots()
    return (layout, notes, unserved)
  }

  private func circulation(of layout: inout DrawnLayout) throws -> Circulation {
    let circulation = try Circulation(
      of: layout, on: ground, rules: rules, walkwayWidth: request.walkwayWidthMetres)
    (layout.lanes, layout.walkway) = (circulation.lanes, circulation.walkway)
    return circulation
  }

  /// Rows of a proved layout, some of whose plots have grown, that do not hold any more.
  func faultyRows(_ layout: DrawnLayout) throws -> Set<Int> {
    // Its ways were opened when it was proved.
    let circulation = try Circulation(
      of: layout, on: ground, rules: rules, walkwayWidth: request.walkwayWidthMetres)
    let checks = [
      try isOffGround(), try isOnLane(layout), try Overlaps(layout).isTaken, try isUnserved(circulation),
    ]
    var faulty: Set<Int> = []
    for (number, row) in layout.rows.enumerated()
    where try row.plots.contains(where: { plot in try checks.contains { try $0(row, plot) } }) {
      faulty.insert(number)
    }
    if faulty.isEmpty { faulty.formUnion(try crowdedRows(layout)) }
    return faulty
  }

  private func isOffGround() throws -> (DrawnLayout.Row, Polygon) throws -> Bool {
    let free = try Shape(ground.parts).buffered(byMetres: 2 * SlabMap.tolerance, join: .mitre)
    let prepared = try PreparedShape(free)
    let kept = ground.kept.isEmpty ? nil : try PreparedShape(ground.kept)
    return { _, plot in
      if try !prepared.covers(.polygon(plot)) { return true }
      guard let kept, try kept.intersects(.polygon(plot)) else { return false }
      // Beside the water a hair may lack; what stands there already takes the whole of its ground.
      return try kept.intersects(.polygon(plot).buffered(byMetres: -Self.rounding, join: .mitre))
    }
  }

  private func isOnLane(_ layout: DrawnLayout) throws -> (DrawnLayout.Row, Polygon) throws -> Bool {
    let lanes = (layout.lanes.flatMap(\.area).map(Shape.polygon) + [layout.walkway]).filter { !$0.isEmpty }
    guard !lanes.isEmpty else { return { _, _ in false } }
    let prepared = try PreparedShape(lanes.unaryUnion().buffered(byMetres: -Self.hair, join: .mitre))
    return { _, plot in try prepared.intersects(.polygon(plot)) }
  }

  /// Coordinates of nine decimals move a corner by no more than this, in metres.
  private static let rounding = 0.000_15
  /// Less than this is arithmetic, in metres.
  fileprivate static let hair = 0.0005

  private var narrowestWay: Double { min(rules.laneWidth, request.walkwayWidthMetres) }

  /// A plot is served where the ground before its front is circulation that reaches a road.
  private func isUnserved(_ circulation: Circulation) throws -> (DrawnLayout.Row, Polygon) throws -> Bool {
    guard !circulation.reached.isEmpty else { return { _, _ in true } }
    let ways =
      circulation.lanes.flatMap(\.area).map(Shape.polygon) + [
        circulation.walkway, ground.openRoads, ground.keptLanes,
      ]
    let joined = try ways.filter { !$0.isEmpty }.map { try $0.buffered(byMetres: 0.002) }.unaryUnion()
    let passages = try Passages(circulation, on: ground, widthMetres: narrowestWay)
    let prepared = try PreparedShape(joined.intersection(circulation.reached.buffered(byMetres: 0.01)))
    return { row, plot in
      guard let centre = try Shape.polygon(plot).centroid() else { return true }
      let before = row.front * (row.depthMetres / 2 + 0.02)
      let half = row.along * (row.frontageMetres(of: plot) / 2 - 0.045)
      let front = try LineString([centre + before + half, centre + before + -half])
      return try !prepared.covers(.lineString(front)) || !passages.serve(centre + before)
    }
  }
}

extension DrawnLayout {
  /// - Returns: how many plots failed, and are gone.
  fileprivate mutating func remove(where fails: (Row, Polygon) throws -> Bool) rethrows -> Int {
    let rows = rows
    return try remove { (place: PlotPlace) in
      try fails(rows[place.row], rows[place.row].plots[place.plot])
    }
  }
}

/// Plots that lie on a plot which was placed before them.
private struct Overlaps {
  private var taken: Set<Polygon> = []

  init(_ layout: DrawnLayout) throws {
    let plots = layout.rows.flatMap(\.plots)
    let index = SpatialIndex(plots.map(\.bounds))
    for (number, plot) in plots.enumerated() where !taken.contains(plot) {
      let inner = try Shape.polygon(plot).buffered(byMetres: -LayoutProof.hair, join: .mitre)
      for other in index.query(plot.bounds) where other > number && !taken.contains(plots[other]) {
        if try inner.intersects(.polygon(plots[other])) { taken.insert(plots[other]) }
      }
    }
  }

  func isTaken(_ row: DrawnLayout.Row, _ plot: Polygon) -> Bool { taken.contains(plot) }
}

extension DrawnLayout {
  /// Ways give up what a plot takes of them: the search lets a plot overstep by a hair, a way may lose one.
  mutating func giveWayToPlots() throws {
    let overstepping = try plots(on: ([walkway] + lanes.map { Shape($0.area) }).filter { !$0.isEmpty })
    guard !overstepping.isEmpty else { return }
    let taken = try overstepping.map(Shape.polygon).unaryUnion()
    walkway = try walkway.difference(taken)
    for index in lanes.indices {
      lanes[index].area = try Shape(lanes[index].area).difference(taken).polygons
    }
  }

  private func plots(on ways: [Shape]) throws -> [Polygon] {
    guard !ways.isEmpty else { return [] }
    let prepared = try PreparedShape(
      ways.unaryUnion().buffered(byMetres: -Self.unseen, join: .mitre))
    return try rows.flatMap(\.plots).filter { try prepared.intersects(.polygon($0)) }
  }

  /// Less than this is rounding of a file's digits, in metres.
  private static let unseen = 0.0001
}
