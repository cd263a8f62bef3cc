internal import CSimdJSON

/// The border with the C++ check.
enum CheckedText {
  /// More than this is never nested, because values are read by recursion.
  static let deepest = 512

  /// - Throws: ``JSONError`` when the text is no JSON, or goes beyond a limit.
  static func check(_ bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
    guard bytes.count <= limits.bytes else {
      let message = "the text has \(bytes.count) bytes; the limit is \(limits.bytes)"
      throw JSONError(message: message, line: 1, column: 1, limit: .bytes)
    }
    let checkLimits = JSONCheckLimits(
      nesting: max(0, min(limits.nesting, deepest)), number_length: max(0, limits.numberLength),
      many_values: false)
    try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in
      var tokens = JSONTokens()
      var failure = JSONFailure()
      let passed = json_tokens_open(buffer.baseAddress, buffer.count, checkLimits, &tokens, &failure)
      json_tokens_close(&tokens)
      guard passed else { throw JSONError(failure, in: buffer, limits: limits) }
    }
  }
}

extension JSONError {
  init(_ failure: JSONFailure, in buffer: UnsafeBufferPointer<UInt8>, limits: JSONLimits) {
    let place = TextPlace(of: failure.offset, in: buffer)
    let message = ProblemText.message(
      failure.problem, nesting: limits.nesting, numberLength: limits.numberLength)
    self.init(
      message: message, line: place.line, column: place.column, member: place.path.text,
      limit: ProblemText.limit(failure.problem))
  }
}
