/// A co-operative's money month by month: it draws its loan phase by phase, lends it on, and pays it back.
///
/// Each phase is drawn at its beginning. Its houses are built in the months of the phase, in which interest is paid and
/// no instalment; then the instalments of its households begin, as do the co-operative's own.
public struct CashFlow: Sendable {
  public struct Month: Hashable, Sendable {
    public var month: Int
    public var drawn = Money.zero
    /// What members pay: instalments.
    public var received = Money.zero
    public var paidInterest = Money.zero
    public var paidPrincipal = Money.zero
    /// What is left with the co-operative so far.
    public var balance = Money.zero
    /// Into welfare and insurance so far, from those who live in their new houses.
    public var funds = Money.zero
    /// What the co-operative still owes.
    public var owed = Money.zero
  }

  public struct Drawdown: Hashable, Sendable {
    public var phase: Int
    /// From 1.
    public var month: Int
    public var amount: Money
    public var households: Int
  }

  public let months: [Month]
  public let drawdowns: [Drawdown]

  /// - Parameter arrears: of each month's instalments, not paid and never made good.
  public init(_ budget: Budget, arrears: Percent = Percent(0)) {
    let terms = budget.terms
    let phases = Set(budget.households.map(\.household.phase)).sorted()
    let building = max(0, terms.monthsPerPhase)
    let last = (phases.count - 1) * building + building + terms.months
    var months = (1...max(1, last)).map { Month(month: $0) }
    var drawdowns: [Drawdown] = []
    for (place, phase) in phases.enumerated() {
      let members = budget.households.filter { $0.household.phase == phase }
      let amount = members.reduce(Money.zero) { $0 + $1.loan }
      let start = place * building
      drawdowns.append(Drawdown(phase: phase, month: start + 1, amount: amount, households: members.count))
      months[start].drawn = months[start].drawn + amount
      let interest = amount.times(terms.rate.parts, over: 12 * Percent.whole)
      for month in start..<(start + building) {
        months[month].paidInterest = months[month].paidInterest + interest
      }
      for (offset, payment) in Loan(amount, rate: terms.rate, months: terms.months).payments.enumerated() {
        let month = start + building + offset
        months[month].paidInterest = months[month].paidInterest + payment.interest
        months[month].paidPrincipal = months[month].paidPrincipal + payment.principal
      }
      for member in members {
        for (offset, payment) in Loan(member.loan, rate: terms.memberRate, months: terms.months).payments
          .enumerated()
        {
          let month = start + building + offset
          months[month].received = months[month].received + payment.sum
        }
        for month in (start + building)..<(start + building + terms.months) {
          months[month].funds = months[month].funds + member.funds
        }
      }
    }
    var (balance, funds, owed) = (Money.zero, Money.zero, Money.zero)
    for index in months.indices {
      months[index].received = months[index].received - arrears.of(months[index].received)
      balance = balance + months[index].received - months[index].paidInterest - months[index].paidPrincipal
      funds = funds + months[index].funds
      owed = owed + months[index].drawn - months[index].paidPrincipal
      (months[index].balance, months[index].funds, months[index].owed) = (balance, funds, owed)
    }
    (self.months, self.drawdowns) = (months, drawdowns)
  }

  /// The lowest that the co-operative's own money falls to, and in which month.
  public var lowest: Month? { months.min { ($0.balance, $0.month) < ($1.balance, $1.month) } }
}
