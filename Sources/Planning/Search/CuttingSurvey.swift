import Geometry

/// Which ways to cut long land are worth a search, and in which order.
///
/// Along kilometres of canal a whole search of each takes seconds, and most come to nothing: a straight front on a canal
/// that bends, a front on a road that only touches the land. Short stretches of each, evenly spaced, tell them apart.
struct CuttingSurvey {
  let rules: LayoutRules
  let objective: PlanObjective
  let isCancelled: @Sendable () -> Bool

  /// Shorter land is searched whole, in every way at once.
  private static let longSlabs = 2000
  /// A stretch is a few blocks long, and one of them lies in every so many slabs.
  private static let stretchSlabs = 120
  private static let spacingSlabs = 2500
  /// What comes to less than this share of the best has never been seen to win.
  private static let leastShare = 0.8

  /// The places of cuttings that are searched at once, round after round: of every part the most promising first.
  func rounds(_ cuttings: [Cutting]) -> [[Int]] {
    guard cuttings.contains(where: { $0.slabs > Self.longSlabs }) else { return [Array(cuttings.indices)] }
    let samples = Parallel.map(cuttings, sample)
    let parts = Dictionary(grouping: cuttings.indices) { cuttings[$0].part }
    let ranked = parts.sorted { $0.key < $1.key }.map { _, own in
      let best = own.map { samples[$0].promise }.max() ?? 0
      let worthy = own.filter { samples[$0].promise >= best * Self.leastShare }
        .sorted { (samples[$1].promise, $0) < (samples[$0].promise, $1) }
      // Beside a road that only touches the land, to keep away from it changes nothing: the same is not searched twice.
      return worthy.enumerated().filter { rank, number in
        rank == 0 || samples[number] != samples[worthy[rank - 1]]
      }.map(\.element)
    }
    return (0..<(ranked.map(\.count).max() ?? 0)).map { rank in
      ranked.compactMap { $0.indices.contains(rank) ? $0[rank] : nil }
    }
  }

  /// What some stretches of a cutting are worth, in scores of the search.
  private struct Sample: Equatable {
    var scores: [Int] = []
    var sampledSlabs = 0
    let slabs: Int
    let isOnWalkway: Bool

    /// What the whole cutting would be worth if it were everywhere as in its stretches.
    var promise: Double {
      sampledSlabs > 0 ? Double(scores.reduce(0, +)) / Double(sampledSlabs) * Double(slabs) : 0
    }
  }

  private func sample(_ cutting: Cutting) -> Sample {
    var sample = Sample(slabs: cutting.slabs, isOnWalkway: cutting.isOnWalkway)
    var next = min(Self.spacingSlabs, cutting.slabs) / 2
    var before = 0
    for bay in cutting.bays {
      let end = before + bay.ground.count
      var search: BaySearch?
      while next < end {
        let start = max(0, min(next - before, bay.ground.count - Self.stretchSlabs))
        let stretch = start..<min(bay.ground.count, start + Self.stretchSlabs)
        var own = search ?? BaySearch(bay: bay, rules: rules, objective: objective)
        own.explore(window: stretch, isCancelled: isCancelled)
        sample.scores.append(own.bestScore(at: stretch.upperBound))
        sample.sampledSlabs += stretch.count
        search = own
        next += Self.spacingSlabs
      }
      before = end
    }
    return sample
  }
}
