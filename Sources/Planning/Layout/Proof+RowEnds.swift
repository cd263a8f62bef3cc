import GEOS
import Geometry

extension LayoutProof {
  /// Shortens rows until nothing stands too near beyond their ends.
  ///
  /// The search keeps the gaps inside a bay; this looks across bays and obstacles, in exact geometry.
  func thinRowEnds(_ layout: inout DrawnLayout) throws -> Int {
    var removed = 0
    while let row = try firstCrowded(layout) {
      layout.rows[row].plots.removeLast()
      removed += 1
      layout.rows.removeAll(where: \.plots.isEmpty)
    }
    return removed
  }

  private func firstCrowded(_ layout: DrawnLayout) throws -> Int? {
    let plots = layout.rows.enumerated().flatMap { index, row in row.plots.map { (index, $0) } }
    let index = SpatialIndex(plots.map(\.1.bounds))
    for (position, row) in layout.rows.enumerated() {
      for zone in try endZones(of: row) {
        for hit in index.query(zone.bounds) where plots[hit].0 != position {
          if try zone.intersects(.polygon(plots[hit].1)) { return shorter(position, plots[hit].0, layout) }
        }
      }
    }
    return nil
  }

  private func shorter(_ a: Int, _ b: Int, _ layout: DrawnLayout) -> Int {
    layout.rows[a].plots.count <= layout.rows[b].plots.count ? a : b
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
