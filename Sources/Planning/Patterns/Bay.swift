/// A stretch of the site beside a nearly straight piece of bank, in its own frame.
///
/// A class, as the search hands it on millions of times: a copy of its arrays would cost more than the search of a block.
final class Bay: Sendable {
  let frame: Frame
  /// Where plots may stand.
  let ground: SlabMap
  /// How far inland one can walk straight from the walkway, slab by slab; nil where the walkway is not reached.
  let laneReach: [Double?]
  /// A level inside the walkway, from which lanes and widenings start.
  let walkwayLevel: [Double?]
  /// Ways that are there already, the walkway too.
  let ways: SlabMap
  /// Where a way adjoins the ground from behind, slab by slab; nil where none does.
  let wayBehind: [Double?]
  /// Where the way that the bay fronts on ends to the left and to the right; infinite where it goes on or leads out.
  let frontEnds: (left: Double, right: Double)

  init(
    frame: Frame, ground: SlabMap, laneReach: [Double?], walkwayLevel: [Double?], ways: SlabMap,
    wayBehind: [Double?], frontEnds: (left: Double, right: Double)
  ) {
    self.frame = frame
    self.ground = ground
    self.laneReach = laneReach
    self.walkwayLevel = walkwayLevel
    self.ways = ways
    self.wayBehind = wayBehind
    self.frontEnds = frontEnds
  }

  var slabs: Range<Int> { 0..<ground.count }

  /// How far inland a lane over all these slabs can run, nil where it cannot start.
  func reach(of lane: Range<Int>) -> Double? {
    guard lane.lowerBound >= 0, lane.upperBound <= ground.count else { return nil }
    var lowest = Double.infinity
    for slab in lane {
      guard let reach = laneReach[slab] else { return nil }
      lowest = min(lowest, reach)
    }
    return lowest.isFinite ? lowest : nil
  }

  /// Where a way lies right beside the left border of a slab.
  func ways(leftOf slab: Int) -> [ClosedRange<Double>] {
    slab > 0 ? ways.ranges(of: slab - 1) : []
  }

  func ways(rightOf slab: Int) -> [ClosedRange<Double>] {
    slab < ways.count ? ways.ranges(of: slab) : []
  }

  /// The lowest walkway level over the slabs: a lane that starts there surely meets the walkway.
  func walkwayStart(of slabs: Range<Int>) -> Double? {
    slabs.compactMap { walkwayLevel[$0] }.min()
  }
}

/// The piece of a bay between two cuts, with the lanes beside it.
struct Block: Sendable {
  let slabs: Range<Int>
  /// How far inland the cross-lane on the left runs, nil without one; the same on the right.
  let leftReach: Double?
  let rightReach: Double?
  /// Where a way that is there already lies right beside it, on the left and on the right.
  let leftWays: [ClosedRange<Double>]
  let rightWays: [ClosedRange<Double>]
  /// The most plots in a row here: more where both sides leave the wide gap.
  let rowLimit: Int
  /// How dead ends are limited here; nil where they are not.
  var forks: LaneForks?
  /// Plots round a court stand in front, whatever else the block holds.
  var hasCourt = false
}
