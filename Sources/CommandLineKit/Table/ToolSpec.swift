/// The whole tool: its commands and the options that every command takes.
public struct ToolSpec: Sendable, Hashable {
  public let name: String
  public let version: String
  public let summary: String
  public let discussion: String
  public let commands: [CommandSpec]
  /// `--help` and `--version` are added by the initialiser.
  public let globalOptions: [OptionSpec]
  public let exitStatuses: [ExitStatusSpec]

  public init(
    name: String, version: String, summary: String, discussion: String, commands: [CommandSpec],
    globalOptions: [OptionSpec], exitStatuses: [ExitStatusSpec]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.discussion = discussion
    self.commands = commands
    self.globalOptions = [.help, .version] + globalOptions
    self.exitStatuses = exitStatuses
  }

  public func command(named name: String) -> CommandSpec? { commands.first { $0.name == name } }

  /// Every option that `command` takes, its own first.
  func options(of command: CommandSpec?) -> [OptionSpec] { (command?.options ?? []) + globalOptions }

  /// The tool's statuses with the command's own words where it has any.
  func exitStatuses(of command: CommandSpec) -> [ExitStatusSpec] {
    exitStatuses.map { general in command.exitStatuses.first { $0.code == general.code } ?? general }
  }
}

extension OptionSpec {
  static let help = OptionSpec(
    "help", short: "h", help: "show what the tool or the command does, with examples")
  static let version = OptionSpec("version", help: "show the version")
}
