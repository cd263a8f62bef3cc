/// What changes when a rate, the prices or the number of plots changes.
public struct Sensitivity: Sendable {
  public struct Row: Sendable {
    public var what: String
    public var meanInstalment: Money
    /// Households whose income does not carry it.
    public var failing: Int
    public var loans: Money
  }

  public let rows: [Row]

  /// - Parameter rowOfPlots: how many plots one more row has; nil where no row is known. The works stay as they are.
  public init(
    _ terms: BudgetTerms, quantities: [Quantity: QuantityAmount], households: [BudgetHousehold],
    rowOfPlots: Int?
  ) {
    func row(_ what: String, _ terms: BudgetTerms, more: Int = 0) -> Row {
      var (quantities, all) = (quantities, households)
      if more > 0, let model = households.first {
        let before = Int128(households.count)
        for number in 1...more {
          all.append(BudgetHousehold(id: "new-\(number)", plotSquareMetres: model.plotSquareMetres))
        }
        for quantity in [Quantity.households, .plot, .partyWall, .endWall] where before > 0 {
          if let amount = quantities[quantity] {
            let grown = Money.rounded(amount.hundredths * (before + Int128(more)), over: before)
            quantities[quantity] = QuantityAmount(hundredths: grown)
          }
        }
      }
      let budget = Budget(terms, quantities: quantities, households: all)
      let paying = budget.households.filter { !$0.household.id.hasPrefix("new-") }
      let sum = paying.reduce(Money.zero) { $0 + $1.instalment }
      return Row(
        what: what, meanInstalment: sum.times(1, over: Int128(max(1, paying.count))),
        failing: budget.failing.count,
        loans: budget.loans)
    }
    func changed(_ change: (inout BudgetTerms) -> Void) -> BudgetTerms {
      var changed = terms
      change(&changed)
      return changed
    }
    let point = Percent(1).parts
    var rows = [
      row("as it is", terms),
      row("the members' rate one point higher", changed { $0.memberRate.parts += point }),
      row(
        "the members' rate one point lower",
        changed { $0.memberRate.parts = max(0, $0.memberRate.parts - point) }),
      row("all prices 10 % higher", changed { $0.costChange = 10 }),
      row("all prices 10 % lower", changed { $0.costChange = -10 }),
    ]
    if let rowOfPlots, rowOfPlots > 0 {
      rows.append(row("one more row of \(rowOfPlots) plots, with no more works", terms, more: rowOfPlots))
    }
    self.rows = rows
  }
}
