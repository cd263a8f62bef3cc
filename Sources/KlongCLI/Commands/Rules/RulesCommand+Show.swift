internal import CommandLineKit
internal import JSON
internal import Regulations

extension RulesCommand {
  /// A book, or the named rules of it: for people as text, for programs as it stands in its file.
  static func show(_ name: String, rules wanted: [String], _ format: Format, width: Int) throws -> String {
    let text = try RuleBook.text(of: name)
    let book = try RuleBook(parsing: text, name: name)
    let chosen = try wanted.map { try book.ruleOrRefusal($0) }
    switch format {
    case .text:
      var page = RulePage(width: width)
      if wanted.isEmpty { page.add(book) }
      for rule in wanted.isEmpty ? book.rules : chosen { page.add(rule) }
      return page.text
    case .json:
      guard !wanted.isEmpty else { return String(decoding: text, as: UTF8.self) }
      let all = try JSONDocument(parsing: text).value["rules"]?.array ?? []
      let rules = wanted.compactMap { id in all.first { $0["id"]?.string == id } }
      let document: JSONValue = ["book": .string(book.id), "rules": .array(rules)]
      return String(decoding: document.serialized(pretty: true), as: UTF8.self) + "\n"
    }
  }
}

extension RulePage {
  fileprivate mutating func add(_ book: RuleBook) {
    heading("\(book.id): \(book.title)")
    field("applies to", book.jurisdiction)
    field("edition", book.edition)
    field("rules", RulesCommand.counts(of: book))
    field("about", book.about)
    field("leaves out", book.omissions.joined(separator: "; "))
  }

  fileprivate mutating func add(_ rule: Rule) {
    heading("\(rule.id): \(rule.title)")
    field("level", rule.level == .must ? "must: a breach breaks a plan" : "norm: a breach is only reported")
    field("asks", rule.requirement)
    if case .setback(let setback) = rule.content { add(setback) }
    field("binds", rule.binds.rawValue)
    field("clause", rule.clause)
    field("confidence", rule.confidence.rawValue)
    field("verified", rule.isVerified ? "yes, compared with the primary text" : "NOT VERIFIED")
    for (index, source) in rule.sources.enumerated() {
      let address = source.address.map { " - \($0)" } ?? ""
      field(index == 0 ? "sources" : "", "\(source.code) \(source.title)\(address)")
    }
    field("note", rule.note)
  }

  private mutating func add(_ setback: SetbackRule) {
    let isSpecial = setback.isOnlyWhereStated
    field("where", setback.condition.words + (isSpecial ? " (only where all of it is stated)" : ""))
    field("measured", "from \(setback.startText)")
    for tie in setback.distance.ties { field("at the end", tie) }
    for alternative in setback.alternatives {
      let codes = alternative.sources.map(\.code).joined(separator: ", ")
      field(
        "conflict",
        "\(alternative.says) (\(codes), \(alternative.confidence.words)); the own reading of the rule is taken because \(alternative.reason)"
      )
    }
    for delegation in setback.delegations { field("leave", delegation.words) }
    field("instead of", setback.overrides.joined(separator: ", "))
    for exemption in setback.exemptions { field("exempt", exemption.text) }
  }
}

extension RuleBook {
  fileprivate func ruleOrRefusal(_ id: String) throws -> Rule {
    if let rule = rule(id) { return rule }
    let names = rules.map(\.id)
    let guess = nearest(to: id, among: names).map { "did you mean \(printable($0))? " } ?? ""
    throw Refusal(
      problem: "there is no rule \(quoted(id)) in \(quoted(self.id))",
      remedy: "\(guess)\"klong rules show \(printable(self.id))\" lists them", code: .usage)
  }
}
