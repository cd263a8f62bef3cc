import TestSupport
import Testing

@testable import Cooperative

@Suite struct MoneyTests {
  @Test(arguments: [
    ("12000", 1_200_000 as Int128?), ("12,000.50", 1_200_050), ("๑๒๓", 12_300), ("5 บาท", 500), ("฿7.1", 710),
    ("-3", -300), ("1.005", nil), ("1.100", 110), ("", nil), ("abc", nil), ("1,00", nil), ("1.", nil),
    ("1e5", nil),
    ("99999999999999", nil), ("999999999999999999999999999999999999999999", nil),
  ])
  func typed(text: String, satang: Int128?) { #expect(Money(typed: text)?.satang == satang) }

  @Test(arguments: [
    (1 as Int128, 3 as Int128, 0 as Int128), (1, 2, 1), (-1, 2, -1), (3, 2, 2), (5, 2, 3), (-5, 2, -3),
    (7, 0, 0),
  ])
  func rounding(number: Int128, over: Int128, answer: Int128) {
    #expect(Money.rounded(number, over: over) == answer)
  }

  @Test(arguments: 0..<200) func partsAddUp(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let amount = Money(satang: Int128(draw.next() % 1_000_000_007) - 300_000_000)
    let weights = (0..<Int(draw.next() % 40 + 1)).map { _ in Int128(draw.next() % 1000) }
    let parts = amount.split(by: weights)
    #expect(parts.count == weights.count)
    #expect(parts.reduce(.zero, +) == amount)
    let equal = amount.split(into: weights.count)
    #expect(equal.reduce(.zero, +) == amount)
    #expect((equal.max()?.satang ?? 0) - (equal.min()?.satang ?? 0) <= 1)
  }

  @Test func words() {
    #expect(Money(satang: -5).description == "-0.05")
    #expect(Money(satang: 123_456_789).grouped == "1,234,567.89")
    #expect(Money(satang: -100_000).grouped == "-1,000.00")
  }
}
