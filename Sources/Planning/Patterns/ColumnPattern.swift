/// Plots stacked away from the bank, each facing a cross-lane.
enum ColumnPattern {
  /// The column whose flank lies at the left lane, or the right one, of the block.
  ///
  /// - Parameter from: nothing stands below this level.
  static func column(
    _ facing: Facing, in block: Block, of bay: Bay, rules: LayoutRules, from: Double = -.infinity
  ) -> Arrangement {
    var arrangement = Arrangement()
    let width = rules.steps(rules.depth)
    guard let reach = facing == .left ? block.leftReach : block.rightReach,
      let slabs = flank(facing, of: block, width: width)
    else { return arrangement }
    let stretches = bay.ground.commonStretches(slabs).compactMap {
      clip($0, from: from, to: reach)
    }
    let low =
      facing == .left
      ? bay.ground.position(slabs.lowerBound) : bay.ground.position(slabs.upperBound) - rules.depth
    for run in RowPacking.rows(in: stretches, limit: rules.shortRow, rules: rules) {
      let row = PlacedRow(run: run, low: low, facing: facing)
      arrangement.rows.append(row)
      if facing == .left {
        arrangement.needLeftLane(to: row.end(rules))
      } else {
        arrangement.needRightLane(to: row.end(rules))
      }
    }
    return arrangement
  }

  private static func flank(_ facing: Facing, of block: Block, width: Int) -> Range<Int>? {
    guard block.slabs.count >= width else { return nil }
    return facing == .left
      ? block.slabs.lowerBound..<(block.slabs.lowerBound + width)
      : (block.slabs.upperBound - width)..<block.slabs.upperBound
  }

  private static func clip(_ stretch: ClosedRange<Double>, from: Double, to: Double) -> ClosedRange<Double>? {
    let low = max(stretch.lowerBound, from)
    let high = min(stretch.upperBound, to)
    return low < high ? low...high : nil
  }

  /// One column at the left lane and one at the right, back to back where the block is two plots deep.
  static func pair(in block: Block, of bay: Bay, rules: LayoutRules, from: Double = -.infinity) -> Arrangement
  {
    let width = rules.steps(rules.depth)
    if block.slabs.count >= 2 * width {
      var both = column(.left, in: block, of: bay, rules: rules, from: from)
      both.add(column(.right, in: block, of: bay, rules: rules, from: from))
      return both
    }
    let left = column(.left, in: block, of: bay, rules: rules, from: from)
    let right = column(.right, in: block, of: bay, rules: rules, from: from)
    return left.plots >= right.plots ? left : right
  }
}
