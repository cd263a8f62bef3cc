internal import CommandLineKit
internal import JSON
internal import Regulations

extension RulesCommand {
  /// One question, one answer: exit 0 with metres or an exemption, 1 where there is no number.
  static func explain(
    _ name: String, _ question: WaterQuestion, _ format: Format, _ console: Console
  ) throws -> ExitCode {
    let book = try RuleBook.chosen(name)
    let explanation = book.explanation(for: question.water, structure: question.structure)
    switch format {
    case .text:
      var page = RulePage(width: console.width)
      page.add(explanation, to: question, by: book)
      try console.write(page.text)
    case .json:
      let document = JSONValue.object(explanation.json(to: question, by: book))
      try console.write(document.serialized(pretty: true) + Array("\n".utf8))
    }
    switch explanation.answer {
    case .required, .exempt: return .done
    case .noNumber, .unknown: return .findings
    }
  }
}

extension RulePage {
  fileprivate mutating func add(
    _ explanation: SetbackExplanation, to question: WaterQuestion, by book: RuleBook
  ) {
    heading("\(book.id): \(explanation.answer.headline)")
    field("question", question.words)
    add(explanation.answer)
    if explanation.needed.isEmpty == false {
      for need in explanation.needed { field("tell first", "\(need.attribute.name): \(need.answers)") }
    }
    for (index, change) in explanation.changes.enumerated() {
      let rule = change.rule.map { ", rule \($0.id)" } ?? ""
      field(index == 0 ? "would be" : "", "\(change.outcome) if \(change.value)\(rule)")
    }
    if book.isUnverified {
      field("book", "no rule of this book was compared with the gazette: NOT VERIFIED")
    }
  }

  private mutating func add(_ answer: SetbackAnswer) {
    switch answer {
    case .required(let metres, let rule, let note):
      if case .setback(let setback) = rule.content {
        field("asks", "\(plain(metres)) m from \(setback.startText)")
        field("because", setback.distance.words)
      }
      field("note", note)
    case .exempt(_, let reason): field("because", reason)
    case .noNumber(_, let reason): field("because", reason)
    case .unknown(let missing, _): field("missing", missing)
    }
    guard let rule = answer.rule else { return }
    field("rule", "\(rule.id): \(rule.title)")
    field("level", rule.level == .must ? "must: a breach breaks a plan" : "norm: a breach is only reported")
    field("clause", rule.clause)
    field("confidence", rule.standing)
    for (index, source) in rule.sources.enumerated() {
      let address = source.address.map { " - \($0)" } ?? ""
      field(index == 0 ? "sources" : "", "\(source.code) \(source.title)\(address)")
    }
    field("about it", rule.note)
    if case .required = answer, case .setback(let setback) = rule.content {
      for exemption in setback.exemptions { field("exempt", exemption.text) }
    }
  }
}

extension SetbackAnswer {
  fileprivate var headline: String {
    switch self {
    case .required(let metres, let rule, _):
      "\(plain(metres)) m\(rule.level == .must ? "" : " (a norm: a breach is only reported)")"
    case .exempt: "exempt"
    case .noNumber: "the law gives no number"
    case .unknown: "cannot be told yet"
    }
  }
}
