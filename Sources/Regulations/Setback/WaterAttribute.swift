/// What a setback rule may ask about a water, by the name that rule books and canal data use for it.
public enum WaterAttribute: String, CaseIterable, Hashable, Sendable {
  case width = "width_m"
  case depth = "depth_m"
  case area = "area_ha"
  case basin = "basin_km2"
  case landClass = "land"
  case channelClass = "class"
  case locality
  case lining = "lined"
  case dike = "diked"

  /// Its name in a sentence.
  public var name: String {
    switch self {
    case .width, .depth, .area, .basin: quantity?.name ?? rawValue
    case .landClass: "land class"
    case .channelClass: "channel class"
    case .locality: "locality"
    case .lining: "lining"
    case .dike: "dike"
    }
  }

  /// The same as a quantity; nil for a class or a yes or no.
  var quantity: WaterQuantity? { WaterQuantity(rawValue: rawValue) }

  /// The attribute that an answer of ``SetbackAnswer/unknown(missing:rule:)`` speaks of; nil when it speaks of
  /// something else, such as a rule that is not there.
  public init?(missing: String) {
    guard let attribute = Self.allCases.first(where: { missing.hasPrefix($0.name) }) else { return nil }
    self = attribute
  }
}
