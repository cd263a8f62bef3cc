/// How plots may stand in a block between two cuts.
public enum LayoutPattern: CaseIterable, Sendable {
  /// Rows along the bank, with lanes between.
  case rows
  /// Rows square to it, on the lanes at both sides of the block.
  case columns
}
