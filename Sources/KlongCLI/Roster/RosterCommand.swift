internal import CommandLineKit
internal import Cooperative
internal import JSON
internal import Settlement

enum RosterCommand: KlongCommand {
  enum Action: String, CaseIterable {
    case check, new, schema, forget
  }

  enum Format: String, CaseIterable {
    case text, json
  }

  static let spec = CommandSpec(
    name: "roster", summary: "checks and starts a list of households, and forgets one",
    discussion: """
      A roster tells who lives where today: a CSV file with a heading and a row for each household, or JSON. Every \
      column may be missing but house. Headings may be English or Thai: \
      \(RosterColumn.allCases.map { "\($0.rawValue) (\($0.otherHeadings.last ?? ""))" }.joined(separator: ", ")).

      \(RosterColumn.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: ". ")).

      check ROSTER [PLAN...] lists everything that is wrong, with row and column, and the houses of which no row \
      tells. new PLAN... starts a table with a row for each house. schema writes the JSON Schema of the JSON form. \
      forget CODE FILE... takes a household out of every file given, in its place, and says where it stood: rosters, \
      seat lists, seated plans, tenure records (in which rows stay, without name and code). A sealed record of a draw is \
      left as it is. A message names row and column and never what stands there, as that may be personal.
      """,
    positionals: [
      PositionalSpec(
        "ACTION", allowed: Action.allCases.map(\.rawValue), help: "check, new, schema or forget"),
      PositionalSpec(
        "FILE", count: .any, help: "for check the roster, then the plan or settlement; for new the settlement"
      ),
    ],
    options: [
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people, json for programs"),
      OptionSpec(
        "output", short: "o", value: "FILE", default: "-",
        help: "where new writes the table; a file that is there is never overwritten"),
    ] + IntakeOptions.table,
    examples: [
      Example(
        "klong roster new SampleData/bang-bua/settlement.geojson -o households.csv", "a row for each house"),
      Example(
        "klong roster check SampleData/bang-bua/households.csv SampleData/bang-bua/settlement.geojson",
        "what is wrong with it"),
      Example("klong roster forget H017 households.csv seated.geojson", "take a household out of both files"),
      Example("klong roster schema > roster.schema.json", "let an editor help while you write"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "nothing is wrong and every house is told of"),
      ExitStatusSpec(
        ExitCode.findings.rawValue,
        "the roster can be used, but no row tells of some house; forget left a sealed record as it is"),
      ExitStatusSpec(ExitCode.invalidInput.rawValue, "something in the roster is wrong; all of it is listed"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let files = Array(arguments.positionals.dropFirst())
    switch arguments.positionals.first.flatMap(Action.init(rawValue:)) {
    case .check: return try check(files, arguments, console)
    case .new: try start(files, arguments, console)
    case .forget: return try forget(files, arguments, console)
    case .schema:
      if let file = files.first {
        throw UsageError("roster schema does not take \(quoted(file))", remedy: "leave it out")
      }
      try console.write(Roster.schemaText)
    case nil: return .usage
    }
    return .done
  }

  private static func start(_ files: [String], _ arguments: ParsedArguments, _ console: Console) throws {
    guard !files.isEmpty else {
      throw UsageError("roster new needs a settlement", remedy: "write klong roster new SETTLEMENT")
    }
    let output = arguments.string("output", default: "-")
    if output != "-", case .file(.some) = try OutputTarget(output, protecting: [], files: .real).kind {
      throw Refusal(
        file: output, problem: "there is a file of this name, and a new roster never replaces one",
        remedy: "name another file with -o, or remove this one first", code: .usage)
    }
    let intake = try Intake.read(paths: files, options: IntakeOptions(arguments), console: console)
    let houses = intake.settlement.houses.filter { !$0.isLocked }.map(\.label)
    try OutputFile.write(output, console: console, protecting: intake.sources.map(\.identity)) { sink in
      try sink.write(Roster(starting: houses).csv())
    }
    console.note(
      "\(counted(houses.count, "house")), a row for each; add rows where several households share one")
  }

  private static func check(
    _ files: [String], _ arguments: ParsedArguments, _ console: Console
  ) throws -> ExitCode {
    guard let path = files.first else {
      throw UsageError("roster check needs a roster", remedy: "write klong roster check ROSTER [PLAN]")
    }
    let options = try IntakeOptions(arguments)
    var file = try RosterFile(path, options: options)
    if files.count > 1 {
      let intake = try Intake.read(paths: Array(files.dropFirst()), options: options, console: console)
      let plots = intake.plan.plots
      _ = file.roster.locate(in: intake.settlement.houses, plots: plots.isEmpty ? nil : plots)
    }
    let refusals = file.refusals + file.missing
    switch arguments.choice("format", default: Format.text) {
    case .text:
      refusals.forEach(console.report)
      try console.write(summary(file) + "\n")
    case .json:
      let document: JSONValue = [
        "file": .string(path), "valid": .bool(file.roster.isSound),
        "rows": .count(file.roster.households.count),
        "faults": .array(
          file.roster.faults.map { fault in
            [
              "kind": fault.kind == .wrong ? "wrong" : "missing", "row": .count(fault.row),
              "column": .text(fault.column), "problem": .string(fault.problem),
              "remedy": .string(fault.remedy),
            ]
          }),
      ]
      try console.write(document.serialized(pretty: true) + Array("\n".utf8))
    }
    return file.roster.isSound ? (file.missing.isEmpty ? .done : .findings) : .invalidInput
  }

  /// How many hold their houses how, as far as everybody may be told; how many there are in all is told beside it.
  private static func toldTenures(_ living: [Household]) -> [String] {
    let counts = Household.Tenure.allCases.map { tenure in living.count { $0.tenure == tenure } }
    let unknown = living.count { $0.tenure == nil }
    let told = ToldCounts(
      counts + [unknown], sums: [ToldCounts.Sum(0...counts.count, isKnown: true)], untold: [counts.count])
    return Household.Tenure.allCases.indices.map {
      "\(Household.Tenure.allCases[$0].rawValue) \(SmallCount.told(told.tells[$0] ? counts[$0] : nil))"
    }
  }

  private static func summary(_ file: RosterFile) -> String {
    let households = file.roster.households
    let living = households.filter(\.needsPlot)
    let houses = Set(living.map(\.house)).count
    let people = living.compactMap(\.people)
    var words = [
      "\(counted(households.count, "row"))",
      "\(counted(living.count, "household")) in \(counted(houses, "house"))",
    ]
    if people.count == living.count, !people.isEmpty {
      words.append("\(grouped(Double(people.reduce(0, +)))) people")
    }
    let tenures = toldTenures(living)
    if living.contains(where: { $0.tenure != nil }) { words += tenures }
    let wrong = file.refusals.count
    words.append(wrong == 0 ? "nothing is wrong" : counted(wrong, "fault"))
    if !file.missing.isEmpty { words.append("\(counted(file.missing.count, "house")) of which no row tells") }
    return printable("\(file.path): " + words.joined(separator: ", "), limit: 1000)
  }
}
