import Testing

/// The worked cases of one built-in book: on both sides of every break point and on it, in metres.
struct BookTable: Sendable, CustomTestStringConvertible {
  let book: String
  let rows: [WorkedCase]

  var testDescription: String { book }

  static let all = asia + thailand + africa + america
}
