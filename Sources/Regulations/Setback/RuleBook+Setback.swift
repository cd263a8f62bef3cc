extension RuleBook {
  /// The distance from the water that the book asks of a building, or of the named structure.
  ///
  /// Of several rules that apply the greatest distance counts, and the note names the others. A `norm` decides only
  /// where no `must` speaks. What is not known leads to `.unknown`, unless every possible answer is the same.
  public func setback(for water: WaterBody, structure: String? = nil) -> SetbackAnswer {
    let all = candidates(for: water, structure: structure)
    let musts = all.filter { $0.rule.level == .must }
    return Self.decide(musts.isEmpty ? all : musts, book: self, water: water)
  }

  /// Every rule that speaks, or may speak, of the water, with its own answer, in the order of the book.
  public func setbacks(for water: WaterBody, structure: String? = nil) -> [SetbackAnswer] {
    candidates(for: water, structure: structure).map(\.answer)
  }

  /// All setback rules, in the order of the book.
  public var setbackRules: [Rule] {
    rules.filter { if case .setback = $0.content { true } else { false } }
  }
}

/// A rule that applies to a water body, or may.
private struct Candidate {
  let rule: Rule
  let setback: SetbackRule
  /// What would have to be known to be certain that the rule applies; nil when it is.
  var doubt: String?
  let exemption: SetbackRule.Exemption?
  let outcome: DistanceOutcome

  var answer: SetbackAnswer {
    if let doubt { return .unknown(missing: doubt, rule: rule) }
    if let exemption { return .exempt(rule: rule, reason: exemption.text) }
    switch outcome {
    case .metres(let metres, let note): return .required(metres: metres, rule: rule, note: note)
    case .noNumber(let reason): return .noNumber(rule: rule, reason: reason)
    case .unknown(let missing): return .unknown(missing: missing, rule: rule)
    }
  }

  var metres: Double? {
    if case .metres(let metres, _) = outcome { metres } else { nil }
  }

  /// What would have to be known before this rule's part in the answer is certain.
  var missing: String? {
    if case .unknown(let missing) = outcome { return doubt ?? missing }
    return doubt
  }
}

extension RuleBook {
  private func candidates(for water: WaterBody, structure: String?) -> [Candidate] {
    let standing: [Candidate] = rules.compactMap { rule in
      guard case .setback(let setback) = rule.content else { return nil }
      let doubt: String?
      switch setback.truth(for: water) {
      case .no: return nil
      case .yes: doubt = nil
      case .unknown(let missing): doubt = missing
      }
      return Candidate(
        rule: rule, setback: setback, doubt: doubt, exemption: setback.exemption(of: structure),
        outcome: setback.distance.outcome(for: water))
    }
    return Self.withoutOverridden(standing)
  }

  /// A rule certain to apply removes those that it overrides; one that may apply puts them in doubt.
  private static func withoutOverridden(_ candidates: [Candidate]) -> [Candidate] {
    var removed: Set<String> = []
    var doubts: [String: String] = [:]
    for candidate in candidates {
      for name in candidate.setback.overrides {
        if let doubt = candidate.doubt { doubts[name] = doubts[name] ?? doubt } else { removed.insert(name) }
      }
    }
    return candidates.filter { !removed.contains($0.rule.id) }.map { candidate in
      var kept = candidate
      kept.doubt = candidate.doubt ?? doubts[candidate.rule.id]
      return kept
    }
  }

  private static func decide(_ all: [Candidate], book: RuleBook, water: WaterBody) -> SetbackAnswer {
    let bound = all.filter { $0.exemption == nil }
    if bound.isEmpty {
      return all.first { $0.doubt == nil }?.answer ?? all.first?.answer
        ?? .unknown(missing: "a rule of \(book.id) for this kind of water", rule: nil)
    }
    let certain = bound.filter { $0.doubt == nil && !$0.outcome.isUnknown }
    let greatest = certain.filter { $0.metres != nil }.max { ($0.metres ?? 0) < ($1.metres ?? 0) }
    // A rule in doubt may be ignored only when it cannot ask for more than the certain ones do.
    let open = bound.first { candidate in
      guard candidate.missing != nil else { return false }
      guard let most = greatest?.metres, let metres = candidate.metres else { return true }
      return metres > most
    }
    if let open, let missing = open.missing { return .unknown(missing: missing, rule: open.rule) }
    guard let greatest, case .metres(let metres, let note) = greatest.outcome else {
      return certain.first?.answer ?? .unknown(missing: "a rule of \(book.id) that gives a number", rule: nil)
    }
    let others = certain.filter { $0.rule.id != greatest.rule.id }.map(Self.mention)
    let readings =
      greatest.setback.conflicts(for: water, taken: metres).map { $0.words(taken: metres) }
      + greatest.setback.delegations(for: water).map(\.words)
    let notes =
      [note].compactMap { $0 } + readings + others + book.specialNotes(beside: greatest.rule, water: water)
    return .required(
      metres: metres, rule: greatest.rule, note: notes.isEmpty ? nil : notes.joined(separator: " "))
  }

  private static func mention(_ candidate: Candidate) -> String {
    switch candidate.outcome {
    case .metres(let metres, _):
      "Rule \(candidate.rule.id) (\(candidate.rule.clause)) also speaks here and asks \(metres.short) m."
    case .noNumber, .unknown:
      "Rule \(candidate.rule.id) (\(candidate.rule.clause)) also speaks here and gives no number."
    }
  }

  /// Says which local rules would replace the answer when nobody said in which locality the water lies, and which
  /// special cases would join it.
  private func specialNotes(beside rule: Rule, water: WaterBody) -> [String] {
    setbackRules.compactMap { special in
      guard case .setback(let setback) = special.content, setback.truth(for: water) == .no else { return nil }
      let isOverriding = setback.overrides.contains(rule.id)
      if water.locality == nil, isOverriding, let places = setback.condition.localities {
        return "In \(places.joined(separator: ", ")) rule \(special.id) stands instead."
      }
      guard setback.isOnlyWhereStated, setback.condition.truth(for: water) != .no else { return nil }
      let effect = isOverriding ? "stands instead" : "speaks too"
      return
        "Where it is stated (\(setback.condition.words)), rule \(special.id) \(effect): \(setback.distance.words)."
    }
  }
}

extension Double {
  /// Without `.0`, for a sentence.
  var short: String {
    Int(exactly: self).map(String.init) ?? "\(self)"
  }
}
