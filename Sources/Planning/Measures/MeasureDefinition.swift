public import Regulations

/// What a measure of a layout is: formula, unit, and the norms that others have set for it.
public struct MeasureDefinition: Hashable, Sendable, Identifiable {
  public var id: MeasureID
  /// What it says, in a few plain words.
  public var name: String
  public var formula: String
  public var unit: MeasureUnit
  public var better: Direction
  /// The leading one first; empty where nobody is known to have set one.
  public var norms: [MeasureNorm]

  /// Which way is better for those who will live there.
  public enum Direction: String, Hashable, Sendable {
    case more, less
    /// A figure to know, neither good nor bad by itself.
    case neither
  }

  init(
    _ id: MeasureID, _ name: String, _ formula: String, _ unit: MeasureUnit, _ better: Direction = .neither,
    _ norms: [MeasureNorm] = []
  ) {
    self.id = id
    self.name = name
    self.formula = formula
    self.unit = unit
    self.better = better
    self.norms = norms
  }
}

public enum MeasureUnit: String, Hashable, Sendable {
  case count = ""
  case metres = "m"
  case squareMetres = "m2"
  case percent = "%"
  case perHectare = "per ha"
  case kilometresPerSquareKilometre = "km/km2"
  case squareMetresPerPerson = "m2 per person"
  case ratio = "ratio"

  /// As many as mean something.
  public var decimals: Int {
    switch self {
    case .count: 0
    case .ratio: 4
    case .percent, .perHectare, .metres: 1
    case .squareMetres, .kilometresPerSquareKilometre, .squareMetresPerPerson: 2
    }
  }
}

/// A figure that somebody has set for a measure, with its source.
///
/// A light, never a constraint: at the density of these settlements norms conflict (facts/layout.md §7).
public struct MeasureNorm: Hashable, Sendable {
  /// What is asked, in words.
  public var text: String
  public var limit: Limit
  public var source: String
  public var confidence: Confidence

  public enum Limit: Hashable, Sendable {
    case atLeast(Double)
    case atMost(Double)
    case between(Double, Double)
    /// Figures to compare with; they say nothing of good and bad.
    case reference
  }

  /// How far a value may miss a norm and still be amber: a fifth of the norm. A choice of ours.
  static let amber = 0.2

  /// Green where the norm is met, amber where it is missed by up to a fifth, red beyond.
  public func light(for value: Double) -> MeasureLight {
    let (low, high): (Double, Double)
    switch limit {
    case .atLeast(let least): (low, high) = (least, .infinity)
    case .atMost(let most): (low, high) = (-.infinity, most)
    case .between(let least, let most): (low, high) = (least, most)
    case .reference: return .none
    }
    let rounding = 1e-9
    if value >= low - rounding, value <= high + rounding { return .green }
    let isNear = value < low ? value >= low * (1 - Self.amber) : value <= high * (1 + Self.amber)
    return isNear ? .amber : .red
  }
}

public enum MeasureLight: String, Hashable, Sendable, CaseIterable {
  case green, amber, red
  /// There is no norm to hold it against.
  case none
}

/// A measure of one layout.
public struct MeasuredValue: Hashable, Sendable {
  public var definition: MeasureDefinition
  /// As it is shown, rounded to the decimals of its unit: what reads as the limit itself is not short of it.
  public var value: Double

  init(_ definition: MeasureDefinition, _ exact: Double) {
    self.definition = definition
    let scale = definition.unit.decimals == 0 ? 1.0 : definition.unit.decimals == 1 ? 10 : 10_000
    value = (exact * scale).rounded() / scale
  }

  /// The worst of the lights of its norms.
  public var light: MeasureLight {
    let lights = definition.norms.map { $0.light(for: value) }
    return [.red, .amber, .green].first(where: lights.contains) ?? .none
  }
}
