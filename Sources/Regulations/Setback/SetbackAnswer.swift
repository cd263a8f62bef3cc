/// What a book says about the distance from one water body.
public enum SetbackAnswer: Hashable, Sendable {
  case required(metres: Double, rule: Rule, note: String?)
  /// The law speaks of this water, but gives no number.
  case noNumber(rule: Rule, reason: String)
  /// Something must be known first. Never to be counted as kept.
  case unknown(missing: String, rule: Rule?)
  case exempt(rule: Rule, reason: String)

  public var rule: Rule? {
    switch self {
    case .required(_, let rule, _), .noNumber(let rule, _), .exempt(let rule, _): rule
    case .unknown(_, let rule): rule
    }
  }

  /// The distance in metres, where the book gives one.
  public var metres: Double? {
    guard case .required(let metres, _, _) = self else { return nil }
    return metres
  }
}
