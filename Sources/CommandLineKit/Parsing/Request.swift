/// What the command line asks for.
public enum Request: Sendable {
  /// No word at all was given.
  case nothing
  case version
  /// Help on one command, or on the tool.
  case help(CommandSpec?)
  case run(ParsedArguments)
}
