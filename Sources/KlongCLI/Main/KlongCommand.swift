public import CommandLineKit

/// One command of the tool: its row of the table and what it does.
public protocol KlongCommand: Sendable {
  static var spec: CommandSpec { get }

  /// - Returns: the verdict. Whatever is thrown becomes a message and an exit code in `Refusal.init(_:)`.
  static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode
}
