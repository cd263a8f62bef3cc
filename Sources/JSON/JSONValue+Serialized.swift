extension JSONValue {
  /// The value as JSON: the same bytes for the same value, UTF-8, no escape but the needed ones.
  ///
  /// - Parameter pretty: One member or element a line, indented by two spaces; arrays of scalars stay on one line.
  public func serialized(pretty: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(self, indent: pretty ? 0 : nil)
    return bytes
  }
}

extension JSONObject {
  /// The object as JSON; see ``JSONValue/serialized(pretty:)``.
  public func serialized(pretty: Bool = false) -> [UInt8] {
    JSONValue.object(self).serialized(pretty: pretty)
  }
}

extension [UInt8] {
  /// Appends a value; `indent` is nil for one line, else the depth.
  package mutating func append(_ value: JSONValue, indent: Int? = nil) {
    switch value {
    case .null: append(contentsOf: "null".utf8)
    case .bool(let truth): append(contentsOf: (truth ? "true" : "false").utf8)
    case .number(let number): append(contentsOf: number.text.utf8)
    case .string(let text): append(quoting: text)
    case .array(let elements): append(elements, indent: indent)
    case .object(let object): append(object, indent: indent)
    }
  }

  private mutating func append(_ elements: [JSONValue], indent: Int?) {
    let isFlat = elements.allSatisfy { $0.array == nil && $0.object == nil }
    append(.leftBracket)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(contentsOf: indent != nil && isFlat ? ", ".utf8 : ",".utf8) }
      if !isFlat { breakLine(indent.map { $0 + 1 }) }
      append(element, indent: indent.map { $0 + 1 })
    }
    if !isFlat { breakLine(indent) }
    append(.rightBracket)
  }

  private mutating func append(_ object: JSONObject, indent: Int?) {
    append(.leftBrace)
    for (index, member) in object.enumerated() {
      if index > 0 { append(.comma) }
      breakLine(indent.map { $0 + 1 })
      append(quoting: member.name)
      append(contentsOf: indent == nil ? ":".utf8 : ": ".utf8)
      append(member.value, indent: indent.map { $0 + 1 })
    }
    if !object.isEmpty { breakLine(indent) }
    append(.rightBrace)
  }

  private mutating func breakLine(_ indent: Int?) {
    guard let indent else { return }
    append(0x0A)
    append(contentsOf: repeatElement(0x20, count: indent * 2))
  }

  /// Appends a string with its quotes; only the quote, the backslash and control characters are escaped.
  package mutating func append(quoting text: String) {
    append(.quote)
    var text = text
    text.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 >= 0x20 && $0 != .quote && $0 != .backslash }) {
        append(contentsOf: bytes)
      } else {
        for byte in bytes { append(escaping: byte) }
      }
    }
    append(.quote)
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case .quote, .backslash: append(contentsOf: [.backslash, byte])
    case 0x08: append(contentsOf: "\\b".utf8)
    case 0x0C: append(contentsOf: "\\f".utf8)
    case 0x0A: append(contentsOf: "\\n".utf8)
    case 0x0D: append(contentsOf: "\\r".utf8)
    case 0x09: append(contentsOf: "\\t".utf8)
    case ..<0x20:
      append(contentsOf: "\\u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    default: append(byte)
    }
  }
}
