internal import JSON

extension SetbackRule {
  /// - Parameter earlier: the rules that stand above this one in the book.
  static func read(_ member: ReadMember, earlier: Set<String>) -> SetbackRule? {
    guard let object = ReadObject(member, shape: .setback) else { return nil }
    let condition = object["when"].map(WaterCondition.read) ?? WaterCondition()
    let start = object["measured_from"].flatMap { ReadObject($0, shape: .measuredFrom) }
    let line = start?["line"]?.word(StartLine.self)
    let text = start?.text("text")
    let distance = object["distance"].flatMap { ReadObject($0, shape: .distance) }.flatMap {
      Distance.read($0)
    }
    let overrides = object["overrides"].map { readOverrides($0, earlier: earlier) } ?? []
    let exemptions = object["exempt"]?.list()?.compactMap(Exemption.read) ?? []
    guard let condition, let line, let text, let distance else { return nil }
    return SetbackRule(
      condition: condition, start: line, startText: text, distance: distance, overrides: overrides,
      exemptions: exemptions)
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
