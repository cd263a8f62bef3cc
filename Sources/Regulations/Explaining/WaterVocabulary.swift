/// What the setback rules of a book ask of a water, and the answers that they tell apart.
struct WaterVocabulary {
  /// The words of a class, in the order of the book.
  private(set) var words: [WaterAttribute: [String]] = [:]
  private(set) var asksLining = false
  private(set) var asksDike = false
  /// Where a quantity passes from one step to the next.
  private(set) var ends: [WaterQuantity: Set<Double>] = [:]

  init(_ book: RuleBook) {
    for rule in book.rules {
      guard case .setback(let setback) = rule.content else { continue }
      add(setback.condition)
      add(setback.distance)
      for alternative in setback.alternatives { add(alternative.condition) }
      for delegation in setback.delegations { add(delegation.condition) }
    }
  }

  private mutating func add(_ condition: WaterCondition) {
    let classes: [(WaterAttribute, [String]?)] = [
      (.landClass, condition.landClasses), (.channelClass, condition.channelClasses),
      (.locality, condition.localities),
    ]
    for (attribute, values) in classes {
      for value in values ?? [] where !(words[attribute] ?? []).contains(where: value.means) {
        words[attribute, default: []].append(value)
      }
    }
    asksLining = asksLining || condition.isLined != nil
    asksDike = asksDike || condition.isDiked != nil
  }

  private mutating func add(_ distance: Distance) {
    switch distance {
    case .fixed, .noNumber: break
    case .copied(let quantity, let least, let most):
      ends[quantity, default: []].formUnion([least, most].compactMap { $0 })
    case .steps(let quantity, let steps):
      let inner = steps.flatMap { [$0.range.lower, $0.range.upper] }.filter { $0 > 0 && $0.isFinite }
      ends[quantity, default: []].formUnion(inner)
      for step in steps { add(step.distance) }
    case .cases(let cases, let otherwise):
      for entry in cases {
        add(entry.condition)
        add(entry.distance)
      }
      if let otherwise { add(otherwise) }
    }
  }

  /// The classes for which a word was said that no rule knows, such as a misspelt one.
  func strangers(in water: WaterBody) -> [WaterAttribute] {
    let said: [(WaterAttribute, String?)] = [
      (.landClass, water.landClass), (.channelClass, water.channelClass), (.locality, water.locality),
    ]
    return said.compactMap { attribute, word in
      guard let word, let known = words[attribute], !known.contains(where: word.means) else { return nil }
      return attribute
    }
  }

  /// Whether any rule asks for it.
  func asks(_ attribute: WaterAttribute) -> Bool {
    switch attribute {
    case .lining: asksLining
    case .dike: asksDike
    default: words[attribute] != nil || attribute.quantity.map { ends[$0] != nil } ?? false
    }
  }

  /// `urban, rural`, `yes or no`, `metres`: what may be said of it.
  func answers(to attribute: WaterAttribute) -> String {
    if let unit = attribute.quantity?.unit { return "in \(unit)" }
    return words[attribute].map { NearName.list($0, quoted: false, last: " or ") } ?? "yes or no"
  }
}
