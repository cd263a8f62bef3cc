internal import CommandLineKit
internal import Regulations

enum RulesCommand: KlongCommand {
  enum Action: String, CaseIterable {
    case list, show, validate, schema
  }

  enum Format: String, CaseIterable {
    case text, json
  }

  static let spec = CommandSpec(
    name: "rules", summary: "lists, shows and validates rule books",
    discussion: """
      A rule book holds the law of one place as data: each rule with its clause, its sources, how far they may be \
      trusted, and whether anybody has compared it with the gazette.

      list names the books inside klong. show BOOK [RULE...] shows a book, or some of its rules. validate FILE... \
      says everything that is wrong with your own book, with line and member. schema writes the JSON Schema of a \
      book, for an editor. BOOK is the name of a built-in book or a file.
      """,
    positionals: [
      PositionalSpec(
        "ACTION", allowed: Action.allCases.map(\.rawValue), help: "list, show, validate or schema"),
      PositionalSpec(
        "BOOK", count: .any, help: "a built-in book or a file; for show, then the rules to show"),
    ],
    options: [
      OptionSpec(
        "format", value: "FORMAT", default: "text", allowed: Format.allCases.map(\.rawValue),
        help: "text for people, json for programs; show writes the book itself, a start for your own")
    ],
    examples: [
      Example("klong rules list", "the books inside klong"),
      Example("klong rules show thailand-mr55", "every rule with its clause and sources"),
      Example("klong rules show thailand-mr55 canal-setback", "one rule"),
      Example("klong rules show thailand-mr55 --format json > our-book.json", "start a book of your own"),
      Example("klong rules validate our-book.json", "what is wrong with it"),
      Example("klong rules schema > rule-book.schema.json", "let an editor help while you write"),
    ],
    exitStatuses: [
      ExitStatusSpec(ExitCode.done.rawValue, "done; every book given is valid"),
      ExitStatusSpec(ExitCode.invalidInput.rawValue, "a book cannot be read or is not valid"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let format = arguments.choice("format", default: Format.text)
    let names = Array(arguments.positionals.dropFirst())
    switch arguments.positionals.first.flatMap(Action.init(rawValue:)) {
    case .list:
      try refuse(names, after: .list)
      try console.write(try list(format, width: console.width))
    case .schema:
      try refuse(names, after: .schema)
      try console.write(RuleBook.schemaText)
    case .show:
      guard let book = names.first else { throw missing("BOOK", after: .show) }
      try console.write(try show(book, rules: Array(names.dropFirst()), format, width: console.width))
    case .validate:
      guard !names.isEmpty else { throw missing("FILE", after: .validate) }
      return try validate(names, format, console)
    case nil:
      return .usage
    }
    return .done
  }

  private static func refuse(_ names: [String], after action: Action) throws(UsageError) {
    guard let name = names.first else { return }
    throw UsageError(
      "rules \(action.rawValue) does not take \(quoted(name))", remedy: "write klong rules \(action.rawValue)"
    )
  }

  private static func missing(_ name: String, after action: Action) -> UsageError {
    UsageError(
      "rules \(action.rawValue) needs \(name)",
      remedy: "write klong rules \(action.rawValue) \(name); \"klong rules list\" names the built-in books")
  }
}
