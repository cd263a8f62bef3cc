internal import CommandLineKit
internal import Cooperative

extension BudgetRun {
  /// The report for people; no figure of a single household stands in it.
  func text(width: Int) -> String {
    var page = Page(width: width)
    if !withoutPlot.isEmpty {
      page.title("Without a plot: \(withoutPlot.count)")
      page.line(withoutPlot.joined(separator: ", "))
    }
    let book = budget.terms.book
    page.title("\(book.isInvented ? "INVENTED FIGURES. " : "")Prices: \(book.title)")
    if !book.note.isEmpty { page.line(book.note) }
    for note in notes { page.line("note: \(note)") }
    addCosts(to: &page)
    if budget.cost == .zero {
      page.line("no price is filled in, so nothing else can be reckoned")
      page.line("granted for works: \(budget.worksSubsidyGranted.grouped)")
    } else if isTooFew {
      page.line(
        "fewer than \(SmallCount.least) households: sums and means would tell of each, and are left out")
    } else {
      addSources(to: &page)
      addHouseholds(to: &page)
      addSavings(to: &page)
      addFlow(to: &page)
      addSensitivity(to: &page)
    }
    page.title("Where the figures come from")
    for line in citations { page.line(line) }
    return page.text
  }

  private func rows(_ entries: [(String, String)]) -> [String] {
    let left = entries.map(\.0.count).max() ?? 0
    let right = entries.map(\.1.count).max() ?? 0
    return entries.map { name, amount in
      name + String(repeating: " ", count: left - name.count + 2 + right - amount.count) + amount
    }
  }

  private func addCosts(to page: inout Page) {
    page.title("Costs, in \(budget.terms.book.currency)")
    page.table(
      rows(
        budget.lines.map { line in
          let price = line.price.price?.grouped ?? "?"
          let amount = grouped(line.amount.value, decimals: 2)
          return (
            "\(line.price.what): \(amount) \(line.price.quantity.unit) at \(price)",
            line.cost?.grouped ?? "no price"
          )
        } + [
          ("works", budget.works.grouped), ("houses", budget.houses.grouped),
          ("together", budget.cost.grouped),
        ]))
    let open = budget.lines.filter { $0.cost == nil && $0.amount.hundredths > 0 }
    if !open.isEmpty {
      page.line(
        "not counted, for want of a price: \(open.map(\.price.id).joined(separator: ", ")) (--price ID=AMOUNT)"
      )
    }
  }

  private func addSources(to page: inout Page) {
    page.title("Who pays")
    page.table(
      rows([
        ("subsidy for works", budget.worksSubsidy.grouped),
        ("subsidy for houses", budget.houseSubsidy.grouped),
        ("savings", budget.savings.grouped), ("loan of the co-operative", budget.loans.grouped),
        (
          "together",
          (budget.worksSubsidy + budget.houseSubsidy + budget.savings + budget.loans).grouped
        ),
      ]))
    let unused = budget.worksSubsidyGranted - budget.worksSubsidy
    if unused.isPositive {
      page.line("of the subsidy for works \(unused.grouped) are not needed by the works counted here")
    }
    if let management = budget.management {
      page.line("besides, for running the project: \(management.grouped)")
    }
  }

  private func addHouseholds(to page: inout Page) {
    let lines = budget.households
    page.title("A household, of \(lines.count)")
    func mean(_ value: (Budget.HouseholdLine) -> Money) -> String {
      lines.reduce(Money.zero) { $0 + value($1) }.times(1, over: Int128(max(1, lines.count))).grouped
    }
    let terms = budget.terms
    page.table(
      rows([
        ("share of the works", mean(\.works)), ("house", mean(\.house)),
        ("subsidy for the house", mean(\.subsidy)),
        ("savings", mean(\.savings)), ("loan", mean(\.loan)),
        ("instalment, \(terms.months) months at \(terms.memberRate) %", mean(\.instalment)),
        ("rent", mean(\.rent)),
        ("welfare and insurance", mean(\.funds)), ("together a month", mean(\.monthly)),
      ]))
    page.line("means; --money with --format csv writes each household's own")
    guard knownIncomes > 0 else { return }
    let failing = ToldCounts.part(budget.failing.count, of: knownIncomes)
    page.line(
      "cannot pay from \(terms.affordable) % of their income, after other debts: \(SmallCount.told(failing)) of "
        + "\(SmallCount.text(knownIncomes)) whose income is known")
    if let failing, failing >= SmallCount.least {
      let sum = budget.failing.reduce(Money.zero) { $0 + ($1.shortfall ?? .zero) }
      page.line("their loans are too large by \(sum.grouped) together")
    }
  }

