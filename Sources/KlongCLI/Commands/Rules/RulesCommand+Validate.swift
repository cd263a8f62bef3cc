internal import JSON
internal import Regulations

extension RulesCommand {
  /// Every file is looked at; the exit code is 0 only when all of them are valid.
  static func validate(_ names: [String], _ format: Format, _ console: Console) throws -> ExitCode {
    var code = ExitCode.done
    var entries: [JSONValue] = []
    for name in names {
      var refusals: [Refusal] = []
      do {
        let text = try RuleBook.text(of: name)
        let book = try RuleBook(parsing: text, name: name)
        let open = RuleBook.placeholders(in: text)
        if format == .text { try console.write(sentence(on: book, name, open: open)) }
      } catch {
        refusals = Refusal.all(for: error)
        if format == .text { refusals.forEach(console.report) }
      }
      if code == .done, let first = refusals.first { code = first.code }
      entries.append(entry(name, refusals))
    }
    if format == .json {
      let document: JSONValue = ["files": .array(entries)]
      try console.write(document.serialized(pretty: true) + Array("\n".utf8))
    }
    return code
  }

  private static func sentence(on book: RuleBook, _ name: String, open: Int) -> String {
    let rest = open == 0 ? "" : "; texts still to fill in: \(open)"
    var page = RulePage(width: 80)
    page.heading("\(name): valid; rules \(counts(of: book))\(rest)")
    return page.text
  }

  private static func entry(_ name: String, _ refusals: [Refusal]) -> JSONValue {
    let problems = refusals.map { refusal -> JSONValue in
      [
        "line": refusal.line.map { .number(JSONNumber($0)) } ?? .null,
        "column": refusal.column.map { .number(JSONNumber($0)) } ?? .null,
        "member": refusal.member.map(JSONValue.string) ?? .null, "problem": .string(refusal.problem),
        "remedy": .string(refusal.remedy),
      ]
    }
    return ["file": .string(name), "valid": .bool(refusals.isEmpty), "problems": .array(problems)]
  }
}
