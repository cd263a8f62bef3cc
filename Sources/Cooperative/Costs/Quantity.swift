/// What of a plan is paid for, as geometry tells it.
public enum Quantity: String, CaseIterable, Hashable, Sendable {
  case lane = "lane_m2"
  case walkway = "walkway_m2"
  case drain = "drain_m"
  case pipe = "pipe_m"
  case bankWall = "bank_wall_m"
  case fill = "fill_m3"
  case demolition = "demolition_m2"
  case partyWall = "party_wall_m"
  case endWall = "end_wall_m"
  case plot = "plot_m2"
  case site = "site_m2"
  case households

  public var unit: String {
    switch self {
    case .lane, .walkway, .demolition, .plot, .site: "m²"
    case .drain, .pipe, .bankWall, .partyWall, .endWall: "m"
    case .fill: "m³"
    case .households: "households"
    }
  }

  /// How it is measured.
  public var meaning: String {
    switch self {
    case .lane: "ground of lanes"
    case .walkway: "ground of walkways"
    case .drain: "a drain along the centre line of each lane"
    case .pipe: "a water pipe along the centre line of each lane"
    case .bankWall: "a retaining wall as long as the walkway"
    case .fill: "the site raised by --fill-depth"
    case .demolition: "footprints of houses that do not stay"
    case .partyWall: "walls between houses of a row, as long as the plots are deep"
    case .endWall: "two walls for each row, as long as its plots are deep"
    case .plot: "ground of the plots that are taken"
    case .site: "the whole site"
    case .households: "one for each household with a plot"
    }
  }
}

/// An amount of a quantity, to a hundredth of its unit: what is told is what is multiplied.
public struct QuantityAmount: Hashable, Sendable {
  public var hundredths: Int128

  public init(hundredths: Int128) { self.hundredths = hundredths }

  /// Rounded to a hundredth; nil for what is not finite or beyond 10^13.
  public init?(_ value: Double) {
    guard value.isFinite, abs(value) <= 1e13 else { return nil }
    hundredths = Int128((value * 100).rounded())
  }

  public var value: Double { Double(hundredths) / 100 }
}
