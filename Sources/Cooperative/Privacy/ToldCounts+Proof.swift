extension ToldCounts {
  /// Whether a table was found that agrees with all that is told, and in which the target is 5 or more.
  ///
  /// Where it cannot be, as everybody knows that there are fewer, another number is enough. A table is looked for by a
  /// search that ends; not finding one only means that more is hidden than must be.
  func hasOtherTable(for target: [Int]) -> Bool {
    guard target.allSatisfy({ !tells[$0] || counts[$0] == 0 }) else { return false }
    let value = target.reduce(0) { $0 + counts[$1] }
    // Whoever knows that all together are fewer knows that these are.
    let most =
      sums.indices.filter { sums[$0].isKnown && Set(sums[$0].members).isSuperset(of: target) }
      .map { sum in sums[sum].members.reduce(0) { $0 + counts[$1] } }.min() ?? .max
    let changes =
      most >= SmallCount.least
      ? [SmallCount.least - value] : [1, -1].filter { value + $0 >= 0 && value + $0 <= most }
    let ones = target.filter { !tells[$0] }
    return changes.contains { change in
      ones.contains { one in
        counts[one] + change >= least[one]
          && OtherTable(self, sumTold: sumIsTold(target), one, change).exists()
      }
    }
  }

  private func sumIsTold(_ target: [Int]) -> Bool { target.count > 1 && tells(sumOf: target) }
}

/// A search for a table with one count changed and all told sums as they are.
private struct OtherTable {
  private let told: ToldCounts
  private var changes: [Int: Int]
  private var rest: [Int: Int] = [:]
  private var steps = 300
  private let isPossible: Bool

  init(_ told: ToldCounts, sumTold: Bool, _ one: Int, _ change: Int) {
    self.told = told
    (changes, isPossible) = ([:], !sumTold)
    set(one, to: change)
  }

  func exists() -> Bool {
    guard isPossible else { return false }
    var search = self
    return search.mend()
  }

  private mutating func set(_ place: Int, to change: Int) {
    let more = change - (changes[place] ?? 0)
    changes[place] = change
    for sum in told.sumsOf[place] where told.tellsSum[sum] {
      rest[sum, default: 0] += more
      if rest[sum] == 0 { rest[sum] = nil }
    }
  }

  /// Mends one told sum after the other by changing hidden counts in it that are as they were.
  private mutating func mend() -> Bool {
    guard steps > 0 else { return false }
    steps -= 1
    // Small sums first: where all groups are mended, so is the whole.
    guard let sum = rest.keys.min(by: { (size($0), $0) < (size($1), $1) }), let wrong = rest[sum] else {
      return true
    }
    let free = told.sums[sum].members.filter { !told.tells[$0] && changes[$0] == nil }
      .sorted {
        (room($0, wrong), -told.sumsOf[$0].count, $0) > (room($1, wrong), -told.sumsOf[$1].count, $1)
      }
    for place in free where room(place, wrong) > 0 {
      let take = min(abs(wrong), room(place, wrong))
      var next = self
      next.set(place, to: wrong > 0 ? -take : take)
      if next.mend() { return true }
      steps = next.steps
    }
    return false
  }

  private func size(_ sum: Int) -> Int { told.sums[sum].members.count }

  /// How much of what is wrong a count can take.
  private func room(_ place: Int, _ wrong: Int) -> Int {
    guard wrong < 0 else { return told.counts[place] - told.least[place] }
    // A small sum must be mended by the others in it.
    return told.sumsOf[place].filter { told.tellsSum[$0] && size($0) <= 4 }.map { sum in
      told.sums[sum].members.reduce(0) { room, other in
        other == place || told.tells[other] || changes[other] != nil
          ? room : room + told.counts[other] - told.least[other]
      }
    }.min() ?? .max
  }
}
