internal import CSimdJSON

/// A number as it was written.
///
/// Two numbers are equal when their texts are: `1.0` is not `1`.
public struct JSONNumber: Sendable, Hashable {
  /// The digits, to the last one.
  public let text: String

  /// The text of a number in checked JSON.
  package init(checked text: String) { self.text = text }

  /// A text that is a JSON number that a double can hold; else nil.
  public init?(_ text: String) {
    let parsed = try? JSONDocument(parsing: Array(text.utf8))
    guard case .number(let number) = parsed?.value, number.text == text else { return nil }
    self = number
  }

  public init(_ number: Int) { text = String(number) }

  /// The shortest text that reads back as the same double: `3`, `0.1`, `1e-07`.
  ///
  /// JSON has no spelling for what is not finite: it becomes `null` and reads back as not a number.
  public init(_ number: Double) {
    var bytes: [UInt8] = []
    bytes.append(shortest: number)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A fixed number of decimals, rounded to nearest from the exact value of the double; never `-0.000`.
  ///
  /// - Parameter decimals: 0 to 15; beyond that range the nearer end of it is taken.
  public init(_ number: Double, decimals: Int) {
    var bytes: [UInt8] = []
    bytes.append(number, decimals: decimals)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The nearest double.
  public var double: Double {
    var text = text
    return text.withUTF8 { json_number($0.baseAddress, $0.count) }
  }

  /// The whole number that it is, written in whatever way; nil when it is none or beyond an `Int`.
  public var int: Int? { Int(text) ?? Int(exactly: double) }
}
