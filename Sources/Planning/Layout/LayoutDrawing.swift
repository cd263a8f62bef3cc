import GEOS
import Geometry

/// Draws one whole layout of the ground, along fronts whose bends are taken as straight up to a tolerance.
struct LayoutDrawing {
  let ground: Ground
  let rules: LayoutRules
  let request: PlanRequest

  /// The corners of every part's front, for each tolerance that makes a difference.
  func fronts(_ tolerances: [Double]) throws -> [[[Point]]] {
    let fronts = try ground.parts.map { try Front(of: $0, along: ground.walkway) }
    var ways: [[[Point]]] = []
    for tolerance in tolerances {
      let corners = try fronts.map { try $0?.corners(toleranceMetres: tolerance) ?? [] }
      if !ways.contains(corners) { ways.append(corners) }
    }
    return ways
  }

  /// - Parameter fronts: for every part of the ground the corners of its front, empty where it has none.
  func draw(along fronts: [[Point]]) throws -> DrawnLayout {
    var layout = DrawnLayout()
    var lanes: [Polygon] = []
    var widenings: [Shape] = []
    var blocks = 0
    for (part, corners) in zip(ground.parts, fronts) {
      let cutting = BayCutting(part: part, ground: ground, rules: rules)
      for bay in try cutting.bays(along: corners) {
        var search = BaySearch(bay: bay, rules: rules)
        let placements = search.solve(isCancelled: request.isCancelled)
        let drawing = BayDrawing(bay: bay, rules: rules)
        let ways = drawing.ways(placements)
        layout.rows += try drawing.rows(placements, firstBlock: blocks)
        lanes += try ways.lanes.map { try bay.frame.polygon($0) }
        widenings += try ways.widenings.map { .polygon(try bay.frame.polygon($0)) }
        blocks += placements.count
      }
    }
    layout.walkway = try ([ground.walkway] + widenings).unaryUnion().intersection(ground.walkable)
    layout.lanes = try lanes.compactMap { lane in
      let area = try Shape.polygon(lane).difference(layout.walkway).difference(ground.roads).polygons
      return area.isEmpty ? nil : (area, rules.laneWidth)
    }
    if let connector = ground.connector { layout.lanes.append((connector.polygons, rules.laneWidth)) }
    return layout
  }
}
