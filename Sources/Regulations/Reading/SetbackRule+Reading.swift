internal import JSON

extension SetbackRule {
  /// - Parameters:
  ///   - sources: the documents of the book by code.
  ///   - earlier: the rules that stand above this one in the book.
  static func read(_ member: ReadMember, sources: [String: Source], earlier: Set<String>) -> SetbackRule? {
    guard let object = ReadObject(member, shape: .setback) else { return nil }
    let condition = object["when"].map(WaterCondition.read) ?? WaterCondition()
    let start = object["measured_from"].flatMap(Start.read)
    let distance = object["distance"].flatMap { ReadObject($0, shape: .distance) }.flatMap {
      Distance.read($0)
    }
    let overrides = object["overrides"].map { readOverrides($0, earlier: earlier) } ?? []
    let exemptions = object["exempt"]?.list()?.compactMap(Exemption.read) ?? []
    let alternatives = object["alternatives"]?.list()?.compactMap { Alternative.read($0, sources: sources) }
    let delegations = object["delegated"]?.list()?.compactMap { Delegation.read($0, sources: sources) }
    let isOnlyWhereStated = readOnlyWhereStated(object)
    guard let condition, let start, let distance else { return nil }
    return SetbackRule(
      condition: condition, start: start.line, startText: start.text, distance: distance,
      overrides: overrides, exemptions: exemptions, alternatives: alternatives ?? [],
      delegations: delegations ?? [], isOnlyWhereStated: isOnlyWhereStated)
  }

  private static func readOnlyWhereStated(_ object: ReadObject) -> Bool {
    guard let member = object["only_where_stated"], let truth = member.truth() else { return false }
    if truth, object["when"] == nil {
      member.report("nothing has to be stated", remedy: "add \"when\", or take it out")
    }
    return truth
  }

  /// A start line with its words.
  struct Start {
    let line: StartLine
    let text: String

    static func read(_ member: ReadMember) -> Start? {
      guard let object = ReadObject(member, shape: .measuredFrom) else { return nil }
      let line = object["line"]?.word(StartLine.self)
      let text = object.text("text")
      guard let line, let text else { return nil }
      return Start(line: line, text: text)
    }
  }

  /// General rules first, local ones after them: so two rules can never override each other.
  private static func readOverrides(_ member: ReadMember, earlier: Set<String>) -> [String] {
    for entry in member.list() ?? [] {
      guard let name = entry.text(), !earlier.contains(name) else { continue }
      entry.report(
        "no rule above this one is called \"\(name)\"",
        remedy: earlier.isEmpty
          ? "put the general rule before the one that overrides it"
          : NearName.advice(for: name, among: earlier.sorted()))
    }
    return member.value.textEntries
  }
}

extension SetbackRule.Exemption {
  fileprivate static func read(_ member: ReadMember) -> SetbackRule.Exemption? {
    guard let object = ReadObject(member, shape: .exemption) else { return nil }
    let structures = object["structures"]?.texts()
    let text = object.text("text")
    guard let structures, let text else { return nil }
    return SetbackRule.Exemption(structures: structures, text: text)
  }
}

extension JSONValue {
  /// The texts of a list, without a word on what else stands in it.
  fileprivate var textEntries: [String] {
    guard case .array(let values) = self else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
