/// Why a shape could not be made.
public enum InvalidShape: Error, Hashable, Sendable {
  /// A coordinate is NaN or infinite, or lies beyond ``Bounds/limit``.
  case coordinateOutOfRange(position: Int)
  /// A line needs two positions, a ring four.
  case tooFewPositions(found: Int, needed: Int)
  /// The last position of a ring is not its first.
  case ringNotClosed
}

extension InvalidShape: CustomStringConvertible {
  public var description: String {
    switch self {
    case .coordinateOutOfRange(let position):
      "position \(position) has a coordinate that is not a number within ±1e8 m"
    case .tooFewPositions(let found, let needed):
      "has \(found) positions, needs \(needed)"
    case .ringNotClosed:
      "the ring is not closed: its last position differs from its first"
    }
  }
}
