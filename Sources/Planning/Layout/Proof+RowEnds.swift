import GEOS
import Geometry

extension LayoutProof {
  /// Shortens rows until nothing stands too near beyond their ends, and none is longer than allowed.
  ///
  /// The search keeps the gaps inside a bay; this looks across bays, obstacles and plots that were decided before,
  /// in exact geometry.
  func thinRowEnds(_ layout: inout DrawnLayout) throws -> Int {
    var removed = 0
    while let place = try firstAtFault(layout) {
      layout.take(out: place)
      removed += 1
    }
    return removed
  }

  /// The row of the first plot that would have to go; empty where none has.
  func crowdedRows(_ layout: DrawnLayout) throws -> [Int] { try firstAtFault(layout).map { [$0.row] } ?? [] }

  /// A plot by its place in its row.
  private typealias Place = DrawnLayout.Place

  private func firstAtFault(_ layout: DrawnLayout) throws -> Place? {
    let runs = WallRun.all(of: layout, beside: ground.decidedFronts)
    if let place = runs.lazy.compactMap({ tooLong($0) }).first { return place }
    return try firstCrowded(layout, runs)
  }

  /// A new plot to take out of a run that decided plots have made longer than any may be.
  private func tooLong(_ run: WallRun) -> Place? {
    guard run.units.count > rules.longRow else { return nil }
    let ends = [run.units.first, run.units.last].compactMap { $0?.member.place }
    return ends.first ?? run.units.lazy.compactMap(\.member.place).first
  }

  private func firstCrowded(_ layout: DrawnLayout, _ runs: [WallRun]) throws -> Place? {
    let plots = layout.rows.enumerated().flatMap { row, content in
      content.plots.enumerated().map { (place: Place(row: row, plot: $0), area: $1) }
    }
    let index = SpatialIndex(plots.map(\.area.bounds))
    let houses = SpatialIndex(ground.houses.map(\.bounds))
    let decided = SpatialIndex(
      ground.decidedFronts.map { Bounds(of: ground.decided[$0.plot].area.flatMap(\.shell.points)) })
    // Strictly a single plot is a row too (facts/layout.md §1); the bounds rely on that.
    for run in runs where run.units.count > 1 || !rules.isRelaxed {
      let own = Set(run.units.map(\.member))
      let mates = Set(run.units.compactMap(\.member.place))
      for (end, zone) in try endZones(of: run) {
        // A house that stays is no plot: beside it a single plot is a house beside a house.
        for hit in houses.query(zone.bounds)
        where try run.units.count > 1 && zone.intersects(.polygon(ground.houses[hit])) {
          if let place = end.member.place { return place }
        }
        if let place = end.member.place,
          try decided.query(zone.bounds).contains(where: {
            try !own.contains(.decided($0)) && isDecided($0, in: zone, beyond: run)
          })
        {
          return place
        }
        for hit in index.query(zone.bounds) where counts(layout.rows[plots[hit].place.row], beyond: run) {
          let other = plots[hit].place
          guard !mates.contains(other), try zone.intersects(.polygon(plots[hit].area)) else { continue }
          return end.member.place.map { cheaper($0, other, layout) } ?? other
        }
      }
    }
    return nil
  }

  /// Whether a decided plot stands beyond the end of a run.
  private func isDecided(_ index: Int, in zone: Shape, beyond run: WallRun) throws -> Bool {
    let front = ground.decidedFronts[index]
    guard counts(front.outward.left, beyond: run) else { return false }
    return try ground.decided[front.plot].area.contains { try zone.intersects(.polygon($0)) }
  }

  /// Whether ground must stay free between the end of a run and a row: relaxed, only along its own line.
  private func counts(_ other: DrawnLayout.Row, beyond run: WallRun) -> Bool {
    counts(other.along, beyond: run)
  }

  private func counts(_ along: Vector, beyond run: WallRun) -> Bool {
    !rules.isRelaxed || abs(along.dot(run.along)) > 0.5
  }

  /// Which of two plots goes: the one of the shorter row, but never one from the middle of a row.
  private func cheaper(_ end: Place, _ other: Place, _ layout: DrawnLayout) -> Place {
    let row = layout.rows[other.row].plots
    let isEnd = other.plot == 0 || other.plot == row.count - 1
    return isEnd && row.count < layout.rows[end.row].plots.count ? other : end
  }

  /// The ground beyond both ends of a run that must stay free, a hair short of the full gap.
  private func endZones(of run: WallRun) throws -> [(WallRun.Unit, Shape)] {
    guard let first = run.units.first, let last = run.units.last else { return [] }
    let length = run.units.reduce(0) { $0 + $1.frontageMetres }
    let shortRow = request.shortRowUnits(widthMetres: length / Double(run.units.count))
    let gap = (run.units.count > shortRow ? rules.rowGap : rules.sideGap) - 2 * SlabMap.tolerance
    guard gap > 0 else { return [] }
    return try [(first, -run.along), (last, run.along)].map { unit, out in
      let across = run.front.unit.map { $0 * (unit.depthMetres / 2 - 0.01) } ?? run.front
      let near = unit.centre + out * (unit.frontageMetres / 2 + 0.001)
      let far = unit.centre + out * (unit.frontageMetres / 2 + gap)
      return (
        unit, .polygon(try Polygon(corners: [near + -across, far + -across, far + across, near + across]))
      )
    }
  }
}

extension WallRun.Member {
  /// Where a new plot stands in its layout; nil for a decided one.
  fileprivate var place: DrawnLayout.Place? {
    if case .new(let row, let plot) = self { DrawnLayout.Place(row: row, plot: plot) } else { nil }
  }
}

extension DrawnLayout {
  struct Place: Hashable {
    var row: Int
    var plot: Int
  }

  /// Takes one plot out; from the middle of a row it leaves two rows.
  fileprivate mutating func take(out place: Place) {
    let row = rows[place.row]
    let parts = [row.plots.prefix(place.plot), row.plots.dropFirst(place.plot + 1)].filter { !$0.isEmpty }
    rows.replaceSubrange(
      place.row...place.row,
      with: parts.map {
        var part = row
        part.plots = Array($0)
        return part
      })
  }
}
