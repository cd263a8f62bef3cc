/// A JSON value that keeps what was written: numbers to the digit, members in their order.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// Whether it is `null`.
  public var isNull: Bool { self == .null }

  /// The text of a string, else nil.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The truth of `true` or `false`, else nil.
  public var bool: Bool? { if case .bool(let truth) = self { truth } else { nil } }

  /// A number as it was written, else nil.
  public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }

  /// A number as a double, else nil. A string that looks like a number is none.
  public var double: Double? { number?.double }

  /// A number as a whole number, else nil: `3.0` and `3e0` are whole, `3.5` and `1e40` are not.
  public var int: Int? { number?.int }

  /// The elements of an array, else nil.
  public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// The members of an object, else nil.
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// A member of an object; nil where there is none or this is no object.
  public subscript(name: String) -> JSONValue? { object?[name] }

  /// An element of an array; nil where there is none or this is no array.
  public subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// What it is, in words for messages: `a string`, `an array`.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(booleanLiteral truth: Bool) { self = .bool(truth) }
  public init(integerLiteral number: Int) { self = .number(JSONNumber(number)) }
  public init(floatLiteral number: Double) { self = .number(JSONNumber(number)) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(nilLiteral: ()) { self = .null }
  public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(JSONObject(members)) }
}
