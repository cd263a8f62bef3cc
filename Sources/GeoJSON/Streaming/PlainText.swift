internal import CSimdJSON
internal import JSON

/// A cursor over JSON text that knows names, texts without escapes, numbers and literals, and checks them strictly.
struct PlainText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  @inline(__always)
  private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position])
    {
      position += 1
    }
  }

  /// Steps over a sign and the white space around it; false, and the sign is left, where another one stands.
  @inline(__always)
  mutating func take(_ sign: UInt8) -> Bool {
    if peek <= 0x20 { skipSpace() }
    guard peek == sign else { return false }
    position += 1
    return true
  }

  /// A member's name, with the colon behind it.
  mutating func name() -> Range<Int>? {
    guard let name = string(), take(Sign.colon) else { return nil }
    return name
  }

  /// What stands between two quotes: well-formed UTF-8 without escapes.
  mutating func string() -> Range<Int>? {
    guard take(Sign.quote) else { return nil }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case Sign.quote:
        position += 1
        return start..<(position - 1)
      case Sign.backslash: return nil
      case 0x20..<0x80: position += 1
      case 0x80...:
        guard let length = characterLength() else { return nil }
        position += length
      default: return nil
      }
    }
    return nil
  }

  /// How many bytes the character takes (RFC 3629 §4).
  private func characterLength() -> Int? {
    let first = bytes[position]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, position + length <= bytes.count else { return nil }
    for place in 1..<length where bytes[position + place] & 0xC0 != 0x80 { return nil }
    switch (first, bytes[position + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
    default: return length
    }
  }

  /// A text without its quotes, or a number.
  mutating func id() -> Range<Int>? {
    skipSpace()
    if peek == Sign.quote { return string() }
    let start = position
    return number() == nil ? nil : start..<position
  }

  /// Steps over a text, a number or a literal.
  mutating func skipScalar() -> Bool {
    skipSpace()
    switch peek {
    case UInt8(ascii: "t"): return skip("true")
    case UInt8(ascii: "f"): return skip("false")
    case UInt8(ascii: "n"): return skip("null")
    default: return id() != nil
    }
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, isText(position..<end, word) else { return false }
    position = end
    return true
  }

  /// A number without an exponent and with at most thirty characters, as the nearest double.
  mutating func number() -> Double? {
    skipSpace()
    let start = position
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var digits: UInt64 = 0
    let whole = position
    digitRun(&digits)
    let wholeCount = position - whole
    guard wholeCount > 0, wholeCount == 1 || bytes[whole] != UInt8(ascii: "0") else { return nil }
    var decimals = 0
    if peek == UInt8(ascii: ".") {
      position += 1
      let fraction = position
      digitRun(&digits)
      decimals = position - fraction
      guard decimals > 0 else { return nil }
    }
    guard position - start <= 30, peek | 0x20 != UInt8(ascii: "e") else { return nil }
    // Both are exact doubles, so that their quotient is the nearest one (Clinger 1990); else the long way.
    if wholeCount + decimals <= 18, digits <= 1 << 53, decimals < Self.powers.count {
      let size = Double(digits) / Self.powers[decimals]
      return isNegative ? -size : size
    }
    return json_number(bytes.baseAddress.map { $0 + start }, position - start)
  }

  @inline(__always)
  private mutating func digitRun(_ digits: inout UInt64) {
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return }
      digits = digits &* 10 &+ UInt64(digit)
      position += 1
    }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  ]

  func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount && begins(range, text)
  }

  func isText(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    range.count == text.count && UnsafeBufferPointer(rebasing: bytes[range]).elementsEqual(text)
  }

  func begins(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count >= text.utf8CodeUnitCount else { return false }
    for place in 0..<text.utf8CodeUnitCount where bytes[range.lowerBound + place] != text.utf8Start[place] {
      return false
    }
    return true
  }

  func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for place in 0..<a.count where bytes[a.lowerBound + place] != bytes[b.lowerBound + place] { return false }
    return true
  }
}
