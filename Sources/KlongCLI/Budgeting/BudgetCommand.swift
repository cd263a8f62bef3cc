internal import CommandLineKit
internal import Cooperative

enum BudgetCommand: KlongCommand {
  enum Format: String, CaseIterable {
    case text, json, csv
  }

  static let spec = CommandSpec(
    name: "budget", summary: "says what a plan costs, who pays it, and what a household pays a month",
    discussion: """
      Quantities come from the plan's geometry, prices and terms from a cost book. Two books are inside klong: \
      \(CostBook.builtInIdentifiers[0]) has the subsidies that CODI published in 2010, each with its source, and no prices: \
      those are yours to fill in, in a copy (--show) or with --price. \(CostBook.builtInIdentifiers[1]) is an example in \
      which every figure is invented.

      Works less their subsidy are shared equally. A household's loan is its share of the works and its house, less the \
      house subsidy and its savings. The co-operative borrows the sum at --rate and lends it on at --member-rate. Every \
      amount is exact to a satang; products are rounded half away from zero, and parts always add up to their sum. An \
      instalment is a spreadsheet's PMT, rounded to a satang; the last one takes up what rounding left.

      A household can afford what --affordable percent of its income carries after rent, funds and other debts. Without \
      a roster every plot counts as a household of which nobody knows the income.

      Households' own figures are written only with --money. Without it, counts below five stay unsaid.
      """,
    positionals: [
      PositionalSpec(
        "PLAN", count: .any, help: "a plan, best one that klong allocate wrote; - is standard input")
    ],
    options: [
      OptionSpec("households", value: "FILE", help: "the roster, for incomes, savings and groups"),
      OptionSpec(
        "costs", value: "BOOK", default: CostBook.standardName, help: "a cost book inside klong, or a file"),
      OptionSpec("show", help: "write the cost book itself, to copy and fill in"),
      OptionSpec(
        "price", value: "ID=AMOUNT", repeatable: true, help: "a price of the book, filled in or changed"),
      OptionSpec(
        "land", value: "KIND", default: "same", allowed: CostBook.Land.allCases.map(\.rawValue),
        help: "same or new land, for the subsidies"),
      OptionSpec("rate", value: "PERCENT", help: "what the co-operative pays a year"),
      OptionSpec("member-rate", value: "PERCENT", help: "what members pay the co-operative a year"),
      OptionSpec("years", value: "N", help: "the term of the loans"),
      OptionSpec("rent", value: "AMOUNT", help: "rent of land for a square wah a month; 1/year for a year's"),
      OptionSpec("welfare", value: "AMOUNT", help: "what a household pays into the welfare fund a month"),
      OptionSpec("insurance", value: "AMOUNT", help: "what a household pays into the insurance fund a month"),
      OptionSpec("affordable", value: "PERCENT", help: "of income that the housing may take"),
      OptionSpec(
        "arrears", value: "PERCENT", default: "5", help: "instalments that are never paid, for that scenario"),
      OptionSpec("fill-depth", value: "METRES", default: "0", help: "by how much the site is raised"),
      OptionSpec(
        "phase-months", value: "N", default: "6", help: "how long a phase is built; without phases, the whole"
      ),
      OptionSpec(
        "savings", value: "FILE",
        help: "a ledger of date, household and amount in place of the roster's savings"),
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people; json with the cash flow; csv: a row for each household, with --money"),
      OptionSpec("output", short: "o", value: "FILE", default: "-", help: "where the report goes"),
      OptionSpec("money", help: "write each household's figures too, in json and csv"),
    ] + IntakeOptions.table,
    examples: [
      Example(
        "klong budget SampleData/bang-bua/plan.geojson --households SampleData/bang-bua/households.csv --costs "
          + "example-invented", "with invented prices, to see the report"),
      Example("klong budget --costs codi-2010 --show > our-costs.json", "a book of your own to fill in"),
      Example(
        "klong budget seated.geojson --households h.csv --costs our-costs.json --price house=180000 --years 15",
        "with your own prices"),
      Example(
        "klong budget seated.geojson --households h.csv --costs our-costs.json --savings ledger.csv",
        "who has reached the savings rule"),
      Example(
        "klong budget seated.geojson --households h.csv --costs our-costs.json --money --format csv -o members.csv",
        "each household's figures, for the co-operative's books"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "every household whose income is known can pay"),
      ExitStatusSpec(ExitCode.findings.rawValue, "some cannot pay, or somebody of the roster has no plot"),
      ExitStatusSpec(ExitCode.invalidInput.rawValue, "plan, roster, book or ledger cannot be used"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    if arguments.has("show") {
      try console.write(CostBookFile(arguments.string("costs", default: CostBook.standardName)).bytes)
      return .done
    }
    guard !arguments.positionals.isEmpty else {
      throw UsageError("there is no plan", remedy: "write klong budget PLAN --households FILE --costs BOOK")
    }
    let format = arguments.choice("format", default: Format.text)
    guard format != .csv || arguments.has("money") else {
      throw UsageError(
        "--format csv without --money", remedy: "add --money: the table is of households' own figures")
    }
    if format == .text, arguments.has("money") {
      console.warn("--money changes nothing in a text: write --format csv or --format json beside it")
    }
    let run = try BudgetRun(arguments, console)
    try OutputFile.write(
      arguments.string("output", default: "-"), console: console, protecting: run.inputs,
      isPrivate: format != .text && arguments.has("money")
    ) { sink in
      switch format {
      case .text: try sink.write(run.text(width: console.width))
      case .json: try sink.write(run.json.serialized(pretty: true) + Array("\n".utf8))
      case .csv: try sink.write(run.table)
      }
    }
    return run.withoutPlot.isEmpty && run.budget.failing.isEmpty ? .done : .findings
  }
}
