internal import CommandLineKit
internal import Cooperative

enum ProgrammeCommand: KlongCommand {
  enum Format: String, CaseIterable { case text, json, csv }

  static let spec = CommandSpec(
    name: "programme", summary: "sums up many projects: status, plots, families, gaps, budgets, breaches",
    discussion: """
      Give it a folder, whose GeoJSON files are one project each, subfolders too, or a table with a row for each \
      project and the columns \(ProgrammeEntry.Column.allCases.map(\.rawValue).joined(separator: ", ")); only project \
      must be there. Files are named as seen from the table. A table \(ProgrammeList.nameInFolder) in a folder says \
      what its files do not; a plan may also say it in its own member "project".

      Families are those of the table, else of the roster, else today's houses, else plots. A project without a status \
      is planned where it has plots, else surveyed, and unread where something in it could not be read. Every plan is checked again. Stated budgets are added up by \
      currency; grants are the subsidies of the cost book for every family, with the management share.

      What cannot be read is named first, counted, and told by the exit code; the other projects are still summed up. \
      A file of a folder that holds neither plots, houses nor a site, such as a bank line alone, is told and passed over. \
      A survey and the plan that was made from it, by the SHA-256 that the plan states, are one project where both lie \
      in one folder; the report says which files were joined. A file counts once, however its path is spelled. \
      Figures of fewer than \(SmallCount.least) families stay unsaid, and with a single such group the next smallest, \
      so that nobody has it by taking away. No household is ever named.
      """,
    positionals: [
      PositionalSpec("FOLDER|LIST", count: .one, help: "a folder of plans, or a table of projects")
    ],
    options: RuleBookOptions.table + [
      OptionSpec(
        "costs", value: "BOOK", default: CostBook.standardName, help: "a cost book inside klong, or a file"),
      OptionSpec(
        "subsidy", value: "ID=AMOUNT", repeatable: true,
        help: "what if a subsidy of the book were this for a family"),
      OptionSpec(
        "bank", value: "FILE", repeatable: true,
        help: "what if this bank line came in place of the older ones, on every site within 100 m of it"),
      OptionSpec("landowner", value: "NAME", help: "only projects on this landowner's land"),
      OptionSpec("network", value: "NAME", help: "only projects of this network"),
      OptionSpec(
        "by", value: "WHAT", repeatable: true,
        help: "gather by status, city, canal, landowner, cooperative, network"),
      OptionSpec(
        "sheet", help: "a united sheet for talks with each landowner: all sites on its land and their sum"),
      OptionSpec("threads", value: "N", help: "how many threads read plans; one for each core if not said"),
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people, json for programs, csv for spreadsheets"),
      OptionSpec("output", short: "o", value: "FILE", default: "-", help: "where the report goes"),
    ] + IntakeOptions.table,
    examples: [
      Example("klong programme projects", "every plan in a folder, summed up"),
      Example("klong programme projects.csv --by city --format csv -o cities.csv", "a row for each city"),
      Example("klong programme projects.csv --bank later.geojson --subsidy housing=35000", "what if"),
      Example("klong programme projects.csv --network north --sheet", "a network's sheet for each landowner"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "all were read, no rule is broken, every family has a plot"),
      ExitStatusSpec(ExitCode.findings.rawValue, "a rule is broken, or a family has no plot"),
      ExitStatusSpec(ExitCode.invalidInput.rawValue, "some could not be read; the report names each"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    guard let path = arguments.positionals.first else {
      throw UsageError("there is no folder and no list", remedy: "write klong programme FOLDER")
    }
    let options = try IntakeOptions(arguments)
    let run = try ProgrammeRun(path, ProgrammeTerms(arguments, options), options, console)
    run.tellFiles(console)
    try OutputFile.write(
      arguments.string("output", default: "-"), console: console, protecting: run.inputs
    ) { sink in
      switch arguments.choice("format", default: Format.text) {
      case .text: try sink.write(run.text(width: console.width))
      case .json: try sink.write(run.json.serialized(pretty: true) + Array("\n".utf8))
      case .csv: try sink.write(run.table)
      }
    }
    return run.code
  }
}
