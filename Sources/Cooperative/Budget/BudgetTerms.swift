/// Prices and terms as they are reckoned with: the book's, and what the user said instead.
public struct BudgetTerms: Hashable, Sendable {
  public var book: CostBook
  public var land = CostBook.Land.same
  public var rate: Percent
  public var memberRate: Percent
  public var months: Int
  /// For a square wah, for ``rentMonths``.
  public var rent: Money
  public var rentMonths = 1
  public var affordable: Percent
  public var savings: Percent
  /// A household's payments a month into funds.
  public var welfare = Money.zero
  public var insurance = Money.zero
  /// Of instalments that are not paid, for the arrears scenario.
  public var arrears = Percent(0)
  public var monthsPerPhase = 6
  /// Added to every price, in percent: for the sensitivity table.
  public var costChange: Int = 0

  /// Terms of a book; what it does not know counts as stated in ``missing(in:)``.
  public init(_ book: CostBook) {
    self.book = book
    rate = book.rate?.value ?? Percent(0)
    memberRate = book.memberRate?.value ?? book.rate?.value ?? Percent(0)
    months = (book.years?.value ?? 15) * 12
    rent = book.rent?.value ?? .zero
    affordable = book.affordable?.value ?? Percent(25)
    savings = book.savings?.value ?? Percent(10)
  }

  /// What the book leaves open, and how it is reckoned with.
  public static func missing(in book: CostBook) -> [String] {
    var lines: [String] = []
    if book.rate == nil { lines.append("the book knows no rate: 0 % is reckoned with") }
    if book.years == nil { lines.append("the book knows no term: 15 years are reckoned with") }
    if book.rent == nil { lines.append("the book knows no rent: none is reckoned with") }
    return lines
  }
}

/// What a household brings to a budget.
public struct BudgetHousehold: Hashable, Sendable {
  public var id: String
  public var group: String?
  public var plotSquareMetres: Double
  public var income: Money?
  public var savings: Money
  public var debt: Money
  /// In which phase its plot is built, from 1.
  public var phase: Int

  public init(
    id: String, group: String? = nil, plotSquareMetres: Double, income: Money? = nil, savings: Money = .zero,
    debt: Money = .zero, phase: Int = 1
  ) {
    self.id = id
    self.group = group
    self.plotSquareMetres = plotSquareMetres
    self.income = income
    self.savings = savings
    self.debt = debt
    self.phase = phase
  }
}
