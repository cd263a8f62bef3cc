/// How exactly a drawing is held to a rule.
public struct Tolerances: Hashable, Sendable {
  /// A shortfall up to this many metres is drawing, not breach.
  ///
  /// Coordinates of nine decimals carry 0.06 mm of rounding; one millimetre less is a fault that must be found.
  public var shortfallMetres = 0.0009
  /// Two plots that share more than this, in square metres, overlap: half a square centimetre.
  public var overlapSquareMetres = 0.000_05
  /// Strips of overlap thinner than this come from rounding a corner that lies on a neighbour's long side.
  ///
  /// Twice the diagonal of 0.06 mm, for both are rounded, and a little.
  public var roundingMetres = 0.000_18
  /// Lanes, and plots and lanes, that are this near to each other touch.
  public var touchMetres = 0.05
  /// A lane that ends this near to a public road or access point reaches it.
  public var roadContactMetres = 1.0
  /// A plot may front on the lane by this much less than it claims.
  public var frontageMetres = 0.1
  /// A plot may be this much smaller than it claims (facts/layout.md §1: at least 98 %).
  public var smallestAreaRatio = 0.98
  /// Area over the smallest turned rectangle (facts/layout.md §1).
  public var smallestRectangularity = 0.95

  public init() {}
}
