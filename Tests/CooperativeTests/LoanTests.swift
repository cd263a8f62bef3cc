import TestSupport
import Testing

@testable import Cooperative

@Suite struct LoanTests {
  /// A spreadsheet's PMT, worked out with 60 digits (Python's decimal) and rounded half up.
  @Test(arguments: [
    ("109090.91", "4", 180, "806.93"),
    ("303560.61", "4", 180, "2245.40"),
    ("360000", "2", 240, "1821.18"),
    ("63000", "6", 60, "1217.97"),
    ("250000", "4.25", 180, "1880.70"),
    ("0.01", "7", 12, "0.00"),
    ("1000000000", "3.5", 360, "4490446.88"),
    ("166240.96", "4.5", 216, "1124.33"),
    ("100000", "0", 7, "14285.71"),
    ("80140000", "4", 180, "592785.90"),
    ("300000", "0.0001", 600, "500.01"),
    ("123456.78", "24", 36, "4843.56"),
    ("360000", "7", 1, "362100.00"),
    ("9999999999.99", "15", 600, "125072467.38"),
    ("836144.5", "6.6964", 184, "7281.26"),
    ("926802.06", "13.8947", 15, "67663.86"),
    ("625048.14", "6.5288", 333, "4068.64"),
    ("69696.25", "4.1118", 58, "1327.07"),
    ("499112.59", "12.2964", 127, "7044.32"),
    ("511144.62", "14.2544", 53, "13051.89"),
    ("770430.82", "6.5361", 7, "112472.48"),
    ("981478.17", "5.6815", 209, "7406.83"),
    ("375214.88", "4.7731", 200, "2723.75"),
    ("214317.14", "1.8857", 72, "3150.53"),
    ("829466.48", "11.6612", 65, "17272.65"),
    ("177590.67", "0.0466", 3, "59201.49"),
    ("281227.59", "5.6488", 85, "4022.18"),
    ("223551.68", "7.584", 161, "2216.75"),
    ("267044.73", "14.1355", 348, "3200.03"),
    ("839940.85", "5.3682", 94, "10965.24"),
  ])
  func instalment(principal: String, rate: String, months: Int, answer: String) throws {
    let loan = Loan(
      try #require(Money(typed: principal)), rate: try #require(Percent(typed: rate)), months: months)
    #expect(loan.instalment.description == answer)
  }

  @Test(arguments: 0..<300) func paymentsAddUp(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let loan = Loan(
      Money(satang: Int128(draw.next() % 100_000_000)), rate: Percent(parts: Int128(draw.next() % 150_000)),
      months: Int(draw.next() % 360) + 1)
    let payments = loan.payments
    #expect(payments.count == loan.months)
    #expect(payments.reduce(.zero) { $0 + $1.principal } == loan.principal)
    #expect(payments.last?.balance == .zero)
    #expect(payments.allSatisfy { $0.principal >= .zero && $0.interest >= .zero })
    // All but the last are the instalment, as long as something is owed.
    #expect(
      payments.dropLast().allSatisfy {
        $0.sum == loan.instalment || $0.balance == .zero || $0.principal == .zero
      })
    // What is left for the last differs by rounding alone: half a satang a month, with its interest.
    if let last = payments.last, loan.months > 1, loan.principal.satang > 100_000 {
      let off = last.sum - loan.instalment
      #expect(abs(Int(off.satang)) <= loan.months * 20, "\(off)")
    }
  }

  @Test(arguments: 0..<200) func theLargestLoanIsTheLargest(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let limit = Money(satang: Int128(draw.next() % 2_000_000))
    let rate = Percent(parts: Int128(draw.next() % 150_000))
    let months = Int(draw.next() % 360) + 1
    let most = Loan.most(instalment: limit, rate: rate, months: months)
    #expect(Loan(most, rate: rate, months: months).instalment <= limit)
    let more = most + Money(satang: Int128(months) * 2)
    #expect(Loan(more, rate: rate, months: months).instalment > limit)
  }

  @Test(arguments: [
    ("4", "4"), ("4.25", "4.25"), ("6 %", "6"), ("0.0001", "0.0001"), ("12.5", "12.5"), ("0", "0"),
  ])
  func percentages(text: String, words: String) { #expect(Percent(typed: text)?.description == words) }

  @Test(arguments: ["-1", "1001", "x", "1.23456", ""]) func noPercentage(text: String) {
    #expect(Percent(typed: text) == nil)
  }
}
