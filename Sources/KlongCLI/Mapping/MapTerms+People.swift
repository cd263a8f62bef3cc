internal import CommandLineKit

extension MapTerms {
  /// Names and money: only what was asked for is kept.
  mutating func readPeople(_ arguments: ParsedArguments) throws {
    writesMoney = arguments.has("money")
    guard !writesMoney || arguments.has("budget") else {
      throw UsageError(
        "--money without --budget", remedy: "name what klong budget --money --format json wrote")
    }
    guard isWholeSet || !sheets.contains(.budget) || arguments.has("budget") else {
      throw UsageError(
        "the sheet of what it costs needs a budget",
        remedy: "name what klong budget --format json wrote with --budget")
    }
    if let path = arguments.string("budget") {
      let read = try BudgetPrint(path, writesMoney: writesMoney)
      (budget, inputs) = (read, inputs + [read.identity])
    }
    if let path = arguments.string("households"), privacy == .household {
      let file = try RosterFile(path, options: IntakeOptions(arguments))
      inputs.append(file.identity)
      for household in file.roster.households { names[household.id] = household.name }
    }
  }

  /// Whether the sheets tell of persons, so that nobody else may read the files.
  var isPrivate: Bool { privacy == .household || writesMoney }
}
