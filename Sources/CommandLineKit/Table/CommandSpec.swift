/// A command line to copy, and what it does.
public struct Example: Sendable, Hashable {
  public let command: String
  public let meaning: String

  public init(_ command: String, _ meaning: String) {
    self.command = command
    self.meaning = meaning
  }
}

/// An exit status and when it is given.
public struct ExitStatusSpec: Sendable, Hashable {
  public let code: Int32
  public let meaning: String

  public init(_ code: Int32, _ meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}

/// One command: all that parsing, help, completions and the man page know of it.
public struct CommandSpec: Sendable, Hashable {
  public let name: String
  /// One line without a full stop.
  public let summary: String
  /// Paragraphs parted by an empty line; a paragraph is wrapped to the terminal.
  public let discussion: String
  public let positionals: [PositionalSpec]
  public let options: [OptionSpec]
  public let examples: [Example]
  /// Where a status means something particular here; the others keep the tool's meaning.
  public let exitStatuses: [ExitStatusSpec]

  public init(
    name: String, summary: String, discussion: String = "", positionals: [PositionalSpec] = [],
    options: [OptionSpec] = [], examples: [Example] = [], exitStatuses: [ExitStatusSpec] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.options = options
    self.examples = examples
    self.exitStatuses = exitStatuses
  }
}
