internal import CommandLineKit
internal import Cooperative
internal import GeoJSON
internal import JSON
internal import Settlement

/// The households of a budget: of the roster where there is one, else one for each plot.
struct BudgetPeople {
  private(set) var households: [BudgetHousehold] = []
  /// The plots that are taken.
  private(set) var plots: [Plot] = []
  private(set) var withoutPlot: [String] = []
  private(set) var ledger: SavingsLedger?
  private(set) var inputs: [FileIdentity?] = []
  private(set) var notes: [String] = []
  private(set) var hasPhases = false
  let hasRoster: Bool

  init(_ intake: Intake, plots all: [Plot], _ arguments: ParsedArguments, _ options: IntakeOptions) throws {
    hasRoster = arguments.has("households")
    let phases = all.map { plot in
      intake.feature(plot.reference).flatMap { PropertyReader($0.properties.object).whole("phase") }
    }
    hasPhases = phases.contains { $0 != nil }
    // A phase is a place in an order; nobody builds in more.
    let phaseOf = phases.map { min(max(1, $0 ?? 1), 1000) }
    guard let path = arguments.string("households") else {
      if arguments.has("savings") {
        throw UsageError(
          "--savings without --households", remedy: "name the roster that the ledger speaks of")
      }
      plots = all
      households = all.enumerated().map { index, plot in
        BudgetHousehold(
          id: plot.household ?? "plot \(plot.number.map(String.init) ?? plot.id ?? String(index))",
          plotSquareMetres: plot.areaInSquareMetres, phase: phaseOf[index])
      }
      notes.append("no roster: every plot counts as a household, and nobody's income is known")
      return
    }
    var file = try RosterFile(path, options: options)
    _ = file.roster.locate(in: intake.settlement.houses, plots: all)
    try file.requireSound()
    inputs.append(file.identity)
    try read(ledgerOf: arguments, file.roster, options)
    let stays = HouseDirectory(intake.settlement.houses.filter(\.isLocked))
    let living = file.roster.households.filter { $0.needsPlot && !stays.knows($0.house) }
    seat(living, all, phaseOf)
  }

  private mutating func read(ledgerOf arguments: ParsedArguments, _ roster: Roster, _ options: IntakeOptions)
    throws
  {
    guard let path = arguments.string("savings") else { return }
    let input = try InputFile.read(path, maximumBytes: options.limits.fileBytes, option: "--max-megabytes")
    let ledger = SavingsLedger(csv: input.bytes, households: Set(roster.households.map(\.id)))
    guard ledger.faults.isEmpty else {
      throw RefusalList(refusals: ledger.faults.map { Refusal($0, in: path) })
    }
    inputs.append(input.identity)
    self.ledger = ledger
  }

  /// Each household with the plot that the plan gives it. A plan without households gives plots in their order, which
  /// says nothing of who will live there but has the same sums.
  private mutating func seat(_ living: [Household], _ all: [Plot], _ phaseOf: [Int]) {
    var plotOf: [String: Int] = [:]
    for (index, plot) in all.enumerated() { if let household = plot.household { plotOf[household] = index } }
    if plotOf.isEmpty {
      notes.append(
        "the plan seats nobody yet: plots are counted out in their order; klong allocate seats people")
      let order = all.indices.sorted { (all[$0].number ?? .max, $0) < (all[$1].number ?? .max, $1) }
      for (household, plot) in zip(living, order) { plotOf[household.id] = plot }
    }
    for household in living {
      guard let index = plotOf[household.id] else {
        withoutPlot.append(household.id)
        continue
      }
      plots.append(all[index])
      households.append(
        BudgetHousehold(
          id: household.id, group: household.group, plotSquareMetres: all[index].areaInSquareMetres,
          income: household.income,
          savings: ledger.map { $0.balances[household.id] ?? .zero } ?? household.savings ?? .zero,
          debt: household.debt ?? .zero, phase: phaseOf[index]))
    }
  }
}
