internal import CommandLineKit

enum CompletionsCommand: KlongCommand {
  static let spec = CommandSpec(
    name: "completions", summary: "writes the completions of a shell",
    discussion: "The script is made from the same table as the help, so it knows every command and option.",
    positionals: [
      PositionalSpec("SHELL", allowed: Shell.allCases.map(\.rawValue), help: "bash, zsh or fish")
    ],
    examples: [
      Example(
        "klong completions bash > ~/.local/share/bash-completion/completions/klong",
        "for bash, from the next start on"),
      Example("klong completions zsh > ~/.zfunc/_klong", "for zsh, where ~/.zfunc is in fpath"),
      Example("klong completions fish > ~/.config/fish/completions/klong.fish", "for fish"),
    ])

  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    guard let shell = arguments.positionals.first.flatMap(Shell.init(rawValue:)) else { return .usage }
    try console.write(KlongTool.spec.completions(for: shell))
    return .done
  }
}
