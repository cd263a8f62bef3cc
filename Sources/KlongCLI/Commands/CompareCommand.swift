internal import CommandLineKit
internal import JSON
internal import Regulations

enum CompareCommand: KlongCommand {
  enum Format: String, CaseIterable {
    case text, json, geojson
  }

  static let spec = CommandSpec(
    name: "compare", summary: "shows what is different between plans, and for whom",
    discussion: """
      Give it two or more plans, options or versions of one, made by klong or drawn by hand; or results of \
      klong check --format json. Each later file is held against the first: which plots moved, changed their size or \
      number, are new or gone; for which of today's houses that makes a difference; the measures side by side; and \
      which rules are newly broken or no longer.

      A plot is known again by its household, by its id or number where it still lies over itself, and else by the \
      ground it shares: half of the smaller one. Between versions of one plan, where most plots lie where they lay, \
      an id alone is enough. A house is known by its id or number; what is told of it is the plot nearest to it.

      Each plan is checked by the rule book it was made with unless --rules names another. Households of plots are \
      left out unless --names asks for them.
      """,
    positionals: [
      PositionalSpec(
        "FILE", count: .oneOrMore, help: "two or more plans or check results; the first is the basis")
    ],
    options: [
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people, json for programs, geojson for maps: every changed plot as an area"),
      OptionSpec(
        "output", short: "o", value: "FILE", default: "-", help: "where the report goes; - is standard output"
      ),
      OptionSpec(
        "names",
        help: "tell the households of plots too, in a file that only you can read: they may name people"
      ),
    ] + RuleBookOptions.table + IntakeOptions.table,
    examples: [
      Example("klong compare plan-A.geojson plan-B.geojson plan-C.geojson", "options beside the first"),
      Example("klong compare before.geojson after.geojson --format json", "two versions, for a program"),
      Example(
        "klong compare before.geojson after.geojson --format geojson -o changes.geojson",
        "a map of changed plots"),
      Example("klong compare check-may.json check-june.json", "which breaches are new, and which are gone"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "no later file is worse than the first in this"),
      ExitStatusSpec(
        ExitCode.findings.rawValue,
        "a later file breaks a rule that the first keeps, or leaves more households without a plot"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    guard arguments.positionals.count > 1 else {
      throw UsageError("there is one file, and nothing to compare it with", remedy: "name two or more files")
    }
    let options = try IntakeOptions(arguments)
    let book = arguments.has("rules") || arguments.has("strict") ? try RuleBookOptions.names(arguments) : nil
    let files = try console.progress("checking and measuring", of: arguments.positionals.count) { progress in
      try arguments.positionals.map { path in
        defer { progress.advance() }
        return try ComparedFile(path, options: options, book: book)
      }
    }
    let report = try ComparisonReport(files, namesPeople: arguments.has("names"))
    try OutputFile.write(
      arguments.string("output", default: "-"), console: console, protecting: files.map(\.identity),
      isPrivate: arguments.has("names")
    ) { sink in
      switch arguments.choice("format", default: Format.text) {
      case .text: try sink.write(report.text(width: console.width))
      case .json: try sink.write(JSONValue.object(report.json()).serialized(pretty: true) + Array("\n".utf8))
      case .geojson: try report.writeFeatures { try sink.write($0) }
      }
    }
    return report.isWorse ? .findings : .done
  }
}
