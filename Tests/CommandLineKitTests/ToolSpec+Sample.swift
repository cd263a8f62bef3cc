import CommandLineKit

extension ToolSpec {
  /// A small tool with every kind of option and argument, and with marks that each output must escape.
  static let sample = ToolSpec(
    name: "dig", version: "1.2.3", summary: "digs canals",
    discussion: "It digs.\n\n.Not a request, 'nor this \\one.",
    commands: [
      CommandSpec(
        name: "plan", summary: "lays out a canal's plots",
        discussion: "A long paragraph that says what the command does, so that it must be wrapped somewhere.",
        positionals: [PositionalSpec("FILE", count: .oneOrMore, help: "what to read; - is standard input")],
        options: [
          OptionSpec("output", short: "o", value: "FILE", help: "where to write"),
          OptionSpec("folder", value: "FOLDER", help: "where everything goes"),
          OptionSpec(
            "lane-width", value: "METRES", default: "3", help: "width of a lane, [0.5 to 20]: it's \"clear\""),
          OptionSpec("households", value: "N", help: "how many households"),
          OptionSpec("seed", value: "N", default: "1", help: "seed of the search"),
          OptionSpec("plot", value: "WxD", default: "4x7", help: "size of a plot"),
          OptionSpec(
            "format", value: "FORMAT", default: "text", allowed: ["text", "json", "geojson"],
            help: "what to write"),
          OptionSpec("kind", value: "KEY=VALUE:ROLE", repeatable: true, help: "maps a property to a role"),
          OptionSpec("strict", short: "s", help: "lets nothing pass"),
        ],
        examples: [Example("dig plan --plot 4x7 a.geojson", "four by seven metres")],
        exitStatuses: [ExitStatusSpec(1, "a household is left over")]),
      CommandSpec(
        name: "rules", summary: "lists rule books",
        positionals: [
          PositionalSpec("ACTION", allowed: ["list", "show"], help: "what to do"),
          PositionalSpec("BOOK", count: .optional, help: "which book"),
        ]),
    ],
    globalOptions: [OptionSpec("quiet", short: "q", help: "say nothing")],
    exitStatuses: [ExitStatusSpec(0, "done"), ExitStatusSpec(1, "something is broken")])

  /// The arguments of a command line that can be run.
  func arguments(_ words: String...) throws -> ParsedArguments? {
    guard case .run(let arguments) = try parse(words) else { return nil }
    return arguments
  }
}
