internal import CommandLineKit

enum HelpCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "help", summary: "explains a command, with examples",
    positionals: [
      PositionalSpec("COMMAND", count: .optional, help: "the command to explain; without it, the whole tool")
    ],
    examples: [Example("klong help plan", "what the command plan does and takes")])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let tool = KlongTool.spec
    let command = try arguments.positionals.first.map { try tool.command(orRefusing: $0) }
    try console.write(tool.help(on: command, width: console.width))
    return .done
  }
}
