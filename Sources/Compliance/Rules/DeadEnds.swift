internal import GEOS
internal import Geometry

/// No lane ends farther from its last fork than the plan states.
///
/// A walk from the roads spreads over the ways in bands; where a band falls apart or two meet, ways fork. The walkway,
/// spines and ways that stay may end where they do.
enum DeadEnds: LayoutRule {
  private static let rule = RuleCitation.claim(
    "dead-end", "No lane ends farther from its last fork than the plan states")
  /// How exactly a walk over cells is known, in metres.
  private static let walkTolerance = 0.5

  static func findings(on ground: Ground) -> [Finding] {
    guard !ground.plots.isEmpty, let limit = ground.statement?.deadEndMetres, limit > 0 else { return [] }
    let lanes = ground.ways.prefix(ground.laneCount)
    let widths = lanes.compactMap(\.widthMetres).filter { $0 > 0 }
    let width = ground.statement?.laneWidthMetres ?? widths.min() ?? Way.assumedPathWidthMetres
    let cells = WayCells(
      ground.ways.map(\.area.polygons), stepMetres: min(0.5, max(0.1, (widths.min() ?? width) / 4)))
    let contact = ground.tolerances.roadContactMetres
    let doors =
      cells.near(ground.ways[ground.laneCount...].map(\.area), withinMetres: contact)
      + cells.near(ground.settlement.accessPoints.map(\.point), withinMetres: contact + width / 2)
    // Two ways cross on a square: where in it they fork is not known better than by half their width.
    let tolerance = width / 2 + walkTolerance
    return WayBands(cells, from: doors).deadEnds(longerThan: width).compactMap { end in
      guard end.metres > limit + tolerance else { return nil }
      let owners = end.cells.compactMap { cells.ways(of: $0).first }
      guard !end.cells.contains(where: { cells.ways(of: $0).contains { ground.ways[$0].isThrough } }),
        let way = owners.first.map({ ground.ways[$0] })
      else { return nil }
      return Finding(
        feature: way.reference, subject: way.name, rule: rule, verdict: .breach, measured: end.metres,
        required: limit, place: cells.middle(of: end.cells[0]),
        message:
          "\(way.name) ends \(end.metres.metres) beyond its last fork; the plan states \(limit.metres).",
        remedy: "join its end to another lane, or shorten it")
    }
  }
}
