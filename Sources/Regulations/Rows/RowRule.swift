/// One limit on a row of joined houses.
public enum RowRule: Hashable, Sendable {
  case maximumUnits(Int)
  case maximumLength(metres: Double)
  /// Clear space after a row that is as long as it may be.
  case gapAfterFullRow(metres: Double)
  /// Clear space beside a row that is shorter than it may be.
  case gapBesideShorterRow(metres: Double)
}
