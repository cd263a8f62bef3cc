import TestSupport
import Testing

@testable import Cooperative

@Suite struct DrawTests {
  /// A stand-in for SHA-256 that mixes well enough for counting; the tool's own is tested where it lives.
  static func mixed(_ text: String) -> String {
    var states: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15]
    for byte in text.utf8 {
      for index in states.indices {
        states[index] = (states[index] ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        var draw = SplitMix64(seed: states[index] &+ UInt64(index))
        states[index] = draw.next()
      }
    }
    return states.map { String($0, radix: 16) }.map { String(repeating: "0", count: 16 - $0.count) + $0 }
      .joined()
  }

  private func draw(_ number: Int) -> Draw { Draw(number: String(number), digest: Self.mixed) }

  @Test func orderOfTheListDoesNotMatter() {
    let households = (1...40).map { "H\($0)" }
    let plots = (1...40).map(String.init)
    let forbidden = ["H3": ["1", "2"], "H9": ["40"]]
    let first = draw(7).seat(households, on: plots, forbidding: forbidden)
    let second = draw(7).seat(households.reversed(), on: plots, forbidding: forbidden)
    #expect(first.map(\.household) == second.map(\.household) && first.map(\.plot) == second.map(\.plot))
  }

  /// 100,000 draws of four households: all 24 orders equally often, by chi-square with 23 degrees of freedom.
  @Test func everyOrderIsEquallyLikely() {
    let households = ["H1", "H2", "H3", "H4"]
    var counts: [[String]: Int] = [:]
    let draws = 100_000
    for number in 0..<draws { counts[draw(number).order(households), default: 0] += 1 }
    #expect(counts.count == 24)
    let expected = Double(draws) / 24
    let chiSquare = counts.values.reduce(0.0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    // 49.73 is the 99.9 % quantile: a fair draw passes it once in a thousand, and this one is fixed.
    #expect(chiSquare < 49.73, "\(chiSquare)")
  }

  @Test(arguments: 0..<300) func nobodyGetsWhatTheyMustNot(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = Int(random.next() % 8) + 1
    let households = (1...count).map { "H\($0)" }
    let plots = (1...count).map(String.init)
    var forbidden: [String: [String]] = [:]
    for household in households where random.next() % 3 == 0 {
      forbidden[household] = [plots[Int(random.next() % UInt64(count))]]
    }
    let given = draw(seed).seat(households, on: plots, forbidding: forbidden)
    #expect(Set(given.map(\.household)).count == given.count)
    #expect(Set(given.map(\.plot)).count == given.count)
    #expect(given.allSatisfy { forbidden[$0.household]?.contains($0.plot) != true })
    // One forbidden plot each: with more than two households a seat is found for all.
    if count > 2 || forbidden.isEmpty { #expect(given.count >= count - 1) }
    if forbidden.isEmpty { #expect(given.count == count) }
  }

  @Test func commitmentBindsEverything() {
    func commitment(_ words: [String]) -> String {
      Draw.commitment(
        roster: words[0], plan: words[1], method: words[2], secret: words[3], digest: Self.mixed)
    }
    let words = ["r", "p", "ballot", "s"]
    let all = Set(
      words.indices.map { index in
        var changed = words
        changed[index] += "x"
        return commitment(changed)
      })
    #expect(all.count == 4 && !all.contains(commitment(words)))
  }
}
