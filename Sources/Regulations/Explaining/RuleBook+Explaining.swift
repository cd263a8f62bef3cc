extension RuleBook {
  /// The answer of ``setback(for:structure:)`` with its grounds, what stands against it, and what would change it.
  public func explanation(for water: WaterBody, structure: String? = nil) -> SetbackExplanation {
    let answer = setback(for: water, structure: structure)
    var delegations: [SetbackRule.Delegation] = []
    if answer.metres != nil, case .setback(let setback)? = answer.rule?.content {
      delegations = setback.delegations(for: water)
    }
    let vocabulary = WaterVocabulary(self)
    let trials = Trials(book: self, vocabulary: vocabulary, structure: structure)
    return SetbackExplanation(
      answer: answer, speaking: setbacks(for: water, structure: structure),
      conflicts: answer.conflicts(for: water),
      delegations: delegations, needed: trials.needs(for: water, answer),
      changes: trials.changes(for: water, answer))
  }
}

extension SetbackAnswer {
  /// The other readings that give the water something else than this answer; none where there is no number.
  public func conflicts(for water: WaterBody) -> [SetbackRule.Conflict] {
    guard case .required(let metres, let rule, _) = self, case .setback(let setback) = rule.content else {
      return []
    }
    return setback.conflicts(for: water, taken: metres)
  }
}

/// Asks a book again with each value that something unknown might have.
private struct Trials {
  let book: RuleBook
  let vocabulary: WaterVocabulary
  let structure: String?

  /// An assumption: laws ask three things one after the other; a book that asks far more is told only in part.
  private static let mostQuestions = 2000

  /// What the answers ask for, one after the other, whatever is told.
  func needs(for water: WaterBody, _ answer: SetbackAnswer) -> [SetbackExplanation.Need] {
    var found: [WaterAttribute] = []
    var questions = 0
    var open = [(water, answer)]
    while let (water, answer) = open.popLast(), questions < Self.mostQuestions {
      guard case .unknown(let missing, _) = answer, let attribute = WaterAttribute(missing: missing) else {
        continue
      }
      if !found.contains(attribute) { found.append(attribute) }
      // A word that the book does not list was said: the book's own words are told, and nothing else is asked.
      guard !water.states(attribute) else { continue }
      for trial in WaterTrial.all(of: attribute, for: water, in: vocabulary).prefix(Self.mostQuestions)
        .reversed()
      {
        guard let next = trial.waters.first else { continue }
        questions += 1
        open.append((next, book.setback(for: next, structure: structure)))
      }
    }
    if case .unknown(_, nil) = answer, found.isEmpty { found = vocabulary.strangers(in: water) }
    return found.map { .init(attribute: $0, answers: vocabulary.answers(to: $0)) }
  }

  /// One thing told at a time, and then each special case told whole.
  func changes(for water: WaterBody, _ answer: SetbackAnswer) -> [SetbackExplanation.Change] {
    let base = SetbackExplanation.Outcome(answer)
    let single = WaterAttribute.allCases.flatMap { attribute -> [SetbackExplanation.Change] in
      guard !water.states(attribute), vocabulary.asks(attribute) else { return [] }
      let trials = WaterTrial.all(of: attribute, for: water, in: vocabulary)
      return trials.count > Self.mostQuestions ? [] : merged(trials, attribute)
    }
    return (single + specialCases(of: water)).filter { change in
      if case (.unknown, .unknown) = (base, change.outcome) { return false }
      return change.outcome != base
    }
  }

  private func specialCases(of water: WaterBody) -> [SetbackExplanation.Change] {
    book.setbackRules.prefix(Self.mostQuestions).compactMap { rule in
      guard case .setback(let setback) = rule.content, setback.isOnlyWhereStated,
        case .unknown(let missing) = setback.condition.truth(for: water),
        let attribute = WaterAttribute(missing: missing)
      else { return nil }
      let answer = book.setback(for: water.telling(setback.condition), structure: structure)
      return .init(
        attribute: attribute, value: setback.condition.words, outcome: .init(answer), rule: answer.rule)
    }
  }

  /// Neighbouring ranges with the same outcome are one.
  private func merged(
    _ trials: [WaterTrial], _ attribute: WaterAttribute
  ) -> [SetbackExplanation.Change] {
    var changes: [SetbackExplanation.Change] = []
    var range: Interval?
    for trial in trials {
      let answers = trial.waters.map { book.setback(for: $0, structure: structure) }
      guard let first = answers.first else { continue }
      let outcomes = Set(answers.map(SetbackExplanation.Outcome.init))
      let outcome = outcomes.count > 1 ? .varying : SetbackExplanation.Outcome(first)
      if let next = trial.range, let before = range, let last = changes.last, last.outcome == outcome,
        last.rule?.id == first.rule?.id
      {
        let whole = Interval(
          lower: before.lower, includesLower: before.includesLower, upper: next.upper,
          includesUpper: next.includesUpper)
        range = whole
        changes[changes.count - 1] = .init(
          attribute: attribute, value: text(whole, attribute), outcome: outcome, rule: first.rule)
        continue
      }
      range = trial.range
      let value = trial.range.map { text($0, attribute) } ?? trial.words
      changes.append(.init(attribute: attribute, value: value, outcome: outcome, rule: first.rule))
    }
    return changes
  }

  private func text(_ range: Interval, _ attribute: WaterAttribute) -> String {
    let unit = attribute.quantity?.unit ?? ""
    if range.lower == range.upper { return "\(attribute.name) exactly \(range.lower.short) \(unit)" }
    return "\(attribute.name) \(range.words(in: unit))"
  }
}

extension SetbackExplanation.Outcome {
  fileprivate init(_ answer: SetbackAnswer) {
    switch answer {
    case .required(let metres, _, _): self = .metres(metres)
    case .noNumber: self = .noNumber
    case .exempt: self = .exempt
    case .unknown(let missing, _): self = .unknown(missing: missing)
    }
  }
}
