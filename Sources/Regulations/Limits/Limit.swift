/// A smallest or largest value of something that can be measured on a plan.
public struct Limit: Hashable, Sendable {
  public let quantity: Quantity
  public let minimum: Double?
  public let maximum: Double?
  /// The house types of which it speaks (`row`, `twin`, `detached`); nil for all.
  public let houseTypes: [HouseType]?

  public init(
    quantity: Quantity, minimum: Double? = nil, maximum: Double? = nil, houseTypes: [HouseType]? = nil
  ) {
    self.quantity = quantity
    self.minimum = minimum
    self.maximum = maximum
    self.houseTypes = houseTypes
  }

  public var unit: Unit { quantity.unit }

  /// How houses are joined.
  public enum HouseType: String, CaseIterable, Hashable, Sendable {
    case row, twin, detached
  }

  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case metres = "m"
    case squareMetres = "m2"
    case percent = "%"
    case count
  }

  /// What is measured.
  public enum Quantity: String, CaseIterable, Hashable, Sendable {
    case plotArea = "plot_area"
    case plotWidth = "plot_width"
    case plotDepth = "plot_depth"
    case plotFrontage = "plot_frontage"
    /// Built part of the plot.
    case plotCoverage = "plot_coverage"
    case openSpaceInFront = "open_space_in_front"
    case openSpaceBehind = "open_space_behind"
    case storeys
    /// Units between two fire walls.
    case unitsPerFireWall = "units_per_fire_wall"
    case laneWidth = "lane_width"
    case carriagewayWidth = "carriageway_width"

    public var unit: Unit {
      switch self {
      case .plotArea: .squareMetres
      case .plotCoverage: .percent
      case .storeys, .unitsPerFireWall: .count
      default: .metres
      }
    }
  }
}
