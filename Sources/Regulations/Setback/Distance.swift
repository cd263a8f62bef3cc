/// How a law states a distance.
public indirect enum Distance: Hashable, Sendable {
  case fixed(metres: Double)
  /// Steps by a quantity, in rising order, without gap or overlap.
  case steps(by: WaterQuantity, [Step])
  /// As wide as the water itself, but not under or over a limit (Kenya, rule 116).
  case copied(WaterQuantity, atLeastMetres: Double?, atMostMetres: Double?)
  /// The first case that holds.
  case cases([Case], otherwise: Distance?)
  /// The law speaks but gives no number here, and why.
  case noNumber(reason: String)

  /// The distance for a range of the quantity.
  public struct Step: Hashable, Sendable {
    public let range: Interval
    public let distance: Distance
    /// What to say when the quantity stands exactly on the end that the range includes.
    public let tie: String?

    public init(range: Interval, distance: Distance, tie: String? = nil) {
      self.range = range
      self.distance = distance
      self.tie = tie
    }
  }

  /// The distance for waters of which a condition holds.
  public struct Case: Hashable, Sendable {
    public let condition: WaterCondition
    public let distance: Distance

    public init(condition: WaterCondition, distance: Distance) {
      self.condition = condition
      self.distance = distance
    }
  }
}