  private func addSavings(to page: inout Page) {
    guard hasRoster else { return }
    let all = readiness.all
    let told = readiness.told
    page.title("Savings first: \(budget.terms.savings) % of the loan")
    let ready =
      told.ready.map { "\($0) of \(all.households) households have reached it" }
      ?? "how many of \(all.households) households have reached it is not told, for small numbers"
    page.line(
      "\(ready); \(all.saved.grouped) saved, "
        + "\(all.asked.grouped) asked\(pace(all))")
    for (group, ready) in told.groups where ready != nil || ledger != nil {
      page.line("\(group.name): \(SmallCount.told(ready)) of \(group.households)\(pace(group))")
    }
    let open = told.groups.count { $0.ready == nil }
    if open > 0 {
      page.line(
        "\(counted(open, "group")) with fewer than \(SmallCount.least) who have or have not reached it, or told with such"
      )
    }
    let untold = readiness.groups.count - told.groups.count
    if untold > 0 {
      page.line(
        "\(counted(untold, "group")) not told of: fewer than \(SmallCount.least) households, or told with such"
      )
    }
  }

  private func pace(_ group: SavingsReadiness.Group) -> String {
    guard ledger != nil else { return "" }
    switch group.monthsToGo {
    case 0?: return "; ready now"
    case let months?: return "; ready in \(counted(months, "month")) at the pace of the ledger"
    case nil: return "; not in sight at the pace of the ledger"
    }
  }

  private func addFlow(to page: inout Page) {
    page.title("The co-operative")
    for drawdown in drawdowns.prefix(12) {
      page.line("\(drawdown.words): \(drawdown.amount.grouped) from month \(drawdown.month) on")
    }
    if drawdowns.count > 12 { page.line("and \(drawdowns.count - 12) more; --format json lists them") }
    if !hasPhases { page.line("the plan knows no phases: all is drawn at once") }
    if let last = cashFlow.months.last {
      page.line("left with the co-operative at the end, after \(last.month) months: \(last.balance.grouped)")
      if last.funds.isPositive { page.line("paid into welfare and insurance by then: \(last.funds.grouped)") }
    }
    if !hidesMonths, let lowest = cashFlow.lowest, lowest.balance < .zero {
      page.line("lowest in month \(lowest.month): \(lowest.balance.grouped)")
    }
    if let last = arrearsFlow.months.last {
      let short = arrearsFlow.months.first { $0.balance < .zero && $0.month > budget.terms.monthsPerPhase }
      page.line(
        "when \(arrears) % of instalments are never paid: \(last.balance.grouped) at the end"
          + (short.map { ", short of money in month \($0.month)" } ?? ""))
    }
  }

  private func addSensitivity(to page: inout Page) {
    page.title("When something changes: the mean instalment, and who cannot pay")
    page.table(
      rows(
        sensitivity.rows.map { row in
          (
            row.what,
            "\(row.meanInstalment.grouped)  \(hasRoster && knownIncomes > 0 ? SmallCount.told(ToldCounts.part(row.failing, of: knownIncomes)) : "-")"
          )
        }))
  }

  /// Every figure that was taken from the book, with its source.
  var citations: [String] {
    let terms = budget.terms
    let book = terms.book
    func words(_ name: String, _ value: String, _ citation: CostBook.Citation) -> String {
      "\(name) \(value): \(citation.source)\(citation.year.map { ", \($0)" } ?? ""), confidence \(citation.confidence)"
    }
    var lines = book.subsidies.filter { ($0.land ?? terms.land) == terms.land }
      .map { words("subsidy, \($0.what)", $0.perHousehold.grouped, $0.citation) }
    lines += book.prices.compactMap { price in
      price.price.map { words("price, \(price.what)", $0.grouped, price.citation) }
    }
    if let management = book.management {
      lines.append(words("management", "\(management.percent) %", management.citation))
    }
    if let rate = book.rate, rate.value == terms.rate {
      lines.append(words("rate", "\(rate.value) %", rate.citation))
    }
    if let rate = book.memberRate, rate.value == terms.memberRate {
      lines.append(words("members' rate", "\(rate.value) %", rate.citation))
    }
    if let years = book.years, years.value * 12 == terms.months {
      lines.append(words("term", counted(years.value, "year"), years.citation))
    }
    if let savings = book.savings {
      lines.append(words("savings first", "\(savings.value) %", savings.citation))
    }
    if let affordable = book.affordable, affordable.value == terms.affordable {
      lines.append(words("affordable", "\(affordable.value) % of income", affordable.citation))
    }
    return lines
  }
}
