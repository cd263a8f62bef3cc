internal import GEOS
internal import Settlement

/// The lanes, walkways and roads that count.
struct DrawnWays {
  let ways: [Way]
  let laneCount: Int
  let roads: [Way]

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ layout: CheckedLayout) throws(GEOSError) {
    var lanes: [Way] = []
    var known: Set<Lane> = []
    // A plan with lanes of its own clears today's paths away, apart from those that stay.
    let kept = layout.settlement.lanes.filter { $0.isLocked || layout.plan.lanes.isEmpty }
    for lane in layout.plan.lanes + kept where known.insert(lane.withoutReference).inserted {
      lanes.append(try Way(lane))
    }
    var roads: [Way] = []
    var open: [Way] = []
    for road in layout.settlement.roads {
      let way = try Way(road)
      roads.append(way)
      if road.givesAccess { open.append(way) }
    }
    self.roads = roads
    ways = lanes + open
    laneCount = lanes.count
  }
}

extension Lane {
  fileprivate var withoutReference: Lane {
    var lane = self
    lane.reference = FeatureReference()
    return lane
  }
}
