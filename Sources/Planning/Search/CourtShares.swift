/// Shares the courts that are asked for out among the parts of the ground, where they cost the fewest plots.
///
/// Exact: the search knows for every bay and every number of courts what the bay is worth.
struct CourtShares {
  /// For every part its ways to be filled, best ones of each cutting, with the share of courts that falls to it.
  let chosen: [[FilledPart]]

  /// - Parameter parts: for every part and cutting the filling with each number of courts, from none on.
  init(parts: [[[FilledPart?]]], most: Int, objective: PlanObjective) {
    // Of each part what it is worth with each number of courts; nil where so many have no room.
    let worths = parts.map { ways in
      (0...most).map { count in
        ways.compactMap { $0.indices.contains(count) ? $0[count]?.worth(objective) : nil }.max()
      }
    }
    let shares = Self.shares(worths.map { $0.allSatisfy { $0 == nil } ? [0] : $0 }, most: most)
    let counts = shares.last { $0 != nil }.flatMap(\.self)?.counts ?? []
    chosen = parts.enumerated().map { number, ways in
      let count = counts.indices.contains(number) ? counts[number] : 0
      return ways.compactMap { $0.indices.contains(count) ? $0[count] : nil }
    }
  }

  /// One bay after the other: for every number of courts in all the best fillings; nil where so many have no room.
  static func combined(_ bays: [[FilledBay?]], most: Int) -> [[FilledBay]?] {
    shares(bays.map { $0.map { $0?.score } }, most: most).map { share in
      share.map { zip(bays, $0.counts).compactMap { $0[$1] } }
    }
  }

  /// For every number of courts in all how many fall to each, by dynamic programming.
  private static func shares(_ worths: [[Int?]], most: Int) -> [(worth: Int, counts: [Int])?] {
    var best: [(worth: Int, counts: [Int])?] = [(0, [])] + Array(repeating: nil, count: most)
    for own in worths {
      var next: [(worth: Int, counts: [Int])?] = Array(repeating: nil, count: most + 1)
      for (before, share) in best.enumerated() {
        guard let share else { continue }
        for (count, worth) in own.enumerated() where before + count <= most {
          guard let worth, share.worth + worth > next[before + count]?.worth ?? -1 else { continue }
          next[before + count] = (share.worth + worth, share.counts + [count])
        }
      }
      best = next
    }
    return best
  }
}
