/// An argument that is known by its place, such as the files a command reads.
public struct PositionalSpec: Sendable, Hashable {
  public enum Count: Sendable, Hashable { case one, optional, oneOrMore, any }

  /// What stands for it in the help, such as `FILE`.
  public let name: String
  public let count: Count
  /// The only values taken; empty when any is.
  public let allowed: [String]
  public let help: String

  /// Only the last positional of a command may stand more than once.
  public init(_ name: String, count: Count = .one, allowed: [String] = [], help: String) {
    self.name = name
    self.count = count
    self.allowed = allowed
    self.help = help
  }

  var isRequired: Bool { count == .one || count == .oneOrMore }
  var isRepeating: Bool { count == .oneOrMore || count == .any }

  /// Whether a shell should offer file names for it.
  var namesFile: Bool { name.hasPrefix("FILE") || name.hasPrefix("SETTLEMENT") || name.hasPrefix("PLAN") }

  /// As it stands in the usage line.
  var usage: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .oneOrMore: "\(name)..."
    case .any: "[\(name)...]"
    }
  }
}
