/// Which counts of people, and which sums of them, everybody may be told.
///
/// Small ones (``SmallCount``) are hidden, and of the others as many as could give a small one away by taking what is
/// told from a sum that is told (complementary suppression). For each small one there is then another table that agrees
/// with everything told, and in which that one is 5 or more: whoever has all the tables cannot say it is small.
public struct ToldCounts: Sendable {
  /// A sum of counts that is told somewhere.
  public struct Sum: Hashable, Sendable {
    /// Places of the counts, in order, each once.
    public let members: [Int]
    /// Whether everybody knows it anyway, such as how many belong to a group: then it cannot be hidden.
    public let isKnown: Bool

    public init(_ members: some Sequence<Int>, isKnown: Bool = false) {
      (self.members, self.isKnown) = (Set(members).sorted(), isKnown)
    }
  }

  public let counts: [Int]
  /// By place. A count that is told nowhere is hidden.
  public private(set) var tells: [Bool]
  private(set) var sums: [Sum] = []
  private(set) var tellsSum: [Bool] = []
  private var placeOf: [[Int]: Int] = [:]
  /// The sums that each count is part of.
  private(set) var sumsOf: [[Int]]
  /// What whoever reads the tables knows each count to be at least: a zero is told as such where anything would be.
  let least: [Int]

  /// - Parameter untold: places of counts that are told nowhere, and only follow from others.
  public init(_ counts: [Int], sums given: [Sum], untold: Set<Int> = []) {
    self.counts = counts
    tells = counts.indices.map { !untold.contains($0) && !SmallCount.isSmall(counts[$0]) }
    least = counts.indices.map { untold.contains($0) || counts[$0] == 0 ? 0 : 1 }
    sumsOf = Array(repeating: [], count: counts.count)
    for sum in given where sum.members.count > 1 || sum.isKnown { add(sum) }
    for place in counts.indices where SmallCount.isSmall(counts[place]) { protect([place]) }
    for place in sums.indices where SmallCount.isSmall(value(sums[place])) && !sums[place].isKnown {
      protect(sums[place].members)
    }
  }

  private mutating func add(_ sum: Sum) {
    if let place = placeOf[sum.members] {
      if sum.isKnown { (sums[place], tellsSum[place]) = (sum, true) }
      return
    }
    placeOf[sum.members] = sums.count
    for member in sum.members { sumsOf[member].append(sums.count) }
    tellsSum.append(sum.isKnown || !SmallCount.isSmall(value(sum)))
    sums.append(sum)
  }

  private func value(_ sum: Sum) -> Int { sum.members.reduce(0) { $0 + counts[$1] } }

  /// Whether a sum of counts is told; nothing of a sum that was not given is known.
  public func tells(sumOf members: some Sequence<Int>) -> Bool {
    let members = Set(members).sorted()
    if members.isEmpty { return true }
    return members.count == 1 ? tells[members[0]] : placeOf[members].map { tellsSum[$0] } ?? false
  }

  // MARK: - Hiding more

  /// Hides until a small count, or a small sum, could be 5 or more for all that is told.
  private mutating func protect(_ target: [Int]) {
    while !hasOtherTable(for: target) {
      guard let sum = leastHidden(target) else { return }
      guard let shelter = shelter(in: sum, for: target) else {
        tellsSum[sum] = false
        continue
      }
      tells[shelter] = false
      if hasOtherTable(for: target) { return }
      // Whatever one gains and the other loses shows in the sums that only one of them is in.
      for sum in strangers(shelter, target) where !sums[sum].isKnown { tellsSum[sum] = false }
    }
  }

  /// The told sum over the target with the least hidden in it, where there is something to hide.
  private func leastHidden(_ target: [Int]) -> Int? {
    func hidden(_ sum: Int) -> Int { sums[sum].members.reduce(0) { tells[$1] ? $0 : $0 + counts[$1] } }
    func hasMore(_ sum: Int) -> Bool { sums[sum].members.contains { tells[$0] && counts[$0] > 0 } }
    return toldSums(target).filter { !sums[$0].isKnown || hasMore($0) }
      .map { (hidden($0), $0) }.min { $0 < $1 }?.1
  }

  private func toldSums(_ places: [Int]) -> Set<Int> {
    Set(places.flatMap { sumsOf[$0] }.filter { tellsSum[$0] })
  }

  private func strangers(_ place: Int, _ target: [Int]) -> Set<Int> {
    toldSums(target).symmetricDifference(toldSums([place]))
  }

  /// Of the told counts in a sum the one whose other sums are those of the target, and of such the smallest.
  private func shelter(in sum: Int, for target: [Int]) -> Int? {
    sums[sum].members.filter { tells[$0] && counts[$0] > 0 }
      .map { (strangers($0, target).count, counts[$0], $0) }.min { $0 < $1 }?.2
  }
}

extension ToldCounts {
  /// A part of a number that is told, such as those of 20 who cannot pay; nil where it, or the rest, is so small that
  /// it stays unsaid.
  public static func part(_ part: Int, of all: Int) -> Int? {
    guard !SmallCount.isSmall(all) else { return nil }
    return ToldCounts([part, all - part], sums: [Sum([0, 1], isKnown: true)], untold: [1]).tells[0]
      ? part : nil
  }
}
