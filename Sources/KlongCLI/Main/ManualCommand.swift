internal import CommandLineKit

enum ManualCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "man", summary: "writes the manual page",
    examples: [
      Example("klong man | man -l -", "read it at once"),
      Example("klong man > ~/.local/share/man/man1/klong.1", "keep it for \"man klong\""),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    try console.write(KlongTool.spec.manualPage())
    return .done
  }
}
