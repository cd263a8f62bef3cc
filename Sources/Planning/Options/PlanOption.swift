import GEOS
import Geometry
public import Settlement

/// One of several plans to choose from.
public struct PlanOption: Sendable {
  public var purpose: OptionPurpose
  /// What it is best at besides.
  public var alsoBest: [OptionPurpose] = []
  public var outcome: PlanOutcome
  public var measures: LayoutMeasures
  /// Houses that the plan was laid out around; the settlement does not say of itself that they stay.
  public var keptHouses: Set<FeatureReference> = []

  /// How different two plans are: of all ground that is a plot in one of them, the share that is not one in both.
  ///
  /// 0 for the same plots, 1 where no plot of one touches a plot of the other.
  public func distance(to other: PlanOption) throws -> Double {
    let (own, others) = (try plotGround(), try other.plotGround())
    let both = try own.intersection(others).areaInSquareMetres
    let either = own.areaInSquareMetres + others.areaInSquareMetres - both
    return either > 0 ? 1 - both / either : 0
  }

  private func plotGround() throws -> Shape {
    try outcome.plan.plots.map { Shape($0.area) }.united()
  }

  /// Whether no measure of this plan is worse, and one is better.
  func dominates(_ other: PlanOption) -> Bool {
    var isBetter = false
    for purpose in OptionPurpose.allCases {
      guard let (own, others) = values(purpose, beside: other) else { continue }
      if own < others { return false }
      if own > others { isBetter = true }
    }
    return isBetter
  }

  /// The measures of two plans for one purpose, more being better; nil where one has none.
  private func values(_ purpose: OptionPurpose, beside other: PlanOption) -> (Double, Double)? {
    guard let own = value(purpose), let others = other.value(purpose) else { return nil }
    return (own, others)
  }

  /// More is better.
  func value(_ purpose: OptionPurpose) -> Double? {
    guard let (id, isMore) = purpose.measure, let value = measures[id] else { return nil }
    return isMore ? value : -value
  }
}
