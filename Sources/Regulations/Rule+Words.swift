extension Rule {
  /// What the rule asks, in one sentence for people.
  public var requirement: String {
    switch content {
    case .setback(let setback): setback.distance.words
    case .row(let row): row.words
    case .limit(let limit): limit.words
    case .noNumber(let reason): reason
    }
  }

  /// How far the rule may be trusted: `medium confidence, NOT VERIFIED`.
  public var standing: String {
    "\(confidence.words), \(isVerified ? "verified" : "NOT VERIFIED")"
  }
}

extension RowRule {
  var words: String {
    switch self {
    case .maximumUnits(let count): "at most \(count) units in a row"
    case .maximumLength(let metres): "at most \(metres.short) m of row"
    case .gapAfterFullRow(let metres): "\(metres.short) m clear after a full row"
    case .gapBesideShorterRow(let metres): "\(metres.short) m clear beside a shorter row"
    }
  }
}

extension Limit {
  var words: String {
    let unit = unit == .count ? "" : " \(unit.rawValue)"
    let least = minimum.map { "at least \($0.short)\(unit)" }
    let most = maximum.map { "at most \($0.short)\(unit)" }
    let name = String(quantity.rawValue.map { $0 == "_" ? " " : $0 })
    let types = houseTypes.map { " (\($0.map(\.rawValue).joined(separator: ", ")) houses)" } ?? ""
    return "\(name) \([least, most].compactMap { $0 }.joined(separator: ", "))\(types)"
  }
}
