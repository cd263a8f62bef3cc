public import Settlement

/// What is to be checked: the ground, the layout upon it, and what the layout says of itself.
///
/// Without plots it is buildings and canals alone, and only setbacks are judged.
public struct CheckedLayout: Hashable, Sendable {
  public var settlement: Settlement
  public var plan: Plan
  /// Nil for a plan drawn by hand, of which only the kinds of its features are known.
  public var statement: PlanStatement?

  public init(settlement: Settlement, plan: Plan = .init(), statement: PlanStatement? = nil) {
    self.settlement = settlement
    self.plan = plan
    self.statement = statement
  }
}
