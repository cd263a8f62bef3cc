/// Plots stacked away from the bank, each facing a cross-lane.
///
/// The ground of both flanks is looked up once; how many plots stand above a level is asked many times.
struct ColumnPattern {
  /// The ground that a column may take at one side of a block.
  private struct Flank {
    let facing: Facing
    /// Where the column begins along the bank.
    let low: Double
    /// In rising order, as far as the lane beside it reaches.
    let stretches: [ClosedRange<Double>]
  }

  private let flanks: [Flank]
  private let rules: LayoutRules
  /// The block is too narrow for two columns back to back: the better one stands alone.
  private let isNarrow: Bool

  init(in block: Block, of bay: Bay, rules: LayoutRules) {
    let width = rules.steps(rules.depth)
    self.rules = rules
    isNarrow = block.slabs.count < 2 * width
    flanks =
      block.slabs.count < width
      ? []
      : [
        Self.flank(
          .left, block.slabs.lowerBound..<(block.slabs.lowerBound + width), block.leftReach, bay, rules),
        Self.flank(
          .right, (block.slabs.upperBound - width)..<block.slabs.upperBound, block.rightReach, bay, rules),
      ].compactMap(\.self)
  }

  private static func flank(
    _ facing: Facing, _ slabs: Range<Int>, _ reach: Double?, _ bay: Bay, _ rules: LayoutRules
  ) -> Flank? {
    guard let reach else { return nil }
    let stretches = bay.ground.commonStretches(slabs).compactMap { clip($0, from: -.infinity, to: reach) }
    let low =
      facing == .left
      ? bay.ground.position(slabs.lowerBound) : bay.ground.position(slabs.upperBound) - rules.depth
    return stretches.isEmpty ? nil : Flank(facing: facing, low: low, stretches: stretches)
  }

  private static func clip(_ stretch: ClosedRange<Double>, from: Double, to: Double) -> ClosedRange<Double>? {
    let low = max(stretch.lowerBound, from)
    let high = min(stretch.upperBound, to)
    return low < high ? low...high : nil
  }

  private func runs(_ flank: Flank, from: Double) -> [RowRun] {
    RowPacking.openRows(
      in: flank.stretches.compactMap { Self.clip($0, from: from, to: .infinity) },
      above: rules.isRelaxed ? -.infinity : from - rules.sideGap, rules: rules)
  }

  /// How many plots stand above a level, and the most that could.
  func plots(from: Double) -> Int {
    let counts = flanks.map { runs($0, from: from).reduce(0) { $0 + $1.units } }
    return isNarrow ? counts.max() ?? 0 : counts.reduce(0, +)
  }

  /// One column at the left lane and one at the right, back to back where the block is two plots deep.
  ///
  /// - Parameter from: nothing stands below this level.
  func columns(from: Double = -.infinity) -> Arrangement {
    let both = flanks.map { column($0, from: from) }
    if isNarrow { return both.max { $0.plots < $1.plots } ?? Arrangement() }
    return both.reduce(into: Arrangement()) { $0.add($1) }
  }

  private func column(_ flank: Flank, from: Double) -> Arrangement {
    var arrangement = Arrangement()
    for run in runs(flank, from: from) {
      let row = PlacedRow(run: run, low: flank.low, facing: flank.facing)
      arrangement.rows.append(row)
      if flank.facing == .left {
        arrangement.needLeftLane(to: row.end(rules))
      } else {
        arrangement.needRightLane(to: row.end(rules))
      }
    }
    return arrangement
  }
}
