internal import CSimdJSON
internal import JSON

/// Walks the tokens of a checked text. Lives only while the text is held, and never leaves the reader.
///
/// Because the text is valid JSON, a walk needs no check of its own that brackets close or commas stand where they
/// must; reads behind the last token give 0, and every loop moves on by a token.
struct TokenReader {
  let tokens: UnsafePointer<JSONTokens>
  let buffer: UnsafeBufferPointer<UInt8>
  let limits: ReadingLimits
  /// How many positions may still be read.
  var positionsLeft: Int

  init(tokens: UnsafePointer<JSONTokens>, buffer: UnsafeBufferPointer<UInt8>, limits: ReadingLimits) {
    self.tokens = tokens
    self.buffer = buffer
    self.limits = limits
    positionsLeft = limits.positions
  }

  var count: Int { tokens.pointee.count }

  /// The first byte of a token; 0 behind the last.
  @inline(__always)
  func byte(_ token: Int) -> UInt8 { json_token_byte(tokens, token) }

  /// The place of a token in the text.
  @inline(__always)
  func offset(_ token: Int) -> Int { json_token_offset(tokens, token) }

  /// The token behind a value.
  @inline(__always)
  func behind(_ token: Int) -> Int {
    var arrays = 0
    return json_token_behind(tokens, token, &arrays)
  }

  /// The bytes of a value that ends before the token `behind`, without white space around it.
  func text(_ token: Int, behind: Int) -> TextRange {
    // An object or array ends with the last of its tokens.
    if behind > token + 1 { return TextRange(offset(token)..<offset(behind - 1) + 1) }
    var scanner = TextScanner(buffer, from: offset(token))
    scanner.skipScalar()
    return TextRange(offset(token)..<scanner.position)
  }

  func problem(_ message: String, at token: Int, limit: ReadingLimit? = nil) -> ReadingProblem {
    ReadingProblem(offset: offset(token), message: message, limit: limit)
  }

  /// What a value is, in words for messages.
  func kind(_ token: Int) -> String {
    switch byte(token) {
    case .leftBrace: "an object"
    case .leftBracket: "an array"
    case .quote: "a string"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
    case UInt8(ascii: "n"): "null"
    default: "a number"
    }
  }

  func isNull(_ token: Int) -> Bool { byte(token) == UInt8(ascii: "n") }

  /// The string at a token, matched against words; escapes are understood.
  func word<Word>(_ token: Int, of table: WordTable<Word>) -> Word? {
    let start = offset(token) + 1
    var end = start
    while end < buffer.count, buffer[end] != .quote, buffer[end] != .backslash { end += 1 }
    guard end < buffer.count else { return nil }
    if buffer[end] == .quote { return table.word(UnsafeBufferPointer(rebasing: buffer[start..<end])) }
    var scanner = TextScanner(buffer, from: start - 1)
    return Array(scanner.value().string?.utf8 ?? "".utf8).withUnsafeBufferPointer { table.word($0) }
  }
}
