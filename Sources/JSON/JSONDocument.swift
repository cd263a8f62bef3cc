/// A JSON text (RFC 8259) with its value and the places of its members.
public struct JSONDocument: Sendable {
  /// What the text says.
  public let value: JSONValue
  /// The text as it was given.
  public let bytes: [UInt8]

  /// Reads one value; a UTF-8 byte order mark before it is passed over.
  ///
  /// Stricter than the RFC demands where two readers would read two things: a repeated name, half a surrogate pair
  /// and a number beyond a double are refused.
  /// - Throws: ``JSONError`` with line, column and member.
  public init(parsing bytes: [UInt8], limits: JSONLimits = .init()) throws(JSONError) {
    try CheckedText.check(bytes, limits: limits)
    self.bytes = bytes
    value = bytes.withUnsafeBufferPointer { buffer in
      var scanner = TextScanner(buffer, from: TextScanner.start(of: buffer))
      return scanner.value()
    }
  }

  /// Where a value stands, counted from 1; nil when there is none at that path.
  public func location(of path: JSONPath) -> (line: Int, column: Int)? {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = TextScanner(buffer, from: TextScanner.start(of: buffer))
      guard scanner.descend(path) else { return nil }
      return TextPlace.location(of: scanner.position, in: buffer)
    }
  }
}
