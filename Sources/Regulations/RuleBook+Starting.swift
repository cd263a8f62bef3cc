internal import JSON

extension RuleBook {
  /// How a text begins that the author of a new book has still to write.
  public static let placeholder = "FILL IN"

  /// A valid book without any number, with comments that say how to fill it in.
  ///
  /// - Throws: `RuleBookError` when the name is none of a book, or taken by a built-in one.
  public static func starterText(id: String) throws(RuleBookError) -> [UInt8] {
    if builtInIdentifiers.contains(id) {
      let problem = RuleBookError.Problem(
        member: "id", problem: "\"\(id)\" is the name of a built-in book", remedy: "choose another")
      throw RuleBookError(name: id, problems: [problem])
    }
    let quoted = String(decoding: JSONValue.string(id).serialized(), as: UTF8.self)
    let text = String(decoding: PackageResources.starter_json, as: UTF8.self)
      .replacing("\"new-book\"", with: quoted, maxReplacements: 1)
    let bytes = Array(text.utf8)
    _ = try RuleBook(parsing: bytes, name: id)
    return bytes
  }

  /// How many texts of a book are still to be written.
  public static func placeholders(in text: [UInt8]) -> Int {
    (try? JSONDocument(parsing: text)).map { $0.value.placeholders } ?? 0
  }
}

extension JSONValue {
  /// Goes no deeper than the parser does.
  fileprivate var placeholders: Int {
    switch self {
    case .string(let text): text.hasPrefix(RuleBook.placeholder) ? 1 : 0
    case .array(let values): values.reduce(0) { $0 + $1.placeholders }
    case .object(let object): object.reduce(0) { $0 + $1.value.placeholders }
    default: 0
    }
  }
}
