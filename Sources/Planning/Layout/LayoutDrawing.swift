import GEOS
import Geometry

/// Draws whole layouts of the ground: every part along one of the fronts that were tried for it.
struct LayoutDrawing {
  let ground: Ground
  let rules: LayoutRules
  let request: PlanRequest

  /// The filled bays of all parts on the plane.
  func draw(_ parts: [FilledPart]) throws -> DrawnLayout {
    var layout = DrawnLayout()
    var lanes: [Polygon] = []
    var widenings: [Shape] = []
    var blocks = 0
    for part in parts {
      for filled in part.bays {
        let drawing = BayDrawing(bay: filled.bay, rules: rules)
        let ways = drawing.ways(filled.placements)
        layout.rows += try drawing.rows(filled.placements, firstBlock: blocks)
        lanes += try ways.lanes.map { try filled.bay.frame.polygon($0) }
        for (block, court) in ways.courts {
          layout.lanes.append(
            DrawnLayout.Lane(
              area: [try filled.bay.frame.polygon(court)], widthMetres: request.courtWidthMetres,
              court: blocks + block))
        }
        let wider = try ways.widenings.map { try filled.bay.frame.polygon($0) }
        if part.isOnWalkway { widenings += wider.map(Shape.polygon) } else { lanes += wider }
        blocks += filled.placements.count
      }
    }
    layout.walkway = try ([ground.walkway] + widenings).unaryUnion().intersection(ground.walkable)
    var taken = try layout.walkway.union(ground.roads)
    if let spine = ground.spine { taken = try taken.union(spine.area) }
    let drawn = lanes.map { DrawnLayout.Lane(area: [$0], widthMetres: rules.laneWidth) }
    layout.lanes = try (drawn + layout.lanes).compactMap { lane in
      var lane = lane
      lane.area = try Shape(lane.area).intersection(ground.walkable).difference(taken).polygons
      return lane.area.isEmpty ? nil : lane
    }
    if let connector = ground.connector {
      layout.lanes.append(DrawnLayout.Lane(area: connector.polygons, widthMetres: rules.laneWidth))
    }
    if let spine = ground.spine {
      layout.lanes.append(
        DrawnLayout.Lane(
          area: try spine.area.difference(layout.walkway).polygons, widthMetres: spine.widthMetres))
    }
    return layout
  }
}

/// A bay with the blocks that were chosen for it.
struct FilledBay: Sendable {
  let bay: Bay
  var placements: [Placement]
  /// What the search found the blocks to be worth together.
  var score = 0
  /// Blocks that are left to the houses on them.
  var kept: [KeptBlock] = []

  var plots: Int { placements.reduce(0) { $0 + $1.plots } }
}

/// A piece of land, laid out along one of its fronts.
struct FilledPart: Sendable {
  var bays: [FilledBay]
  /// Its bays front on the walkway, not on a way that was there before.
  var isOnWalkway: Bool

  var plots: Int { bays.reduce(0) { $0 + $1.plots } }

  /// Plots of each size.
  var counts: [PlotSize: Int] {
    bays.flatMap(\.placements).reduce(into: [:]) { $0[$1.rules.plot, default: 0] += $1.plots }
  }

  /// By which one way to fill a part is held better than another: its plots, where nothing else counts.
  func worth(_ objective: PlanObjective) -> Int {
    objective.isPlain ? plots * BaySearch.plotScore : bays.reduce(0) { $0 + $1.score }
  }

  /// Courts among its blocks.
  var courts: Int { bays.flatMap(\.placements).count { $0.block.hasCourt } }
}
