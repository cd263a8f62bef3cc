/// Why a text was refused, and where.
public struct JSONError: Error, Sendable, Hashable {
  /// What is wrong and what to do, in a sentence without place.
  public var message: String
  /// The line, from 1.
  public var line: Int
  /// The character in the line, from 1.
  public var column: Int
  /// The member where it stands: `rules[3].clause`; empty at the top.
  public var member: String
  /// The limit that was reached; nil when the text is simply no JSON.
  public var limit: JSONLimit?

  public init(message: String, line: Int, column: Int, member: String = "", limit: JSONLimit? = nil) {
    self.message = message
    self.line = line
    self.column = column
    self.member = member
    self.limit = limit
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String {
    "line \(line), column \(column)\(member.isEmpty ? "" : ", \(member)"): \(message)"
  }
}

/// How much is read before a text is refused, whatever it says.
public struct JSONLimits: Sendable, Hashable {
  /// The size of the text, in bytes: 512 MiB.
  public var bytes = 512 << 20
  /// Arrays and objects in one another: 64. More than 512 are never read.
  public var nesting = 64
  /// The characters of one number: 400.
  public var numberLength = 400

  public init() {}
}

/// Which limit was reached.
public enum JSONLimit: String, Sendable, Hashable, CaseIterable {
  case bytes, nesting, numberLength, memory
}
