/// What a stated distance comes to for one water body.
enum DistanceOutcome: Equatable {
  case metres(Double, note: String?)
  case noNumber(reason: String)
  case unknown(missing: String)

  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  /// One outcome for several of which any may be the right one: only what they all say.
  static func agreed(_ outcomes: [DistanceOutcome], orMissing missing: String) -> DistanceOutcome {
    guard let first = outcomes.first else { return .unknown(missing: missing) }
    switch first {
    case .metres(let value, _):
      return outcomes.allSatisfy { $0.isNumber(value) }
        ? .metres(value, note: nil) : .unknown(missing: missing)
    case .noNumber, .unknown:
      return outcomes.allSatisfy { $0 == first } ? first : .unknown(missing: missing)
    }
  }

  private func isNumber(_ wanted: Double) -> Bool {
    if case .metres(let value, _) = self { value == wanted } else { false }
  }
}

extension Distance {
  func outcome(for water: WaterBody) -> DistanceOutcome {
    switch self {
    case .fixed(let metres):
      return .metres(metres, note: nil)
    case .noNumber(let reason):
      return .noNumber(reason: reason)
    case .steps(let quantity, let steps):
      return Self.outcome(of: steps, by: quantity, for: water)
    case .copied(let quantity, let least, let most):
      return Self.copy(water[quantity], of: quantity, atLeast: least, atMost: most)
    case .cases(let cases, let otherwise):
      return Self.outcome(of: cases, otherwise: otherwise, for: water)
    }
  }

  private static func outcome(
    of steps: [Step], by quantity: WaterQuantity, for water: WaterBody
  ) -> DistanceOutcome {
    guard let value = water[quantity] else {
      return .agreed(steps.map { $0.distance.outcome(for: water) }, orMissing: quantity.name)
    }
    guard let step = steps.first(where: { $0.range.contains(value) }) else {
      return .unknown(missing: "a step of the rule for a \(quantity.name) of \(value) \(quantity.unit)")
    }
    let outcome = step.distance.outcome(for: water)
    guard let tie = step.tie, step.range.hasEnd(at: value), case .metres(let metres, let note) = outcome
    else { return outcome }
    return .metres(metres, note: [tie, note].compactMap { $0 }.joined(separator: " "))
  }

  private static func copy(
    _ value: Double?, of quantity: WaterQuantity, atLeast least: Double?, atMost most: Double?
  ) -> DistanceOutcome {
    guard let value else {
      guard let least, least == most else { return .unknown(missing: quantity.name) }
      return .metres(least, note: nil)
    }
    return .metres(min(max(value, least ?? 0), most ?? .infinity), note: nil)
  }

  /// The first case that holds; a case before it that may hold must say the same.
  private static func outcome(
    of cases: [Case], otherwise: Distance?, for water: WaterBody
  ) -> DistanceOutcome {
    var possible: [DistanceOutcome] = []
    var missing: String?
    for entry in cases {
      switch entry.condition.truth(for: water) {
      case .no: continue
      case .unknown(let name):
        possible.append(entry.distance.outcome(for: water))
        missing = missing ?? name
      case .yes:
        let outcome = entry.distance.outcome(for: water)
        return missing.map { .agreed(possible + [outcome], orMissing: $0) } ?? outcome
      }
    }
    let last = otherwise?.outcome(for: water) ?? .unknown(missing: missing ?? unlisted(cases))
    return missing.map { .agreed(possible + [last], orMissing: $0) } ?? last
  }

  private static func unlisted(_ cases: [Case]) -> String {
    var parts: [String] = []
    let land = cases.flatMap { $0.condition.landClasses ?? [] }
    let channel = cases.flatMap { $0.condition.channelClasses ?? [] }
    if !land.isEmpty { parts.append("land class (\(land.joined(separator: ", ")))") }
    if !channel.isEmpty { parts.append("channel class (\(channel.joined(separator: ", ")))") }
    return parts.isEmpty
      ? "a case of the rule for this water" : parts.joined(separator: ", ") + " as the rule lists it"
  }
}
