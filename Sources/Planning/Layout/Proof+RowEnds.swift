import GEOS
import Geometry

extension LayoutProof {
  /// Shortens rows until nothing stands too near beyond their ends.
  ///
  /// The search keeps the gaps inside a bay; this looks across bays and obstacles, in exact geometry.
  func thinRowEnds(_ layout: inout DrawnLayout) throws -> Int {
    var removed = 0
    while let (row, plot) = try firstCrowded(layout) {
      layout.rows[row].plots.remove(at: plot)
      removed += 1
      layout.rows.removeAll(where: \.plots.isEmpty)
    }
    return removed
  }

  /// A plot by its place in its row.
  private typealias Place = (row: Int, plot: Int)

  private func firstCrowded(_ layout: DrawnLayout) throws -> Place? {
    let plots = layout.rows.enumerated().flatMap { row, content in
      content.plots.enumerated().map { (place: (row: row, plot: $0), area: $1) }
    }
    let index = SpatialIndex(plots.map(\.area.bounds))
    let houses = SpatialIndex(ground.houses.map(\.bounds))
    // Strictly a single plot is a row too (facts/layout.md §1); the bounds rely on that.
    for (position, row) in layout.rows.enumerated() where row.plots.count > 1 || !rules.isRelaxed {
      for (end, zone) in zip([0, row.plots.count - 1], try endZones(of: row)) {
        for hit in houses.query(zone.bounds) where try zone.intersects(.polygon(ground.houses[hit])) {
          return (position, end)
        }
        for hit in index.query(zone.bounds) where counts(layout.rows[plots[hit].place.row], beyond: row) {
          guard plots[hit].place.row != position else { continue }
          guard try zone.intersects(.polygon(plots[hit].area)) else { continue }
          return cheaper((position, end), plots[hit].place, layout)
        }
      }
    }
    return nil
  }

  /// Whether ground must stay free between the end of a row and another: relaxed, only along its own line.
  private func counts(_ other: DrawnLayout.Row, beyond row: DrawnLayout.Row) -> Bool {
    !rules.isRelaxed || abs(other.along.dot(row.along)) > 0.5
  }

  /// Which of two plots goes: the one of the shorter row, but never one from the middle of a row.
  private func cheaper(_ end: Place, _ other: Place, _ layout: DrawnLayout) -> Place {
    let row = layout.rows[other.row].plots
    let isEnd = other.plot == 0 || other.plot == row.count - 1
    return isEnd && row.count < layout.rows[end.row].plots.count ? other : end
  }

  /// The ground beyond both ends of a row that must stay free, a hair short of the full gap.
  private func endZones(of row: DrawnLayout.Row) throws -> [Shape] {
    let gap = (row.plots.count > rules.shortRow ? rules.rowGap : rules.sideGap) - 2 * SlabMap.tolerance
    guard gap > 0, let first = row.plots.first, let last = row.plots.last,
      let start = Bounds(of: first.shell.points).centre, let end = Bounds(of: last.shell.points).centre
    else { return [] }
    let across = row.front.unit.map { $0 * (row.depthMetres / 2 - 0.01) } ?? row.front
    return try [(start, -row.along), (end, row.along)].map { centre, out in
      let near = centre + out * (row.frontageMetres / 2 + 0.001)
      let far = centre + out * (row.frontageMetres / 2 + gap)
      return .polygon(try Polygon(corners: [near + -across, far + -across, far + across, near + across]))
    }
  }
}
