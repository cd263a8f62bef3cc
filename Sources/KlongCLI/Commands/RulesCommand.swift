internal import CommandLineKit
internal import Regulations

enum RulesCommand: KlongCommand {
  enum Action: String, CaseIterable {
    case list, show, explain, new, validate, schema
  }

  enum Format: String, CaseIterable {
    case text, json
  }

  static let spec = CommandSpec(
    name: "rules", summary: "lists, shows, asks, starts and validates rule books",
    discussion: """
      A rule book holds the law of one place as data: each rule with its clause, its sources, how far they may be \
      trusted, and whether anybody has compared it with the gazette.

      list names the books inside klong. show BOOK [RULE...] shows a book, or some of its rules. explain BOOK answers \
      one question: how far from this water, by which clause, on whose word, and what nobody said that would change \
      the answer. new NAME starts a book of your own. validate FILE... says everything that is wrong with it, with \
      line and member. schema writes the JSON Schema of a book, for an editor. BOOK is the name of a built-in book or \
      a file.

      explain takes what the options say and nothing else: what is left out counts as unknown, never as no.
      """,
    positionals: [
      PositionalSpec(
        "ACTION", allowed: Action.allCases.map(\.rawValue),
        help: "list, show, explain, new, validate or schema"),
      PositionalSpec(
        "BOOK", count: .any,
        help: "a built-in book or a file; for show, then the rules to show; for new, the name of the new book"
      ),
    ],
    options: WaterQuestion.table + [
      OptionSpec(
        "output", short: "o", value: "FILE", default: "-",
        help: "where new writes the book; a file that is there is never overwritten"),
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people, json for programs; show then writes the book itself"),
    ],
    examples: [
      Example("klong rules list", "the books inside klong"),
      Example("klong rules show thailand-mr55", "every rule with its clause and sources"),
      Example("klong rules show thailand-mr55 canal-setback", "one rule"),
      Example("klong rules explain thailand-mr55 --canal-width 9.5", "how far from a canal 9.5 m wide"),
      Example(
        "klong rules explain indonesia-pp38 --undiked --land-class urban --depth 2 --format json",
        "the same for a program"),
      Example("klong rules new our-town -o our-town.json", "start a book of your own"),
      Example("klong rules validate our-town.json", "what is wrong with it"),
      Example("klong rules schema > rule-book.schema.json", "let an editor help while you write"),
    ],
    exitStatuses: [
      ExitStatusSpec(
        ExitCode.done.rawValue, "done; every book given is valid; explain gave metres, or an exemption"),
      ExitStatusSpec(
        ExitCode.findings.rawValue,
        "explain has no number: something must be told first, the law gives none, or no rule speaks of this water"
      ),
      ExitStatusSpec(ExitCode.invalidInput.rawValue, "a book cannot be read or is not valid"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let format = arguments.choice("format", default: Format.text)
    let names = Array(arguments.positionals.dropFirst())
    let action = arguments.positionals.first.flatMap(Action.init(rawValue:))
    if let action { try refuseStrayOptions(arguments, with: action) }
    switch action {
    case .list:
      try refuse(names, after: .list)
      try console.write(try list(format, width: console.width))
    case .schema:
      try refuse(names, after: .schema)
      try console.write(RuleBook.schemaText)
    case .show:
      guard let book = names.first else { throw missing("BOOK", after: .show) }
      try console.write(try show(book, rules: Array(names.dropFirst()), format, width: console.width))
    case .explain:
      guard let book = names.first else { throw missing("BOOK", after: .explain) }
      try refuse(Array(names.dropFirst()), after: .explain)
      return try explain(book, WaterQuestion(arguments), format, console)
    case .new:
      guard let name = names.first else { throw missing("NAME", after: .new) }
      try refuse(Array(names.dropFirst()), after: .new)
      try start(name, output: arguments.string("output", default: "-"), console)
    case .validate:
      guard !names.isEmpty else { throw missing("FILE", after: .validate) }
      return try validate(names, format, console)
    case nil:
      return .usage
    }
    return .done
  }

  /// An option of another action would be ignored silently.
  private static func refuseStrayOptions(_ arguments: ParsedArguments, with action: Action) throws(UsageError)
  {
    let owners: [(Action, [String])] = [
      (.explain, WaterQuestion.table.map(\.name)), (.new, ["output"]),
    ]
    for (owner, options) in owners where owner != action {
      guard let stray = options.first(where: arguments.has) else { continue }
      throw UsageError(
        "rules \(action.rawValue) does not take --\(stray)",
        remedy: "it belongs to klong rules \(owner.rawValue)")
    }
  }

  private static func refuse(_ names: [String], after action: Action) throws(UsageError) {
    guard let name = names.first else { return }
    throw UsageError(
      "rules \(action.rawValue) does not take \(quoted(name))",
      remedy: "leave it out; see klong rules --help")
  }

  private static func missing(_ name: String, after action: Action) -> UsageError {
    UsageError(
      "rules \(action.rawValue) needs \(name)",
      remedy: "write klong rules \(action.rawValue) \(name); \"klong rules list\" names the built-in books")
  }
}
