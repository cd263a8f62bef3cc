import GEOS
import Geometry

/// Lets rows take the remnants beside and behind them: end lots first, then all plots of a row alike.
///
/// Spent after the search, so the number of plots is that of the plots asked for (facts/layout.md §4.3).
struct RowGrowth {
  let ground: Ground
  let request: PlanRequest
  let rules: LayoutRules

  init(ground: Ground, request: PlanRequest) {
    self.ground = ground
    self.request = request
    rules = LayoutRules(request)
  }

  /// The layout with larger plots where there is room, and what came of it.
  func grown(_ layout: DrawnLayout) throws -> (layout: DrawnLayout, notes: [String]) {
    guard request.flexMetres > 0 || request.endLotMetres > 0 else { return (layout, []) }
    var grown = layout
    var around = try GrowingGround(layout, on: ground, rules: rules, request: request)
    for number in try ownRows(of: layout) where !request.isCancelled() {
      let row = try larger(number, layout.rows[number], around)
      grown.rows[number] = row
      try around.replace(number, by: row)
    }
    let proof = LayoutProof(ground: ground, request: request, rules: rules)
    for _ in 0..<Self.mostRounds {
      let faulty = try proof.faultyRows(grown)
      if faulty.isEmpty {
        let notes = notes(layout, grown)
        // A row that grew along a curved walkway may overstep it by a hair.
        try grown.giveWayToPlots()
        return (grown, notes)
      }
      for number in faulty { grown.rows[number] = layout.rows[number] }
    }
    return (layout, ["plots stay as large as asked for: larger ones would break a rule"])
  }

  /// A row that goes back can only make room; so many rounds are never needed.
  private static let mostRounds = 8

  /// Rows that stand wall to wall with a decided plot are as long as they may be.
  private func ownRows(of layout: DrawnLayout) throws -> [Int] {
    guard !ground.decidedFronts.isEmpty else { return Array(layout.rows.indices) }
    let joined = WallRun.all(of: layout, beside: ground.decidedFronts).filter { run in
      run.units.contains { if case .decided = $0.member { true } else { false } }
    }
    let held = Set(
      joined.flatMap(\.units).compactMap { if case .new(let row, _) = $0.member { row } else { nil } })
    return layout.rows.indices.filter { !held.contains($0) }
  }

  private func larger(_ number: Int, _ row: DrawnLayout.Row, _ around: GrowingGround) throws
    -> DrawnLayout.Row
  {
    guard let box = RowBox(row) else { return row }
    let count = Double(row.plots.count)
    let length = box.run.upperBound - box.run.lowerBound
    let most = min(
      count * request.flexMetres + 2 * request.endLotMetres, max(0, around.longest(row) - length))
    var (left, right) = (0.0, 0.0)
    if most > 0 {
      left = try around.room(beyond: false, of: number, row, box, most: most)
      right = try around.room(beyond: true, of: number, row, box, most: most)
    }
    var growth = Growth()
    var spare = min(left + right, most)
    let endLot = request.endLotMetres
    if endLot > 0, row.plots.count > 1 {
      if left >= endLot, spare >= endLot { (growth.first, spare) = (endLot, spare - endLot) }
      if right >= endLot, spare >= endLot { (growth.last, spare) = (endLot, spare - endLot) }
    }
    growth.frontage = Self.down(min(request.flexMetres, spare / count))
    if request.flexMetres > 0 {
      growth.depth = Self.down(
        try around.room(behind: number, row, box, most: request.flexMetres))
    }
    let added = growth.first + growth.last + growth.frontage * count
    growth.start = -max(growth.first, min(left, max(0, added - right)))
    return growth.isNone ? row : try drawn(row, box, growth)
  }

  /// Sizes are written in whole centimetres.
  private static func down(_ metres: Double) -> Double { (metres * 100 + 1e-6).rounded(.down) / 100 }

  /// How much a row grows, in metres.
  private struct Growth {
    var first = 0.0
    var last = 0.0
    /// Of every plot.
    var frontage = 0.0
    var depth = 0.0
    /// Where the row begins now, from where it began.
    var start = 0.0

    var isNone: Bool { first + last + frontage + depth <= 0 }
  }

  private func drawn(_ row: DrawnLayout.Row, _ box: RowBox, _ growth: Growth) throws -> DrawnLayout.Row {
    var row = row
    row.frontageMetres = row.size.frontageMetres + growth.frontage
    row.depthMetres = row.size.depthMetres + growth.depth
    row.hasEndLots = growth.first + growth.last > 0
    let deep = (box.deep.lowerBound - growth.depth)...box.deep.upperBound
    let each = (box.run.upperBound - box.run.lowerBound) / Double(row.plots.count) + growth.frontage
    var wall = box.run.lowerBound + growth.start
    let last = row.plots.count - 1
    row.plots = try row.plots.indices.map { place in
      let next = wall + each + (place == 0 ? growth.first : 0) + (place == last ? growth.last : 0)
      defer { wall = next }
      return try box.polygon(wall...next, deep)
    }
    return row
  }

  private func notes(_ before: DrawnLayout, _ after: DrawnLayout) -> [String] {
    func area(_ layout: DrawnLayout) -> Double {
      layout.rows.flatMap(\.plots).reduce(0) { $0 + $1.areaInSquareMetres }
    }
    let rows = zip(before.rows, after.rows)
    let larger = rows.reduce(0) { $0 + ($1.0.plots == $1.1.plots ? 0 : $1.1.plots.count) }
    let ends = after.rows.filter(\.hasEndLots).reduce(0) { sum, row in
      sum
        + row.plots.count {
          row.frontageMetres(of: $0) > row.frontageMetres + request.endLotMetres / 2
        }
    }
    let closed = Int((area(after) - area(before)).rounded())
    var notes = ["plots that stand in rows with more room: \(larger), with \(closed) m2 of remnants"]
    if request.endLotMetres > 0 { notes.append("lots at the ends of rows that are wider: \(ends)") }
    return notes
  }
}
