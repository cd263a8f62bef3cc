/// What a file of lanes between today's parcels says of itself.
public struct ReblockingStatement: Hashable, Sendable {
  /// How far the corners of parcels as surveyed may lie off the lanes beside them, in metres; zero where they were
  /// made to fit.
  public var looseMetres = 0.0
  /// Metres of one edge that access takes; zero where a corner is enough.
  public var frontageMetres = 0.0
  /// The outline of a block counts as road; false where roads are given.
  public var outlineIsRoad = true
  /// A way along the bank gives access from the water's side.
  public var hasWalkway = false
  /// No lane may cut a house.
  public var keepsHouses = false
  /// The ground of all parcels before lanes took theirs, in square metres; nil where lanes are lines.
  public var landBefore: Double?

  public init() {}
}
