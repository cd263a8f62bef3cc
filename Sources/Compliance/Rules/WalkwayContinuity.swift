internal import GEOS
internal import Geometry

/// The public walkway beside the bank runs through.
enum WalkwayContinuity: LayoutRule {
  private static let rule = RuleCitation.advice("walkway", "The walkway beside the bank runs through")
  /// Pieces farther apart belong to different walkways (an assumption: as wide as the widest gap of a row, ten times).
  private static let farMetres = 40.0

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    let walkways = ground.ways.prefix(ground.laneCount).filter { $0.use == .walkway }
    guard walkways.count > 1 else { return [] }
    let bodies = walkways.map { Body($0.area.polygons) }
    let index = SpatialIndex(bodies.map(\.bounds))
    var groups = DisjointSets(count: walkways.count)
    for (number, body) in bodies.enumerated() {
      let area = IndexedArea(body.polygons)
      for other in index.query(body.bounds.widened(byMetres: ground.tolerances.touchMetres))
      where other > number {
        if area.isWithin(ground.tolerances.touchMetres, of: bodies[other]) { groups.join(number, other) }
      }
    }
    let pieces = groups.members.map { members in Body(members.flatMap { bodies[$0].polygons }) }
    return zip(groups.members, pieces).enumerated().compactMap { number, piece in
      finding(walkways[piece.0[0]], piece.1, before: Array(pieces.dropFirst(number + 1)), ground)
    }
  }

  /// A gap to the next piece that no water lies in.
  private static func finding(_ way: Way, _ piece: Body, before others: [Body], _ ground: Ground) -> Finding?
  {
    let near = others.filter { $0.bounds.gap(to: piece.bounds) <= farMetres }.map(piece.nearestEdges(to:))
      .filter { $0.distance <= farMetres && !crossesWater($0, ground) }
    guard let gap = near.min(by: { $0.distance < $1.distance }) else { return nil }
    return Finding(
      feature: way.reference, subject: way.name, rule: rule, verdict: .norm, measured: gap.distance,
      required: 0, place: gap.place, message: "the walkway is broken off for \(gap.distance.metres).",
      remedy: "lead it through, or show the way round")
  }

  private static func crossesWater(_ gap: Nearest, _ ground: Ground) -> Bool {
    let bridge = Segment(start: gap.place, end: gap.target)
    return ground.canals.edges(inReachOf: bridge.bounds)
      .contains { ground.canals.edges[$0].segment.crossing(bridge) != nil }
  }
}
