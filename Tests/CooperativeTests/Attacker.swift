import Cooperative

/// Whoever has all tables and knows how they are made: finds by trial which numbers each count may be.
///
/// Shares nothing with what hides counts: every table that agrees with all that is told is tried.
struct Attacker {
  let told: ToldCounts
  let sums: [ToldCounts.Sum]
  /// Counts that are told nowhere, and may be zero; others that are not told are at least 1.
  let untold: Set<Int>
  /// No count is tried beyond it.
  let most: Int

  /// All numbers that each count may be.
  func possible() -> [Set<Int>] {
    let known = sums.filter { $0.isKnown || told.tells(sumOf: $0.members) }
      .map { sum in (Set(sum.members), sum.members.reduce(0) { $0 + told.counts[$1] }) }
    var found = told.counts.map { _ in Set<Int>() }
    var table = told.counts
    let hidden = told.counts.indices.filter { !told.tells[$0] }

    func agrees(after done: Int) -> Bool {
      let open = Set(hidden[done...])
      return known.allSatisfy { members, value in
        let sum = members.reduce(0) { open.contains($1) ? $0 : $0 + table[$1] }
        return members.isDisjoint(with: open) ? sum == value : sum <= value
      }
    }
    func search(_ done: Int) {
      guard agrees(after: done) else { return }
      guard done < hidden.count else {
        for place in table.indices { found[place].insert(table[place]) }
        return
      }
      for number in (untold.contains(hidden[done]) ? 0 : 1)...most {
        table[hidden[done]] = number
        search(done + 1)
      }
    }
    search(0)
    return found
  }
}
