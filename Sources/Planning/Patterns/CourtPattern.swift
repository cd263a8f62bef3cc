/// Two columns that look at each other across a court, and a row that closes its far end where there is room.
///
/// Open to the way on which the block stands. 8 to 10 plots, as in the clusters of South African re-blocking
/// (facts/layout.md §4.3).
struct CourtPattern {
  let arrangement: Arrangement
  /// Where its last plots end.
  let top: Double

  static let plots = 8...10

  /// Slabs that a block with a court takes; nil where none is asked for.
  static func slabs(_ rules: LayoutRules) -> Int? {
    rules.courtWidth.map { 2 * rules.steps(rules.depth) + rules.steps($0) }
  }

  /// Nil where no court of so many plots has room.
  ///
  /// - Parameter base: where its first plots begin.
  init?(in block: Block, of bay: Bay, from base: Double, rules: LayoutRules) {
    guard let width = rules.courtWidth, block.slabs.count == Self.slabs(rules) else { return nil }
    let deep = rules.steps(rules.depth)
    let court = (block.slabs.lowerBound + deep)..<(block.slabs.upperBound - deep)
    guard let start = bay.walkwayStart(of: court), let reach = bay.reach(of: court) else { return nil }
    let (low, high) = (bay.ground.position(court.lowerBound), bay.ground.position(court.upperBound))
    let closing = Int(min(100, (width / rules.frontage + 1e-9).rounded(.down)))
    var best: (units: Int, closing: Int, plots: Int)?
    for closing in closing > 0 && closing <= rules.shortRow ? [closing, 0] : [0] {
      for units in 1...max(1, rules.shortRow) {
        let plots = 2 * units + closing
        let end = base + Double(units) * rules.frontage
        guard Self.plots.contains(plots), plots > best?.plots ?? 0, end <= reach + SlabMap.tolerance,
          end - start <= rules.deadEnd ?? .infinity,
          bay.ground.isFree(block.slabs, base, end),
          closing == 0 || bay.ground.isFree(court, end, end + rules.depth)
        else { continue }
        best = (units, closing, plots)
      }
    }
    guard let best else { return nil }
    let end = base + Double(best.units) * rules.frontage
    let column = RowRun(from: base, units: best.units)
    var arrangement = Arrangement()
    arrangement.rows = [
      PlacedRow(run: column, low: low - rules.depth, facing: .right, isOnCourt: true),
      PlacedRow(run: column, low: high, facing: .left, isOnCourt: true),
    ]
    if best.closing > 0 {
      let from = (low + high - Double(best.closing) * rules.frontage) / 2
      let row = RowRun(from: from, units: best.closing)
      arrangement.rows.append(PlacedRow(run: row, low: end, facing: .bank, isOnCourt: true))
    }
    arrangement.court = LocalBox(u1: low, u2: high, v1: start, v2: end)
    self.arrangement = arrangement
    top = best.closing > 0 ? end + rules.depth : end
  }
}

extension SlabMap {
  /// Whether all slabs are free from `low` to `high`.
  fileprivate func isFree(_ slabs: Range<Int>, _ low: Double, _ high: Double) -> Bool {
    slabs.allSatisfy { isFree($0, low, high) }
  }
}
