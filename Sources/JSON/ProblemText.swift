internal import CSimdJSON

/// What each problem of the check is called, with what to do about it.
package enum ProblemText {
  /// - Parameter code: The number of the check's problem.
  package static func message(code: Int32, nesting: Int, numberLength: Int) -> String {
    message(JSONProblem(rawValue: code) ?? .none, nesting: nesting, numberLength: numberLength)
  }

  package static func limit(code: Int32) -> JSONLimit? { JSONProblem(rawValue: code).flatMap(limit) }

  static func message(_ problem: JSONProblem, nesting: Int, numberLength: Int) -> String {
    switch problem {
    case .nestingLimit: "arrays and objects are nested deeper than the limit of \(nesting)"
    case .numberLengthLimit: "a number is longer than the limit of \(numberLength) characters"
    case .outOfMemory: "there is not enough memory to read this text"
    case .tooLarge: "the text is larger than 4 GB, which cannot be read"
    default: sentences[problem] ?? "this is not JSON"
    }
  }

  static func limit(_ problem: JSONProblem) -> JSONLimit? {
    switch problem {
    case .nestingLimit: .nesting
    case .numberLengthLimit: .numberLength
    case .tooLarge: .bytes
    case .outOfMemory: .memory
    default: nil
    }
  }

  private static let sentences: [JSONProblem: String] = [
    .empty: "the text is empty; a JSON value is expected",
    .encoding: "the text is not UTF-8 (it looks like UTF-16 or UTF-32); save it as UTF-8",
    .notUTF8: "this byte is not UTF-8; save the text as UTF-8",
    .endsEarly: "the text ends too early; it was cut off, or a bracket is not closed",
    .valueExpected: "a value is expected here",
    .nameExpected: "a member name in double quotes is expected here",
    .colonExpected: "a colon is expected after the member name",
    .commaExpected: "a comma or a closing bracket is expected here",
    .trailingComma: "a comma stands before a closing bracket; remove it",
    .trailingContent: "something follows the end of the value; remove it",
    .duplicateName: "this object has two members of this name; remove one",
    .number: "this is not a JSON number (no leading zero or plus, digits on both sides of the point)",
    .numberRange: "this number is too large for a double",
    .notFinite: "NaN and Infinity are not JSON numbers; write null or leave the member out",
    .literal: "this is not a JSON value (a string needs double quotes)",
    .unclosedString: "this string is not closed",
    .controlCharacter: "a string holds a bare control character; write it as an escape such as \\n or \\t",
    .escape: "this escape is none of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX",
    .surrogate: "this \\u escape is half of a surrogate pair; both halves are needed",
    .singleQuote: "strings need double quotes",
    .comment: "JSON has no comments; remove it",
    .record: "each text of a sequence must be one value after a record separator",
  ]
}
