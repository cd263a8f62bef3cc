/// What an upgrading costs, who pays it, and what that means for each household a month.
///
/// Every amount is exact to a satang. Products and quotients are rounded half away from zero; what is split is split so
/// that the parts add up (``Money/split(by:)``).
public struct Budget: Sendable {
  public struct Line: Hashable, Sendable {
    public var price: CostBook.Price
    public var amount: QuantityAmount
    /// Nil where the price is not filled in.
    public var cost: Money?
  }

  public struct HouseholdLine: Hashable, Sendable {
    public var household: BudgetHousehold
    /// Of the works, after their subsidy.
    public var works: Money
    public var house: Money
    /// For the house.
    public var subsidy: Money
    /// Of its savings, what goes into the house.
    public var savings: Money
    public var loan: Money
    public var instalment: Money
    public var rent: Money
    public var funds: Money
    /// The largest loan that its income carries; nil without an income.
    public var mostLoan: Money?

    /// A month.
    public var monthly: Money { instalment + rent + funds }
    /// What the loan is too large by; zero where it is affordable, nil without an income.
    public var shortfall: Money? { mostLoan.map { max(.zero, loan - $0) } }
    /// Of its income; nil without one.
    public var incomeShare: Double? {
      household.income.flatMap { $0.isPositive ? monthly.inUnits / $0.inUnits : nil }
    }
  }

  public let terms: BudgetTerms
  public let lines: [Line]
  public let households: [HouseholdLine]
  public let works: Money
  public let houses: Money
  /// What is granted for works, and what of it the works take.
  public let worksSubsidyGranted: Money
  public let worksSubsidy: Money
  public let management: Money?

  public var houseSubsidy: Money { households.reduce(.zero) { $0 + $1.subsidy } }
  public var savings: Money { households.reduce(.zero) { $0 + $1.savings } }
  public var loans: Money { households.reduce(.zero) { $0 + $1.loan } }
  public var cost: Money { works + houses }
  /// Households whose income is known and carries no such loan.
  public var failing: [HouseholdLine] { households.filter { $0.shortfall?.isPositive ?? false } }

  public init(
    _ terms: BudgetTerms, quantities: [Quantity: QuantityAmount], households given: [BudgetHousehold]
  ) {
    self.terms = terms
    let given = given.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let lines = terms.book.prices.compactMap { price -> Line? in
      guard let amount = quantities[price.quantity] else { return nil }
      let cost = price.price.map {
        $0.times(Int128(100 + terms.costChange), over: 100).times(amount.hundredths, over: 100)
      }
      return Line(price: price, amount: amount, cost: cost)
    }
    func sum(_ purpose: CostBook.Purpose) -> Money {
      lines.reduce(.zero) { $1.price.purpose == purpose ? $0 + ($1.cost ?? .zero) : $0 }
    }
    let works = sum(.works)
    (self.lines, self.works, houses) = (lines, works, sum(.house))
    worksSubsidyGranted = terms.book.granted(.works, on: terms.land).times(Int128(given.count), over: 1)
    worksSubsidy = min(worksSubsidyGranted, works)
    management = terms.book.management?.share(of: worksSubsidyGranted)
    let worksShares = (works - worksSubsidy).split(into: given.count)
    let areas = given.map { QuantityAmount($0.plotSquareMetres)?.hundredths ?? 0 }
    var houseShares = Array(repeating: Money.zero, count: given.count)
    for line in lines where line.price.purpose == .house {
      let cost = line.cost ?? .zero
      // What is paid by the ground of plots is paid by each for its own.
      let parts = line.price.quantity == .plot ? cost.split(by: areas) : cost.split(into: given.count)
      for (index, part) in parts.enumerated() { houseShares[index] = houseShares[index] + part }
    }
    let housing = terms.book.granted(.house, on: terms.land)
    households = given.indices.map { index in
      HouseholdLine(
        given[index], terms, works: worksShares[index], house: houseShares[index], housing: housing)
    }
  }
}

extension Budget.HouseholdLine {
  fileprivate init(
    _ household: BudgetHousehold, _ terms: BudgetTerms, works: Money, house: Money, housing: Money
  ) {
    self.household = household
    (self.works, self.house) = (works, house)
    subsidy = min(housing, house)
    let need = works + house - subsidy
    savings = min(max(.zero, household.savings), need)
    loan = need - savings
    instalment = Loan(loan, rate: terms.memberRate, months: terms.months).instalment
    let area = QuantityAmount(household.plotSquareMetres)?.hundredths ?? 0
    // A square wah has 4 m².
    rent = terms.rent.times(area, over: 400 * Int128(max(1, terms.rentMonths)))
    funds = terms.welfare + terms.insurance
    let (rent, funds) = (rent, funds)
    mostLoan = household.income.map { income in
      Loan.most(
        instalment: terms.affordable.of(income) - household.debt - rent - funds, rate: terms.memberRate,
        months: terms.months)
    }
  }

  /// What the savings-first rule asks to be saved before this loan.
  public func savingsRule(_ percent: Percent) -> Money { percent.of(loan) }

  /// Whether it has saved enough before it borrows.
  public func hasSaved(_ percent: Percent) -> Bool { household.savings >= savingsRule(percent) }
}
