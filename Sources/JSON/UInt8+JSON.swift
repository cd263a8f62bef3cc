/// The bytes that JSON is built of.
extension UInt8 {
  package static var quote: UInt8 { UInt8(ascii: "\"") }
  package static var backslash: UInt8 { UInt8(ascii: "\\") }
  package static var comma: UInt8 { UInt8(ascii: ",") }
  package static var colon: UInt8 { UInt8(ascii: ":") }
  package static var leftBrace: UInt8 { UInt8(ascii: "{") }
  package static var rightBrace: UInt8 { UInt8(ascii: "}") }
  package static var leftBracket: UInt8 { UInt8(ascii: "[") }
  package static var rightBracket: UInt8 { UInt8(ascii: "]") }

  /// White space as RFC 8259 §2 has it.
  var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Whether a number or a literal cannot go on with this byte.
  var endsScalar: Bool {
    switch self {
    case .comma, .colon, .leftBrace, .rightBrace, .leftBracket, .rightBracket, .quote, 0x1E: true
    default: isSpace
    }
  }
}
