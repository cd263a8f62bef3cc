/// The limits of a book on rows of joined houses, each with the rule that sets it.
public struct RowLimits: Hashable, Sendable {
  public internal(set) var units: Limited<Int>?
  public internal(set) var length: Limited<Double>?
  public internal(set) var gap: Limited<Double>?
  public internal(set) var gapBesideShorterRow: Limited<Double>?

  /// A number and the rule that sets it.
  public struct Limited<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let rule: Rule
  }

  public var maximumUnits: Int? { units?.value }
  public var maximumLengthMetres: Double? { length?.value }
  /// Clear space after a full row, in metres.
  public var gapMetres: Double? { gap?.value }
  public var gapBesideShorterRowMetres: Double? { gapBesideShorterRow?.value }

  /// The rule to name for the row as a whole.
  public var rule: Rule? { units?.rule ?? length?.rule ?? gap?.rule ?? gapBesideShorterRow?.rule }
}

extension RuleBook {
  /// The row limits of the book; nil when it has none. The stricter counts where two rules limit the same thing.
  public var rowLimits: RowLimits? {
    var limits = RowLimits()
    for rule in rules {
      guard case .row(let row) = rule.content else { continue }
      limits.add(row, of: rule)
    }
    return limits.rule == nil ? nil : limits
  }
}

extension RowLimits {
  fileprivate mutating func add(_ row: RowRule, of rule: Rule) {
    switch row {
    case .maximumUnits(let count):
      units = Self.choose(units, Limited(value: count, rule: rule), by: <)
    case .maximumLength(let metres):
      length = Self.choose(length, Limited(value: metres, rule: rule), by: <)
    case .gapAfterFullRow(let metres):
      gap = Self.choose(gap, Limited(value: metres, rule: rule), by: >)
    case .gapBesideShorterRow(let metres):
      gapBesideShorterRow = Self.choose(gapBesideShorterRow, Limited(value: metres, rule: rule), by: >)
    }
  }

  /// A `must` before a `norm`; among equals the stricter.
  private static func choose<Value>(
    _ old: Limited<Value>?, _ new: Limited<Value>, by isStricter: (Value, Value) -> Bool
  ) -> Limited<Value> {
    guard let old else { return new }
    if old.rule.level != new.rule.level { return new.rule.level == .must ? new : old }
    return isStricter(new.value, old.value) ? new : old
  }
}
