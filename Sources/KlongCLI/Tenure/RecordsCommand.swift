internal import Cartography
internal import CommandLineKit
internal import Cooperative
internal import JSON

enum RecordsCommand: KlongCommand {
  enum Format: String, CaseIterable {
    case json, geojson, csv
  }

  static let spec = CommandSpec(
    name: "records", summary: "writes tenure records of a plan with households, and keeps their versions",
    discussion: """
      The records are shaped after ISO 19152 (LADM): parties and the co-operative with its members, units, rights \
      (collective lease, share, right to dwell), restrictions (setback, no sale outside), land, sources with their \
      SHA-256, and versions. Nothing is ever deleted: a right that ends keeps its row. JSON, GeoJSON and a folder of CSV \
      tables say the same, and each is read back with --from.

      --transfer gives a dwelling to another member, --inherit to an heir, who becomes a member, --return gives it back \
      to the co-operative. A transfer to somebody outside is refused, as the restriction no_sale_outside says.

      The shape was made from descriptions of the standard; nobody has compared it with the standard's text. Such a \
      record is no title: law and landowner decide.
      """,
    positionals: [PositionalSpec("PLAN", count: .any, help: "a plan that klong allocate wrote")],
    options: [
      OptionSpec("households", value: "FILE", help: "the roster, for members without a plot, and names"),
      OptionSpec(
        "from", value: "FILE|FOLDER", help: "records to go on with: JSON, GeoJSON, or a folder of tables"),
      OptionSpec("transfer", value: "PLOT=CODE", help: "the right to dwell goes to another member"),
      OptionSpec("inherit", value: "PLOT=CODE", help: "the right to dwell goes to an heir"),
      OptionSpec("return", value: "PLOT", help: "the right to dwell goes back to the co-operative"),
      OptionSpec(
        "date", value: "DATE", help: "of the event, as year-month-day; klong does not look at the clock"),
      OptionSpec(
        "format", value: "FORMAT", default: "json", allowed: Format.allCases.map(\.rawValue),
        help: "json, geojson, or csv: a table for each class, into a folder"),
      OptionSpec(
        "output", short: "o", value: "FILE", default: "-",
        help: "where they go; for csv a folder that is there"),
      OptionSpec(
        "names", help: "write names too: those of the roster, or of the records that are gone on with"),
    ] + IntakeOptions.table,
    examples: [
      Example(
        "klong records seated.geojson --households h.csv --date 2026-12-01 -o records.json",
        "the first version"),
      Example(
        "klong records --from records.json --transfer 17=H042 --date 2027-05-20 -o next.json", "a new version"
      ),
      Example("klong records --from records.json --format csv -o tables", "the same as tables"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "the records are written"),
      ExitStatusSpec(ExitCode.findings.rawValue, "the rule book of the co-operative refuses the change"),
      ExitStatusSpec(ExitCode.invalidInput.rawValue, "plan, roster or records cannot be used"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let event = try event(arguments)
    var inputs: [FileIdentity?] = []
    var records: TenureRecords
    if let from = arguments.string("from") {
      guard arguments.positionals.isEmpty, !arguments.has("households") else {
        throw UsageError(
          "--from with a plan or a roster: records are made of these, or gone on with",
          remedy: "leave out --from, or the plan and --households")
      }
      (records, inputs) = try TenureFile.read(from)
      if !arguments.has("names"), records.names > 0 {
        console.warn("\(counted(records.names, "name")) left out; --names writes them on")
        records = records.withoutNames
      }
    } else {
      let made = try MadeRecords(arguments, console)
      (records, inputs) = (made.records, made.inputs)
    }
    if let event {
      let date = try date(arguments)
      do throws(TenureRefusal) {
        records = try records.applying(event, date: date)
      } catch {
        console.report(Refusal(error))
        return error == .outsider ? .findings : .invalidInput
      }
    }
    try TenureFile.write(
      records, arguments.choice("format", default: .json), to: arguments.string("output", default: "-"),
      console,
      protecting: inputs)
    console.note(
      "version \(records.version): \(counted(records.dwellings, "dwelling")), \(counted(records.members.count, "member"))"
    )
    return .done
  }

  private static func event(_ arguments: ParsedArguments) throws(UsageError) -> TenureRecords.Event? {
    let given = ["transfer", "inherit", "return"].filter(arguments.has)
    guard given.count < 2 else {
      throw UsageError("--\(given[0]) and --\(given[1]) at once", remedy: "make a version for each event")
    }
    guard let name = given.first, let text = arguments.string(name) else { return nil }
    guard arguments.has("from") else {
      throw UsageError("--\(name) without --from", remedy: "name the records that it changes")
    }
    if name == "return" { return .back(plot: text) }
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw arguments.error(in: name, value: text, "not PLOT=CODE", remedy: "write such as 17=H042")
    }
    return name == "transfer"
      ? .transfer(plot: parts[0], to: parts[1]) : .inheritance(plot: parts[0], to: parts[1])
  }

  static func date(_ arguments: ParsedArguments) throws(UsageError) -> String {
    guard let date = arguments.string("date") else {
      throw UsageError("--date is missing", remedy: "say on which day, such as --date 2026-12-01")
    }
    guard CalendarDay(date) != nil else {
      throw arguments.error(
        in: "date", value: date, "not a day", remedy: "write year, month and day, such as 2026-12-01")
    }
    return date
  }
}

extension Refusal {
  fileprivate init(_ error: TenureRefusal) {
    switch error {
    case .outsider:
      self.init(
        problem: "whoever shall get it is no member: a sale outside the co-operative is refused",
        remedy: "transfer to a member, or give it back to the co-operative with --return", code: .findings)
    case .noSuchPlot:
      self.init(problem: "the records know no dwelling on this plot", remedy: "name a plot by its number")
    case .alreadyTheirs: self.init(problem: "it is theirs already", remedy: "name somebody else")
    case .before(let day):
      self.init(
        problem: "the last version is of \(day), and history is written in its order",
        remedy: "give a --date that is not earlier")
    case .notACode:
      self.init(
        problem: "the heir is not named by a code", remedy: "use up to 24 letters and digits, with a digit")
    }
  }
}
