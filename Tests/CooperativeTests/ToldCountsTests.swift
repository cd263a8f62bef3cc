import TestSupport
import Testing

@testable import Cooperative

@Suite struct ToldCountsTests {
  /// Counts, sums that are told, and which counts stay unsaid.
  @Test(arguments: [
    ([10, 20, 30], [[0, 1, 2]], [Int]()),
    // One small one takes the next smallest along.
    ([3, 20, 30], [[0, 1, 2]], [0, 1]),
    // Two that are fewer than five together are not enough; nor are five of one each, known to be at least 1.
    ([1, 2, 20, 30], [[0, 1, 2, 3]], [0, 1, 2]),
    ([1, 1, 1, 1, 1, 9], [[0, 1, 2, 3, 4, 5]], [0, 1, 2, 3, 4, 5]),
    // Where nothing is summed up, nothing more need be hidden.
    ([3, 20, 30], [], [0]),
    // 8 of which none is told may be 1 and 7.
    ([4, 4, 9], [[0, 1, 2]], [0, 1]),
    // Zeros are told, and give no shelter.
    ([2, 0, 0, 7, 8], [[0, 1, 2, 3, 4]], [0, 3]),
  ])
  func whatIsHidden(counts: [Int], sums: [[Int]], hidden: [Int]) {
    let told = ToldCounts(counts, sums: sums.map { ToldCounts.Sum($0) })
    #expect(counts.indices.filter { !told.tells[$0] } == hidden)
    #expect(sums.allSatisfy { told.tells(sumOf: $0) })
  }

  /// Where everything in a sum is hidden and that is not enough, the sum is.
  @Test func theSumIsHiddenAtLast() {
    let told = ToldCounts([1, 2], sums: [ToldCounts.Sum([0, 1])])
    #expect(told.tells == [false, false])
    #expect(!told.tells(sumOf: [0, 1]))
    // Two tables over the same people: what one gains and the other loses shows in no sum.
    let sums = [[0, 1], [2, 3], [0, 2], [1, 3]]
    let both = ToldCounts([3, 20, 30, 40], sums: sums.map { ToldCounts.Sum($0) })
    #expect(both.tells == [false, false, true, true])
    #expect(sums.map { both.tells(sumOf: $0) } == [true, true, false, false])
  }

  @Test func aPartAndTheRest() {
    #expect(ToldCounts.part(18, of: 20) == nil && ToldCounts.part(2, of: 20) == nil)
    #expect(ToldCounts.part(15, of: 20) == 15 && ToldCounts.part(0, of: 20) == 0)
    #expect(ToldCounts.part(20, of: 20) == 20 && ToldCounts.part(0, of: 3) == nil)
  }

  /// Of 2,000 seeded tables with one or two ways to group, whoever tries all tables that agree with what is told finds
  /// for each small count one in which it is 5 or more, and for each count that follows from others as well.
  @Test func nobodyFindsASmallCount() {
    var random = SplitMix64(seed: 8)
    var (small, more) = (0, 0)
    for _ in 0..<2000 {
      let size = Int(random.next() % 4) + 2
      let counts = (0..<size).map { _ in Int(random.next() % 3 == 0 ? random.next() % 5 : random.next() % 13)
      }
      var sums = [ToldCounts.Sum(0..<size)]
      for _ in 0..<(random.next() % 3) {
        let groups = (0..<size).map { _ in random.next() % 3 }
        for group in 0..<UInt64(3) {
          sums.append(ToldCounts.Sum((0..<size).filter { groups[$0] == group }))
        }
      }
      let untold: Set<Int> = random.next() % 4 == 0 ? [Int(random.next() % UInt64(size))] : []
      let told = ToldCounts(counts, sums: sums, untold: untold)
      let possible = Attacker(told: told, sums: sums, untold: untold, most: 17).possible()
      for (place, count) in counts.enumerated() where SmallCount.isSmall(count) {
        small += 1
        #expect(possible[place].contains { $0 >= SmallCount.least }, "\(counts) \(sums) \(told.tells)")
      }
      more += counts.indices.count { !told.tells[$0] && !SmallCount.isSmall(counts[$0]) }
    }
    #expect(small > 1500 && more > 500)
  }

  /// The test can fail: hiding small counts alone is not enough.
  @Test func smallOnesAloneAreFound() {
    let told = ToldCounts([3, 20, 30], sums: [])
    let sum = ToldCounts.Sum([0, 1, 2], isKnown: true)
    #expect(Attacker(told: told, sums: [sum], untold: [], most: 60).possible()[0] == [3])
  }

  /// Of groups whose sizes are known, what is not told of is at least five, or nobody.
  @Test func sumsOfMoneyAreOverFive() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<2000 {
      let sizes = (0..<Int(random.next() % 7)).map { _ in Int(random.next() % 12) + 1 }
      let others = Int(random.next() % 9)
      let told = SmallCount.toldGroups(sizes: sizes, others: others)
      let hidden = sizes.indices.reduce(others) { told[$1] ? $0 : $0 + sizes[$1] }
      #expect(zip(sizes, told).allSatisfy { $0 >= SmallCount.least || !$1 })
      #expect(!SmallCount.isSmall(hidden) || !told.contains(true), "\(sizes), \(others) others")
    }
  }

  /// A made programme of 3,000 projects, many of them small, in two ways to group.
  @Test func largeTablesAreQuick() {
    var random = SplitMix64(seed: 10)
    let counts = (0..<3000).map { _ in Int(random.next() % 40) }
    let keys = (0..<2).map { _ in counts.map { _ in Int(random.next() % 60) } }
    let sums =
      [ToldCounts.Sum(counts.indices)]
      + keys.flatMap { key in
        (0..<60).map { group in ToldCounts.Sum(counts.indices.filter { key[$0] == group }) }
      }
    let clock = ContinuousClock()
    var told = ToldCounts([], sums: [])
    let time = clock.measure { told = ToldCounts(counts, sums: sums) }
    #expect(time < .seconds(5))
    let hidden = told.tells.count { !$0 }
    #expect(hidden < 700, "\(hidden) are hidden")
  }
}
