import JSON
import TestSupport
import Testing

@testable import Cooperative

/// What reports tell of small groups, against whoever reckons with all margins.
@Suite struct ToldReportsTests {
  private static func households(_ draw: inout SplitMix64) -> [BudgetHousehold] {
    let groups = Int(draw.next() % 6) + 1
    return (0..<Int(draw.next() % 50) + 5).map { number in
      let group = Int(draw.next() % UInt64(groups + 1))
      return BudgetHousehold(
        id: "H\(number)", group: group == groups ? nil : "G\(group)", plotSquareMetres: 30,
        income: draw.next() % 4 == 0 ? nil : Money(satang: Int128(draw.next() % 4_000_000)),
        savings: Money(satang: draw.next() % 2 == 0 ? 0 : 9_000_000))
    }
  }

  /// 1,000 seeded rosters: how many of a group, and of those outside all groups, are ready or not is never pinned to
  /// fewer than five; and no sum of savings is one over fewer than five people.
  @Test func savings() throws {
    let terms = BudgetTerms(try BudgetTests.book("example-invented"))
    var draw = SplitMix64(seed: 12)
    var (hidden, shown) = (0, 0)
    for _ in 0..<1000 {
      let people = Self.households(&draw)
      let readiness = SavingsReadiness(
        Budget(
          terms, quantities: [.households: QuantityAmount(hundredths: Int128(people.count * 100))],
          households: people),
        months: 6)
      let told = readiness.told
      let names = readiness.groups.map(\.name)
      // Places: of each group, and of those outside, who is ready and who is not.
      var sizes = readiness.groups.map(\.households)
      var ready = readiness.groups.map(\.ready)
      sizes.append(people.count - sizes.reduce(0, +))
      ready.append(readiness.all.ready - ready.reduce(0, +))
      var printed: [Int?] = Array(repeating: nil, count: 2 * sizes.count)
      for (group, count) in told.groups {
        printed[2 * (names.firstIndex(of: group.name) ?? 0)] = count
        if count == nil { hidden += 1 } else { shown += 1 }
      }
      var sums = sizes.indices.map { (places: [2 * $0, 2 * $0 + 1], value: sizes[$0]) }
      if let all = told.ready { sums.append((places: sizes.indices.map { 2 * $0 }, value: all)) }
      let attack = IntervalAttack(printed: printed, atLeast: 0, sums: sums)
      for (place, size) in sizes.enumerated() where SmallCount.isSmall(ready[place]) {
        #expect(!attack.pins(2 * place), "\(sizes) \(ready) \(printed)")
        if size >= 9 { #expect(!attack.findsFew(2 * place), "\(sizes) \(ready) \(printed)") }
      }
      for (place, size) in sizes.enumerated() where SmallCount.isSmall(size - ready[place]) {
        #expect(!attack.pins(2 * place + 1), "\(sizes) \(ready) \(printed)")
      }
      let untold = people.count - told.groups.reduce(0) { $0 + $1.group.households }
      #expect(!SmallCount.isSmall(untold) || told.groups.isEmpty)
    }
    #expect(hidden > 300 && shown > 300, "\(hidden), \(shown)")
  }

  /// Needs, and a part of a known number: every count that is small, or leaves a small rest, is hidden with another.
  @Test func needsAndParts() {
    for met in 0...12 {
      for unmet in 0...12 {
        for unknown in 0...6 {
          let counts = [met, unmet, unknown]
          let told = AllocationReport.NeedCount(need: .shop, met: met, unmet: unmet, unknown: unknown).told
          let sum = (places: [0, 1, 2], value: counts.reduce(0, +))
          let attack = IntervalAttack(printed: told, atLeast: sum.value < 5 ? 0 : 1, sums: [sum])
          for place in 0..<3 where SmallCount.isSmall(counts[place]) && sum.value > 1 {
            #expect(!attack.pins(place), "\(counts): \(told)")
          }
        }
        let part = ToldCounts.part(met, of: met + unmet)
        let small = SmallCount.isSmall(met) || SmallCount.isSmall(unmet)
        #expect((part == nil) == (small || SmallCount.isSmall(met + unmet)))
      }
    }
  }
}
