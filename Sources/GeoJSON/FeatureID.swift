public import JSON

/// A feature's id, as it was written: `1` and `"1"` are two ids, and so are `1` and `1.0`.
public enum FeatureID: Sendable, Hashable {
  case string(String)
  case number(JSONNumber)
}

extension FeatureID {
  /// The id without its quotes, for people and for comparing with a column of text.
  public var text: String {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    }
  }

  /// The id as a JSON value.
  public var value: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .number(let number): .number(number)
    }
  }
}

extension FeatureID: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int) { self = .number(JSONNumber(number)) }
}
