extension TextScanner {
  /// Reads the value at the position. Recursion is bounded by the check's nesting limit.
  package mutating func value() -> JSONValue {
    skipSpace()
    switch peek() {
    case .leftBrace: return .object(object())
    case .leftBracket: return .array(array())
    case .quote: return .string(string())
    case UInt8(ascii: "t"):
      skipScalar()
      return .bool(true)
    case UInt8(ascii: "f"):
      skipScalar()
      return .bool(false)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(number())
    default:
      skipScalar()
      return .null
    }
  }

  package mutating func object() -> JSONObject {
    var members: [JSONObject.Member] = []
    while let name = nextMember() {
      members.append(.init(name: text(name), value: value()))
    }
    return JSONObject(checked: members)
  }

  mutating func array() -> [JSONValue] {
    var elements: [JSONValue] = []
    while nextElement() { elements.append(value()) }
    return elements
  }

  package mutating func number() -> JSONNumber {
    let start = position
    skipScalar()
    return JSONNumber(
      checked: String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self))
  }

  package mutating func string() -> String {
    let start = position + 1
    skipString()
    return text(start..<max(start, position - 1))
  }

  /// The text that the bytes between two quotes stand for.
  package func text(_ range: Range<Int>) -> String {
    Self.text(of: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<bytes.count)]))
  }

  static func text(of raw: UnsafeBufferPointer<UInt8>) -> String {
    raw.contains(.backslash) ? unescaped(raw) : String(decoding: raw, as: UTF8.self)
  }

  private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var scanner = TextScanner(raw, from: 0)
    while scanner.position < raw.count {
      let byte = scanner.peek()
      scanner.position += 1
      if byte == .backslash { scanner.unescape(into: &result) } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads what follows a backslash.
  private mutating func unescape(into result: inout [UInt8]) {
    let byte = peek()
    position += 1
    switch byte {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"): result.append(contentsOf: unicodeEscape())
    default: result.append(byte)
    }
  }

  /// One or, for a surrogate pair, two escapes, from behind the `u`.
  private mutating func unicodeEscape() -> String.UTF8View {
    var units = [unit()]
    if UTF16.isLeadSurrogate(units[0]), peek() == .backslash, byte(position + 1) == UInt8(ascii: "u") {
      position += 2
      units.append(unit())
    }
    return String(decoding: units, as: UTF16.self).utf8
  }

  private mutating func unit() -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      unit = unit << 4 | UInt16(Character(Unicode.Scalar(peek())).hexDigitValue ?? 0)
      position += 1
    }
    return unit
  }
}
