/// How far inland the cross-lanes on both sides of a block may run without being joined by another lane.
///
/// Where a lane across the block joins them, they and the way in front are a round: nothing of it is a dead end, and
/// what runs on beyond it is counted from there. Otherwise a lane is counted from the way in front, and one that leaves
/// that way at its very end from the fork before.
struct LaneForks: Hashable, Sendable {
  /// The longest dead end, in metres.
  let limit: Double
  /// Levels up to which the lanes may run unjoined; below all ground where they may not.
  let left: Double
  let right: Double
  /// The lane on one side must run so far inland for the lane on the other side to be counted from its mouth.
  let leastLeft: Double?
  let leastRight: Double?

  /// - Parameters:
  ///   - left: the slabs of the cross-lane on the left; nil without one.
  ///   - right: the same on the right.
  init?(left: Range<Int>?, right: Range<Int>?, in bay: Bay, rules: LayoutRules) {
    guard let limit = rules.deadEnd else { return nil }
    self.limit = limit
    // So much way beside a mouth, and so long a lane, is surely a way of its own and no wide corner.
    let sure = Self.sureWidths * rules.laneWidth
    let apart = left.flatMap { left in
      right.map { Double($0.lowerBound + $0.upperBound - left.lowerBound - left.upperBound) / 2 * rules.step }
    }
    func free(_ lane: Range<Int>?) -> (level: Double, isLast: Bool) {
      guard let lane, let start = bay.walkwayStart(of: lane) else { return (-.infinity, false) }
      let isLast =
        bay.ground.position(lane.lowerBound) - bay.frontEnds.left < sure
        || bay.frontEnds.right - bay.ground.position(lane.upperBound) < sure
      return isLast ? (apart.map { start + limit - $0 } ?? -.infinity, true) : (start + limit, false)
    }
    let (first, second) = (free(left), free(right))
    // Two last lanes have no fork before them.
    let isLone = first.isLast && second.isLast
    self.left = isLone ? -.infinity : first.level
    self.right = isLone ? -.infinity : second.level
    leastRight = first.isLast ? right.flatMap(bay.walkwayStart).map { $0 + 2 * sure } : nil
    leastLeft = second.isLast ? left.flatMap(bay.walkwayStart).map { $0 + 2 * sure } : nil
  }

  private static let sureWidths = 2.0

  /// How far the lane on a side may run, joined at a level by a lane across; nil where none joins it.
  func reach(_ side: Facing, joined: Double?) -> Double {
    max(side == .left ? left : right, joined.map { $0 + limit } ?? -.infinity)
  }

  /// Whether the lanes of an arrangement have the forks from which they were counted.
  func hold(for arrangement: Arrangement) -> Bool {
    if arrangement.isJoined { return true }
    func isThere(_ least: Double?, _ top: Double?, for other: Double?) -> Bool {
      guard let least, other != nil else { return true }
      return (top ?? -.infinity) >= least
    }
    return isThere(leastRight, arrangement.rightLaneTop, for: arrangement.leftLaneTop)
      && isThere(leastLeft, arrangement.leftLaneTop, for: arrangement.rightLaneTop)
  }
}
