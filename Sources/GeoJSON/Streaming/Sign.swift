/// The bytes that JSON is built of, known to the compiler here: those of `JSON` cost a call for every byte.
enum Sign {
  @inline(__always) static var quote: UInt8 { 0x22 }
  @inline(__always) static var comma: UInt8 { 0x2C }
  @inline(__always) static var colon: UInt8 { 0x3A }
  @inline(__always) static var leftBracket: UInt8 { 0x5B }
  @inline(__always) static var backslash: UInt8 { 0x5C }
  @inline(__always) static var rightBracket: UInt8 { 0x5D }
  @inline(__always) static var leftBrace: UInt8 { 0x7B }
  @inline(__always) static var rightBrace: UInt8 { 0x7D }
}
