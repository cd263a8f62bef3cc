internal import CommandLineKit
internal import Cooperative
internal import GeoJSON
internal import JSON
internal import Planning
internal import Settlement

/// One run of klong budget: what was given, and what came of it.
struct BudgetRun {
  let intake: Intake
  let bookFile: CostBookFile
  let budget: Budget
  let quantities: [Quantity: QuantityAmount]
  let cashFlow: CashFlow
  let arrearsFlow: CashFlow
  let arrears: Percent
  let sensitivity: Sensitivity
  let readiness: SavingsReadiness
  let ledger: SavingsLedger?
  let inputs: [FileIdentity?]
  /// Households of the roster that have no plot in the plan.
  let withoutPlot: [String]
  let hasRoster: Bool
  let hasPhases: Bool
  let notes: [String]
  let writesMoney: Bool

  /// A sum or a mean over so few people would tell of each.
  var isTooFew: Bool { hasRoster && !writesMoney && budget.households.count < SmallCount.least }

  /// Of how many households the income is known.
  var knownIncomes: Int { budget.households.count { $0.household.income != nil } }

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    let options = try IntakeOptions(arguments)
    writesMoney = arguments.has("money")
    bookFile = try CostBookFile(arguments.string("costs", default: CostBook.standardName))
    var book = try bookFile.book()
    try book.fill(arguments)
    let terms = try BudgetTerms(book, arguments)
    let arrears = try arguments.percent("arrears") ?? Percent(5)
    let fillDepth = try arguments.metres("fill-depth", default: 0, in: 0...20)
    let intake = try Intake.read(paths: arguments.positionals, options: options, console: console)
    let layout = try CheckedFiles(intake).layout
    guard !layout.plan.plots.isEmpty else {
      throw Refusal(
        file: arguments.positionals.first, problem: "there is no plot in it",
        remedy: "give a plan, such as klong plan writes")
    }
    let people = try BudgetPeople(intake, plots: layout.plan.plots, arguments, options)
    let quantities = try PlanQuantities(
      intake.settlement, layout.plan, taken: people.plots, households: people.households.count,
      fillDepthMetres: fillDepth
    ).amounts
    let budget = Budget(terms, quantities: quantities, households: people.households)
    (self.intake, self.budget, self.quantities, self.arrears) = (intake, budget, quantities, arrears)
    cashFlow = CashFlow(budget)
    arrearsFlow = CashFlow(budget, arrears: arrears)
    sensitivity = Sensitivity(
      terms, quantities: quantities, households: people.households,
      rowOfPlots: Dictionary(grouping: layout.plan.plots.compactMap(\.row)) { $0 }.map(\.value.count).max())
    ledger = people.ledger
    readiness = SavingsReadiness(budget, months: people.ledger?.months ?? 0)
    inputs = intake.sources.map(\.identity) + people.inputs + [bookFile.identity]
    withoutPlot = people.withoutPlot
    hasRoster = people.hasRoster
    hasPhases = people.hasPhases
    notes = people.notes + BudgetTerms.missing(in: book)
  }
}

extension CostBook {
  /// Prices from the command line: `house=180000`.
  fileprivate mutating func fill(_ arguments: ParsedArguments) throws(UsageError) {
    for text in arguments.strings("price") {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let amount = Money(typed: parts[1]), amount >= .zero else {
        throw arguments.error(
          in: "price", value: text, "not a price", remedy: "write ID=AMOUNT, such as house=180000")
      }
      guard let place = prices.firstIndex(where: { $0.id == parts[0] }) else {
        throw arguments.error(
          in: "price", value: text, "the cost book has no such price",
          remedy: "known are \(prices.map(\.id).joined(separator: ", "))")
      }
      prices[place].price = amount
      prices[place].citation = Citation(source: "the command line", year: nil, confidence: "not stated")
    }
  }
}

extension BudgetTerms {
  fileprivate init(_ book: CostBook, _ arguments: ParsedArguments) throws(UsageError) {
    self.init(book)
    land = arguments.choice("land", default: .same)
    if let rate = try arguments.percent("rate") { self.rate = rate }
    memberRate =
      try arguments.percent("member-rate")
      ?? (arguments.has("rate") && book.memberRate == nil ? rate : memberRate)
    if let years = try arguments.integer("years", in: 1...50) { months = years * 12 }
    if let text = arguments.string("rent") {
      let isYearly = text.hasSuffix("/year")
      guard let rent = Money(typed: isYearly ? String(text.dropLast(5)) : text), rent >= .zero else {
        throw arguments.error(
          in: "rent", value: text, "not an amount", remedy: "write an amount such as 50, 12.50 or 1/year")
      }
      (self.rent, rentMonths) = (rent, isYearly ? 12 : 1)
    }
    welfare = try arguments.money("welfare") ?? .zero
    insurance = try arguments.money("insurance") ?? .zero
    if let affordable = try arguments.percent("affordable") { self.affordable = affordable }
    monthsPerPhase = try arguments.integer("phase-months", default: 6, in: 1...60)
  }
}

extension ParsedArguments {
  fileprivate func percent(_ name: String) throws(UsageError) -> Percent? {
    guard let text = string(name) else { return nil }
    guard let percent = Percent(typed: text), percent <= Percent(100) else {
      throw error(
        in: name, value: text, "not a percentage", remedy: "write a number from 0 to 100, such as 4 or 4.25")
    }
    return percent
  }

  fileprivate func money(_ name: String) throws(UsageError) -> Money? {
    guard let text = string(name) else { return nil }
    guard let money = Money(typed: text), money >= .zero else {
      throw error(in: name, value: text, "not an amount", remedy: "write an amount such as 50 or 12.50")
    }
    return money
  }
}
