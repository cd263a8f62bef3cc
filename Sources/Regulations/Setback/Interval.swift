/// A range of a quantity from 0 up, each end inside it or not.
public struct Interval: Hashable, Sendable {
  public let lower: Double
  public let includesLower: Bool
  /// Infinite when the range is open above.
  public let upper: Double
  public let includesUpper: Bool

  public init(
    lower: Double = 0, includesLower: Bool = true, upper: Double = .infinity, includesUpper: Bool = false
  ) {
    self.lower = lower
    self.includesLower = includesLower
    self.upper = upper
    self.includesUpper = includesUpper
  }

  public func contains(_ value: Double) -> Bool {
    (value > lower || (includesLower && value == lower))
      && (value < upper || (includesUpper && value == upper))
  }

  /// True for a value on an end that belongs to the range.
  func hasEnd(at value: Double) -> Bool {
    (includesLower && value == lower && lower > 0) || (includesUpper && value == upper)
  }

  /// True when no value lies inside.
  var isEmpty: Bool {
    !(lower < upper || (lower == upper && includesLower && includesUpper))
  }
}
