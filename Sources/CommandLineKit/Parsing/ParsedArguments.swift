/// The words of a command line, sorted by the table but not yet read as numbers or choices.
///
/// Reading is a second step, where each default stands: `try arguments.metres("lane-width", default: 3, in: 0.5...20)`.
public struct ParsedArguments: Sendable {
  public let command: CommandSpec
  public internal(set) var positionals: [String] = []
  /// Every option the command takes, with the global ones.
  let options: [OptionSpec]
  var given: [String: [String]] = [:]

  /// Whether the flag or option stands on the command line.
  public func has(_ name: String) -> Bool {
    assert(options.contains { $0.name == name }, "the table of \(command.name) has no option \(name)")
    return given[name] != nil
  }

  /// The value of an option, or nil when it was not given.
  public func string(_ name: String) -> String? {
    has(name) ? given[name]?.last : nil
  }

  public func string(_ name: String, default standard: String) -> String {
    checkDefault(name) { $0 == standard }
    return string(name) ?? standard
  }

  /// All values of an option that may be repeated, in the order given.
  public func strings(_ name: String) -> [String] {
    has(name) ? given[name] ?? [] : []
  }

  /// An error that names the option and its value, for readings that only a command knows.
  public func error(in name: String, value: String, _ problem: String, remedy: String) -> UsageError {
    UsageError("--\(name) \(quoted(value)): \(problem)", remedy: remedy)
  }

  /// Debug builds stop where the default in the code is not the one that the help shows.
  func checkDefault(_ name: String, _ agrees: (String) -> Bool) {
    assert(
      options.first { $0.name == name }?.defaultText.map(agrees) ?? true,
      "the default of --\(name) differs from the one in the table")
  }
}
