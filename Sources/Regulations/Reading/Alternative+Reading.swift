internal import JSON

extension SetbackRule.Alternative {
  static func read(_ member: ReadMember, sources known: [String: Source]) -> SetbackRule.Alternative? {
    guard let object = ReadObject(member, shape: .alternative) else { return nil }
    let says = object.text("says")
    let reason = object.text("because")
    let sources = object["sources"].flatMap { readGrounds($0, of: known) }
    let confidence = object["confidence"]?.word(Confidence.self)
    let condition = object["when"].map(WaterCondition.read) ?? WaterCondition()
    let start = object["measured_from"].flatMap(SetbackRule.Start.read)
    let distance = object["distance"].flatMap { ReadObject($0, shape: .distance) }
      .flatMap { Distance.read($0) }
    if object["measured_from"] == nil, object["distance"] == nil {
      object.report(
        "this alternative differs in nothing", remedy: "give it a \"distance\", \"measured_from\" or both")
    }
    if confidence == .unsourced {
      object["confidence"]?.report(
        "an alternative cannot rest on memory alone", remedy: "name the source, or take it out")
    }
    guard let says, let reason, let sources, let confidence, let condition else { return nil }
    return SetbackRule.Alternative(
      says: says, reason: reason, clause: object.text("clause"), sources: sources, confidence: confidence,
      condition: condition, distance: distance, start: start?.line, startText: start?.text)
  }
}

extension SetbackRule.Delegation {
  static func read(_ member: ReadMember, sources known: [String: Source]) -> SetbackRule.Delegation? {
    guard let object = ReadObject(member, shape: .delegation) else { return nil }
    let says = object.text("says")
    let clause = object.text("clause")
    let sources = object["sources"].flatMap { readGrounds($0, of: known) }
    let condition = object["when"].map(WaterCondition.read) ?? WaterCondition()
    guard let says, let clause, let sources, let condition else { return nil }
    return SetbackRule.Delegation(says: says, clause: clause, sources: sources, condition: condition)
  }
}

/// The named documents, at least one.
private func readGrounds(_ member: ReadMember, of known: [String: Source]) -> [Source]? {
  guard member.list() != nil else { return nil }
  return Rule.readSources(member, of: known)
}
