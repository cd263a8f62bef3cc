/// Plots stacked away from the bank, each facing a cross-lane.
///
/// The ground of both flanks is looked up once; how many plots stand above a level is asked many times.
struct ColumnPattern {
  /// Where a lane across the block joins the lanes on both sides.
  enum Join {
    case nowhere
    /// Below the columns: the middle of that lane.
    case below(Double)
    /// Behind the columns: the near edge of that lane.
    case above(Double)
  }

  /// The ground that a column may take at one side of a block.
  private struct Flank {
    let facing: Facing
    /// Where the column begins along the bank.
    let low: Double
    /// In rising order, as far as the lane beside it reaches.
    let stretches: [ClosedRange<Double>]
    /// A lane is to be laid beside it.
    let hasLane: Bool
  }

  private let flanks: [Flank]
  private let rules: LayoutRules
  private let forks: LaneForks?
  /// The block is too narrow for two columns back to back: the better one stands alone.
  private let isNarrow: Bool

  init(in block: Block, of bay: Bay, rules: LayoutRules) {
    let width = rules.steps(rules.depth)
    self.rules = rules
    forks = block.forks
    isNarrow = block.slabs.count < 2 * width
    flanks =
      block.slabs.count < width
      ? []
      : [
        Self.flank(
          .left, block.slabs.lowerBound..<(block.slabs.lowerBound + width), block.leftReach, block.leftWays,
          bay, rules),
        Self.flank(
          .right, (block.slabs.upperBound - width)..<block.slabs.upperBound, block.rightReach,
          block.rightWays, bay, rules),
      ].compactMap(\.self)
  }

  private static func flank(
    _ facing: Facing, _ slabs: Range<Int>, _ reach: Double?, _ ways: [ClosedRange<Double>], _ bay: Bay,
    _ rules: LayoutRules
  ) -> Flank? {
    // A lane is laid where it can be; else the column stands where a way runs past already.
    let served = reach.map { [-Double.infinity...$0] } ?? ways
    guard !served.isEmpty else { return nil }
    let stretches = bay.ground.commonStretches(slabs).flatMap { stretch in
      served.compactMap { clip(stretch, from: $0.lowerBound, to: $0.upperBound) }
    }
    let low =
      facing == .left
      ? bay.ground.position(slabs.lowerBound) : bay.ground.position(slabs.upperBound) - rules.depth
    return stretches.isEmpty
      ? nil : Flank(facing: facing, low: low, stretches: stretches, hasLane: reach != nil)
  }

  private static func clip(_ stretch: ClosedRange<Double>, from: Double, to: Double) -> ClosedRange<Double>? {
    let low = max(stretch.lowerBound, from)
    let high = min(stretch.upperBound, to)
    return low < high ? low...high : nil
  }

  private func runs(_ flank: Flank, from: Double, to: Double, joined: Join) -> [RowRun] {
    let lane = flank.hasLane ? laneReach(flank.facing, joined) : .infinity
    let stretches = flank.stretches.compactMap { Self.clip($0, from: from, to: min(to, lane)) }
    if to.isFinite, !rules.isRelaxed {
      return RowPacking.rows(in: stretches, limit: rules.shortRow, rules: rules)
    }
    return RowPacking.openRows(
      in: stretches, above: rules.isRelaxed ? -.infinity : from - rules.sideGap, rules: rules)
  }

  private func laneReach(_ side: Facing, _ joined: Join) -> Double {
    guard let forks else { return .infinity }
    return switch joined {
    case .nowhere: forks.reach(side, joined: nil)
    case .below(let level): forks.reach(side, joined: level)
    case .above(let level): level
    }
  }

  /// The most plots that could stand in them, whatever lies below and above.
  var most: Int {
    let counts = flanks.map { flank in
      flank.stretches.reduce(0.0) {
        $0 + ($1.upperBound - $1.lowerBound + rules.frontage / 2) / rules.frontage
      }
    }
    return Int(min(1e6, isNarrow ? counts.max() ?? 0 : counts.reduce(0, +)))
  }

  /// How many plots stand between two levels.
  func plots(from: Double, to: Double, joined: Join) -> Int {
    var (sum, most) = (0, 0)
    for flank in flanks {
      let units = runs(flank, from: from, to: to, joined: joined).reduce(0) { $0 + $1.units }
      sum += units
      most = max(most, units)
    }
    return isNarrow ? most : sum
  }

  /// One column at the left lane and one at the right, back to back where the block is two plots deep.
  ///
  /// - Parameters:
  ///   - from: nothing stands below this level.
  ///   - to: and nothing above this one.
  ///   - joined: where the lanes beside them are joined; only where dead ends are limited does it count.
  func columns(from: Double, to: Double, joined: Join) -> Arrangement {
    let both = flanks.map { column($0, from: from, to: to, joined: joined) }
    if isNarrow { return both.max { $0.plots < $1.plots } ?? Arrangement() }
    return both.reduce(into: Arrangement()) { $0.add($1) }
  }

  private func column(_ flank: Flank, from: Double, to: Double, joined: Join) -> Arrangement {
    var arrangement = Arrangement()
    for run in runs(flank, from: from, to: to, joined: joined) {
      let row = PlacedRow(run: run, low: flank.low, facing: flank.facing)
      arrangement.rows.append(row)
      guard flank.hasLane else { continue }
      if flank.facing == .left {
        arrangement.needLeftLane(to: row.end(rules))
      } else {
        arrangement.needRightLane(to: row.end(rules))
      }
    }
    return arrangement
  }
}
