/// A quantity of a water body by which a law sets its distances.
public enum WaterQuantity: String, CaseIterable, Hashable, Sendable {
  case width = "width_m"
  case depth = "depth_m"
  case area = "area_ha"
  case basin = "basin_km2"

  /// Its name in a sentence.
  public var name: String {
    switch self {
    case .width: "width"
    case .depth: "depth"
    case .area: "area"
    case .basin: "basin area"
    }
  }

  public var unit: String {
    switch self {
    case .width, .depth: "m"
    case .area: "ha"
    case .basin: "km2"
    }
  }
}

/// A width, depth or area that cannot be one: negative, infinite or not a number.
public struct InvalidWaterBody: Error, Hashable, Sendable, CustomStringConvertible {
  public let quantity: WaterQuantity
  public let value: Double

  public var description: String {
    "a \(quantity.name) of \(value) \(quantity.unit) cannot be; give a number from 0 up, or leave it out"
  }
}
