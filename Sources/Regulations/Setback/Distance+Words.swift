extension Distance {
  /// The distance in words, for people: `by width: 3 m below 10 m; 6 m from 10 m`.
  public var words: String {
    switch self {
    case .fixed(let metres):
      return "\(metres.short) m"
    case .noNumber(let reason):
      return "no number (\(reason))"
    case .steps(let quantity, let steps):
      let parts = steps.map { "\($0.distance.words) \($0.range.words(in: quantity.unit))" }
      return "by \(quantity.name): \(parts.joined(separator: "; "))"
    case .copied(let quantity, let least, let most):
      let least = least.map { ", at least \($0.short) m" } ?? ""
      let most = most.map { ", at most \($0.short) m" } ?? ""
      return "as much as the \(quantity.name)\(least)\(most)"
    case .cases(let cases, let otherwise):
      let parts = cases.map { "\($0.distance.words) where \($0.condition.words)" }
      return (parts + (otherwise.map { ["otherwise \($0.words)"] } ?? [])).joined(separator: "; ")
    }
  }
}

extension Interval {
  /// `below 10 m`, `from 10 m to 50 m`, `above 50 m`.
  func words(in unit: String) -> String {
    let start =
      lower == 0 && includesLower ? nil : "\(includesLower ? "from" : "above") \(lower.short) \(unit)"
    let end = upper.isFinite ? "\(includesUpper ? "to" : "below") \(upper.short) \(unit)" : nil
    switch (start, end) {
    case (nil, nil): return "always"
    case (nil, let end?): return includesUpper ? "up \(end)" : end
    case (let start?, nil): return start
    case (let start?, let end?): return includesUpper ? "\(start) \(end)" : "\(start) and \(end)"
    }
  }
}

extension WaterCondition {
  /// `channel, land urban, not diked`; empty when nothing is asked.
  public var words: String {
    let parts: [String?] = [
      form.map { $0 == .channel ? "channel" : "large water body" },
      Self.words("land", landClasses), Self.words("class", channelClasses), Self.words("in", localities),
      isLined.map { $0 ? "lined" : "not lined" }, isDiked.map { $0 ? "diked" : "not diked" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  private static func words(_ name: String, _ values: [String]?) -> String? {
    values.map { "\(name) \(NearName.list($0, quoted: false, last: " or "))" }
  }
}

extension Distance {
  /// What is said at the ends of its steps.
  public var ties: [String] {
    switch self {
    case .steps(_, let steps): steps.flatMap { [$0.tie].compactMap { $0 } + $0.distance.ties }
    case .cases(let cases, let otherwise): cases.flatMap(\.distance.ties) + (otherwise?.ties ?? [])
    case .fixed, .copied, .noNumber: []
    }
  }
}
