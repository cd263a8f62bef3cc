extension RuleBook {
  /// The books inside the program, in alphabetical order.
  public static let builtInIdentifiers = builtInBooks.map(\.key)

  /// Read only when asked for: each is a list of bytes that is made at its first use.
  private static let builtInBooks: KeyValuePairs<String, @Sendable () -> [UInt8]> = [
    "bangladesh-dhaka-2016": { PackageResources.bangladesh_dhaka_2016_json },
    "brazil-law-12651": { PackageResources.brazil_law_12651_json },
    "brazil-reurb": { PackageResources.brazil_reurb_json },
    "cambodia-prek-tnaot": { PackageResources.cambodia_prek_tnaot_json },
    "india-bengaluru": { PackageResources.india_bengaluru_json },
    "india-telangana": { PackageResources.india_telangana_json },
    "indonesia-pp38": { PackageResources.indonesia_pp38_json },
    "kenya-rule-116": { PackageResources.kenya_rule_116_json },
    "nigeria-lagos-2017": { PackageResources.nigeria_lagos_2017_json },
    "nigeria-lagos-2023": { PackageResources.nigeria_lagos_2023_json },
    "philippines-water-code": { PackageResources.philippines_water_code_json },
    "south-africa-trigger": { PackageResources.south_africa_trigger_json },
    "thailand-bangkok": { PackageResources.thailand_bangkok_json },
    "thailand-mr55": { PackageResources.thailand_mr55_json },
    "vietnam-decree-43": { PackageResources.vietnam_decree_43_json },
  ]

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
    builtInBooks.first { $0.key == id }?.value()
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
