/// One option of the command line, declared once: parsing, help, completions and the man page all read it here.
public struct OptionSpec: Sendable, Hashable {
  /// The long name without dashes, such as `lane-width`.
  public let name: String
  /// The short form without its dash, such as `o`.
  public let short: Character?
  /// What stands for the value in the help, such as `METRES`; nil for a flag, which takes none.
  public let value: String?
  /// The default as people read it; nil where there is none.
  public let defaultText: String?
  /// The only values taken; empty when any is.
  public let allowed: [String]
  /// Whether the option may be given more than once.
  public let isRepeatable: Bool
  /// One sentence without a full stop.
  public let help: String

  public init(
    _ name: String, short: Character? = nil, value: String? = nil, default defaultText: String? = nil,
    allowed: [String] = [], repeatable: Bool = false, help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.defaultText = defaultText
    self.allowed = allowed
    self.isRepeatable = repeatable
    self.help = help
  }

  public var takesValue: Bool { value != nil }

  /// Whether a shell should offer file names for the value.
  var namesFile: Bool { value?.hasPrefix("FILE") == true }

  /// Whether a shell should offer folders for the value.
  var namesFolder: Bool { value?.hasPrefix("FOLDER") == true }
}
