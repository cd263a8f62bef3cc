/// A loan that is paid back in equal instalments at the end of each month.
public struct Loan: Hashable, Sendable {
  public var principal: Money
  /// A year; a month has a twelfth of it.
  public var rate: Percent
  public var months: Int

  public init(_ principal: Money, rate: Percent, months: Int) {
    (self.principal, self.rate, self.months) = (principal, rate, max(1, months))
  }

  /// One plus the month's interest, to the power of the months: by squaring, so that it is the same on every machine.
  ///
  /// Off by less than one part in 10^12 for up to 600 months: by less than a thousandth of a satang of a billion baht.
  private var growth: Double {
    var (result, base, power) = (1.0, 1 + rate.fraction / 12, months)
    while power > 0 {
      if power & 1 == 1 { result *= base }
      base *= base
      power >>= 1
    }
    return result
  }

  /// A spreadsheet's PMT, rounded half away from zero to a satang.
  public var instalment: Money {
    guard rate.parts > 0 else { return principal.times(1, over: Int128(months)) }
    let monthly = rate.fraction / 12
    let exact = Double(principal.satang) * monthly * growth / (growth - 1)
    return exact.isFinite && abs(exact) < 1e30 ? Money(satang: Int128(exact.rounded())) : principal
  }

  /// The largest loan whose instalment is not above an amount, to a satang below it at most.
  public static func most(instalment: Money, rate: Percent, months: Int) -> Money {
    guard instalment.isPositive else { return .zero }
    guard rate.parts > 0 else { return instalment.times(Int128(max(1, months)), over: 1) }
    let loan = Loan(.zero, rate: rate, months: months)
    let exact = Double(instalment.satang) * (loan.growth - 1) / (loan.growth * rate.fraction / 12)
    guard exact.isFinite, exact < 1e30 else { return .zero }
    var most = Money(satang: Int128(exact.rounded(.down)))
    // Half a satang of rounding in the instalment is worth many in the loan; a satang up to the limit is kept.
    while most.isPositive, Loan(most, rate: rate, months: months).instalment > instalment { most.satang -= 1 }
    return most
  }

  public struct Payment: Hashable, Sendable {
    public var interest: Money
    public var principal: Money
    /// What is owed after it.
    public var balance: Money

    public var sum: Money { interest + principal }
  }

  /// Month by month: interest rounded to a satang; the last payment takes up what rounding left. The principals add up to
  /// the loan.
  public var payments: [Payment] {
    let instalment = instalment
    var balance = principal
    var payments: [Payment] = []
    payments.reserveCapacity(months)
    for month in 1...months {
      let interest = balance.times(rate.parts, over: 12 * Percent.whole)
      let due = month == months ? balance : min(balance, max(.zero, instalment - interest))
      balance = balance - due
      payments.append(Payment(interest: interest, principal: due, balance: balance))
    }
    return payments
  }
}
