extension RuleBook {
  /// The books inside the program, in alphabetical order.
  public static let builtInIdentifiers = ["thailand-mr55"]

  /// A book inside the program.
  /// - Throws: `RuleBookError` when there is none of that name.
  public static func builtIn(_ id: String) throws(RuleBookError) -> RuleBook {
    guard let text = builtInText(id) else {
      let problem = RuleBookError.Problem(
        member: "", problem: "there is no built-in rule book of this name",
        remedy: NearName.advice(for: id, among: builtInIdentifiers))
      throw RuleBookError(name: id, problems: [problem])
    }
    return try RuleBook(parsing: text, name: id)
  }

  /// The text of a built-in book, for those who want to start their own from it; nil when there is none of that name.
  public static func builtInText(_ id: String) -> [UInt8]? {
    switch id {
    case "thailand-mr55": PackageResources.thailand_mr55_json
    default: nil
    }
  }

  /// The JSON Schema (draft 2020-12) of a rule book.
  public static var schemaText: [UInt8] { PackageResources.rule_book_schema_json }
}

extension RuleBook {
  /// What somebody may have meant by the name of a book that is not built in.
  public static func adviceOnName(_ name: String) -> String {
    NearName.advice(for: name, among: builtInIdentifiers)
  }
}
