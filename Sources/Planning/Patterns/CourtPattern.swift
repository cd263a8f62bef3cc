/// Two columns that look at each other across a court, and a row that closes its far end where there is room.
///
/// Open to the way on which the block stands. 8 to 10 plots, as in the clusters of South African re-blocking
/// (facts/layout.md §4.3).
struct CourtPattern {
  let arrangement: Arrangement
  /// Where its last plots end.
  let top: Double

  static let plots = 8...10

  /// Plots in the columns on the left and on the right and in the row at the far end, and where the columns end.
  private struct Cluster {
    let left: Int, right: Int, closing: Int
    let end: Double
    /// Where the row at the far end ends, too.
    let top: Double

    var plots: Int { left + right + closing }

    /// More plots, then less ground.
    func beats(_ other: Cluster?) -> Bool { other.map { (plots, -top) > ($0.plots, -$0.top) } ?? true }
  }

  /// Slabs that a block with a court takes; nil where none is asked for.
  static func slabs(_ rules: LayoutRules) -> Int? {
    rules.courtWidth.map { 2 * rules.steps(rules.depth) + rules.steps($0) }
  }

  /// Nil where no court of so many plots has room.
  init?(in block: Block, of bay: Bay, rules: LayoutRules) {
    guard let width = rules.courtWidth, block.slabs.count == Self.slabs(rules) else { return nil }
    let deep = rules.steps(rules.depth)
    let court = (block.slabs.lowerBound + deep)..<(block.slabs.upperBound - deep)
    let flanks = [block.slabs.lowerBound..<court.lowerBound, court.upperBound..<block.slabs.upperBound]
    // On a curved bank each column begins where its own ground does.
    let stretches = flanks.compactMap { bay.ground.commonStretches($0).first }
    guard stretches.count == 2, let start = bay.walkwayStart(of: court), let reach = bay.reach(of: court)
    else { return nil }
    let row = Int(min(100, (width / rules.frontage + 1e-9).rounded(.down)))
    var best: Cluster?
    for closing in row > 0 && row <= rules.shortRow ? [row, 0] : [0] {
      for left in 1...max(1, min(rules.shortRow, Self.plots.upperBound)) {
        for right in 1...max(1, min(rules.shortRow, Self.plots.upperBound)) {
          let ends = zip(stretches, [left, right]).map { $0.lowerBound + Double($1) * rules.frontage }
          let end = ends.reduce(-.infinity, max)
          let cluster = Cluster(
            left: left, right: right, closing: closing, end: end, top: closing > 0 ? end + rules.depth : end)
          guard Self.plots.contains(cluster.plots), cluster.beats(best),
            cluster.end <= reach + SlabMap.tolerance, cluster.end - start <= rules.deadEnd ?? .infinity,
            zip(stretches, ends).allSatisfy({ $1 <= $0.upperBound + SlabMap.tolerance }),
            closing == 0
              || court.allSatisfy({ bay.ground.isFree($0, cluster.end, cluster.top) })
          else { continue }
          best = cluster
        }
      }
    }
    guard let best else { return nil }
    let (low, high) = (bay.ground.position(court.lowerBound), bay.ground.position(court.upperBound))
    var arrangement = Arrangement()
    arrangement.rows = [
      PlacedRow(
        run: RowRun(from: stretches[0].lowerBound, units: best.left), low: low - rules.depth, facing: .right,
        isOnCourt: true),
      PlacedRow(
        run: RowRun(from: stretches[1].lowerBound, units: best.right), low: high, facing: .left,
        isOnCourt: true),
    ]
    if best.closing > 0 {
      let run = RowRun(
        from: (low + high - Double(best.closing) * rules.frontage) / 2, units: best.closing)
      arrangement.rows.append(PlacedRow(run: run, low: best.end, facing: .bank, isOnCourt: true))
    }
    arrangement.court = LocalBox(u1: low, u2: high, v1: start, v2: best.end)
    self.arrangement = arrangement
    top = best.top
  }
}
