public import Geometry

/// How a plot or a house stands to the water, as a check found it.
public struct MapJudgement: Sendable {
  public enum Verdict: Sendable {
    case ok, breach, unsure, unknown
  }

  /// A plot's number or a house's number; empty where it has none or must not be told.
  public let name: String
  public let isHouse: Bool
  public let area: [Polygon]
  public let verdict: Verdict
  /// From the legal line, in metres; nil where no water is in reach.
  public let measuredMetres: Double?
  public let requiredMetres: Double?
  public let isOverWater: Bool

  public init(
    name: String, isHouse: Bool, area: [Polygon], verdict: Verdict, measuredMetres: Double?,
    requiredMetres: Double?, isOverWater: Bool
  ) {
    (self.name, self.isHouse, self.area, self.verdict) = (name, isHouse, area, verdict)
    (self.measuredMetres, self.requiredMetres, self.isOverWater) = (
      measuredMetres, requiredMetres, isOverWater
    )
  }
}

/// What became of a plot between two plans.
public struct MapChange: Sendable {
  /// Its numbers; nil where it is new, or gone.
  public let before: String?
  public let after: String?
  public let movedMetres: Double?
  public let squareMetresBefore: Double?
  public let squareMetresAfter: Double?
  public let isMoved: Bool
  public let isResized: Bool

  public init(
    before: String?, after: String?, movedMetres: Double?, squareMetresBefore: Double?,
    squareMetresAfter: Double?, isMoved: Bool, isResized: Bool
  ) {
    (self.before, self.after, self.movedMetres) = (before, after, movedMetres)
    (self.squareMetresBefore, self.squareMetresAfter) = (squareMetresBefore, squareMetresAfter)
    (self.isMoved, self.isResized) = (isMoved, isResized)
  }
}
