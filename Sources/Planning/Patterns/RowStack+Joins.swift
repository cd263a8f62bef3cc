/// Lanes that join the cross-lanes on both sides: where dead ends are limited, they make the forks.
extension RowStack {
  /// Where the highest lane across the block can begin.
  static func rearLane(behind block: Block, of bay: Bay, rules: LayoutRules) -> Double? {
    guard let left = block.leftReach, let right = block.rightReach else { return nil }
    return bay.ground.commonStretches(block.slabs).compactMap { stretch in
      let low = min(stretch.upperBound, left, right) - rules.laneWidth
      return low >= stretch.lowerBound ? low : nil
    }.max()
  }

  /// Whether a lane at this level reaches from one cross-lane to the other.
  func isJoining(_ level: Int) -> Bool {
    guard block.forks != nil, let left = block.leftReach, let right = block.rightReach else { return false }
    let (low, high) = (metres(level), metres(level) + rules.laneWidth)
    return min(left, right) >= high - SlabMap.tolerance
      && bay.ground.freeRuns(in: block.slabs, low, high) == [block.slabs]
  }

  /// The middle of a lane that begins at a level; nil for no lane.
  func middle(ofLaneAt level: Int32) -> Double? {
    level < 0 ? nil : metres(Int(level)) + rules.laneWidth / 2
  }

  /// The part of a lane with one way out that is near enough to the last fork on its cross-lane; nil without any.
  func limited(
    _ run: Range<Int>, from side: Facing, _ low: Double, join: Int32, _ forks: LaneForks
  ) -> Range<Int>? {
    // It may leave the cross-lane at its very end: then both count together, round the corner.
    let reach = forks.reach(side, joined: middle(ofLaneAt: join))
    guard reach >= low + rules.laneWidth - SlabMap.tolerance else { return nil }
    let corner = max(rules.laneWidth, rules.rowGap) / 2
    let slabs = Int(
      min(1e6, max(0, ((reach - low - rules.laneWidth / 2 - corner) / rules.step).rounded(.down))))
    guard slabs > 0 else { return nil }
    return side == .left
      ? run.lowerBound..<min(run.upperBound, run.lowerBound + slabs)
      : max(run.lowerBound, run.upperBound - slabs)..<run.upperBound
  }

  /// A lane right behind the columns, from one cross-lane to the other.
  func placeRearLane(into arrangement: inout Arrangement) {
    guard let highest = rearLane else { return }
    let tops = [arrangement.leftLaneTop, arrangement.rightLaneTop].compactMap(\.self)
    // No higher than the columns need it, where the ground is free there too.
    let nearest = tops.max() ?? highest
    let isFree =
      nearest < highest
      && bay.ground.freeRuns(in: block.slabs, nearest, nearest + rules.laneWidth) == [block.slabs]
    let low = isFree ? nearest : highest
    let box = LocalBox(
      u1: bay.ground.position(block.slabs.lowerBound), u2: bay.ground.position(block.slabs.upperBound),
      v1: low,
      v2: low + rules.laneWidth)
    guard let box else { return }
    arrangement.lanes.append(box)
    arrangement.isJoined = true
    arrangement.needLeftLane(to: low + rules.laneWidth)
    arrangement.needRightLane(to: low + rules.laneWidth)
  }
}
