internal import JSON

extension Rule {
  /// - Parameters:
  ///   - sources: the documents of the book by code.
  ///   - earlier: the rules that stand above this one.
  static func read(_ member: ReadMember, sources: [String: Source], earlier: Set<String>) -> Rule? {
    guard let object = ReadObject(member, shape: .rule) else { return nil }
    let id = object["id"].flatMap { readIdentifier($0, taken: earlier) }
    let title = object.text("title")
    let clause = object.text("clause")
    let level = object["level"]?.word(Level.self)
    let binds = object["binds"]?.word(Subject.self)
    let confidence = object["confidence"]?.word(Confidence.self)
    let verified = object["verified"]?.truth()
    let note = object.text("note")
    let named = object["sources"].flatMap { readSources($0, of: sources) }
    _ = object["comments"]?.texts()
    let content = Content.read(object, sources: sources, earlier: earlier)
    if let level, let confidence, let named { demandGrounds(object, level, confidence, named) }
    if level == .must, object["no_number"] != nil {
      object["level"]?.report("a rule without a number cannot break a plan", remedy: "make it a \"norm\"")
    }
    guard let id, let title, let clause, let level, let binds, let confidence, let verified, let named,
      let content
    else { return nil }
    return Rule(
      id: id, title: title, clause: clause, sources: named, confidence: confidence, isVerified: verified,
      binds: binds, level: level, note: note, content: content)
  }

  static func readIdentifier(_ member: ReadMember, taken: Set<String> = []) -> String? {
    guard let text = member.text() else { return nil }
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    if !isPlain || text.utf8.count > 64 {
      member.report(
        "\"\(text)\" is no name for a rule or a book",
        remedy: "use at most 64 small letters, digits and single hyphens, such as \"canal-setback\"")
    }
    if taken.contains(text) {
      member.report("the name \"\(text)\" is already taken by a rule above", remedy: "choose another")
    }
    return text
  }

  /// The named documents; one that the book does not have is reported.
  static func readSources(_ member: ReadMember, of known: [String: Source]) -> [Source]? {
    guard let list = member.list(orEmpty: true) else { return nil }
    var named: [Source] = []
    var codes: Set<String> = []
    for entry in list {
      guard let code = entry.text() else { continue }
      if let source = known[code] {
        if !codes.insert(code).inserted { entry.report("\"\(code)\" is named twice", remedy: "take one out") }
        named.append(source)
      } else {
        entry.report(
          "the book's \"sources\" have no \"\(code)\"",
          remedy: known.isEmpty ? "add it there" : NearName.advice(for: code, among: known.keys.sorted()))
      }
    }
    return named
  }

  /// No number without a source: what rests on memory alone may be reported, but breaks nothing.
  private static func demandGrounds(
    _ object: ReadObject, _ level: Level, _ confidence: Confidence, _ sources: [Source]
  ) {
    if level == .must, confidence == .unsourced {
      object["confidence"]?.report(
        "a \"must\" cannot rest on memory alone", remedy: "find a source, or make it a \"norm\"")
    }
    if confidence != .unsourced, sources.isEmpty {
      object["sources"]?.report(
        "no source is named", remedy: "name one, or set \"confidence\" to \"unsourced\" (norms only)")
    }
    if confidence == .unsourced, !sources.isEmpty {
      object["confidence"]?.report(
        "the rule names sources and calls itself unsourced", remedy: "say \"low\", or take the sources out")
    }
  }
}

extension Rule.Content {
  fileprivate static func read(
    _ object: ReadObject, sources: [String: Source], earlier: Set<String>
  ) -> Rule.Content? {
    if let setback = object["setback"] {
      return SetbackRule.read(setback, sources: sources, earlier: earlier).map { .setback($0) }
    }
    if let row = object["row"] { return RowRule.read(row).map { .row($0) } }
    if let limit = object["limit"] { return Limit.read(limit).map { .limit($0) } }
    return object.text("no_number").map { .noNumber(reason: $0) }
  }
}
