/// Which slabs of a bay look the same, so that equal blocks are worked out once.
struct Profiles {
  private let ids: [Int]
  private let ends: [Int]

  init(_ bay: Bay) {
    var known: [[Double]: Int] = [:]
    ids = bay.slabs.map { slab in
      let heights = bay.ground.ranges(of: slab).flatMap { [$0.lowerBound, $0.upperBound] }
      let profile =
        (heights + [bay.laneReach[slab] ?? -1e9, bay.walkwayLevel[slab] ?? -1e9, bay.wayBehind[slab] ?? -1e9])
        .map(SlabMap.rounded)
      let next = known.count
      return known[profile, default: next].also { known[profile] = $0 }
    }
    var ends = Array(repeating: bay.ground.count, count: bay.ground.count)
    for slab in bay.slabs.dropLast().reversed() {
      ends[slab] = ids[slab] == ids[slab + 1] ? ends[slab + 1] : slab + 1
    }
    self.ends = ends
  }

  /// A number that equal slabs share.
  func profile(_ slab: Int) -> Int { ids[slab] }

  /// The first slab behind this one that looks different.
  func runEnd(_ slab: Int) -> Int { ends[slab] }
}

extension Int {
  fileprivate func also(_ body: (Int) -> Void) -> Int {
    body(self)
    return self
  }
}
