internal import CGEOS
public import Geometry

/// How two shapes lie to each other, after the simple-features standard.
///
/// Each computes with exact signs on the doubles as given: there is no tolerance.
/// - Throws: `GEOSError` when a shape is one that GEOS cannot judge, or past the limit.
extension Shape {
  /// Whether the shapes share at least a point.
  public func intersects(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSIntersects_r", limit) { GEOSIntersects_r($0, $1, $2) }
  }

  /// Whether the shapes share no point.
  public func disjoint(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSDisjoint_r", limit) { GEOSDisjoint_r($0, $1, $2) }
  }

  /// Whether the shapes meet at their edges only.
  public func touches(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSTouches_r", limit) { GEOSTouches_r($0, $1, $2) }
  }

  /// Whether the insides meet and leave each other, as a road crosses a plot.
  public func crosses(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSCrosses_r", limit) { GEOSCrosses_r($0, $1, $2) }
  }

  /// Whether this shape lies inside the other; their edges may meet.
  public func within(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSWithin_r", limit) { GEOSWithin_r($0, $1, $2) }
  }

  /// Whether the other shape lies inside this one; a line along the edge alone does not.
  public func contains(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSContains_r", limit) { GEOSContains_r($0, $1, $2) }
  }

  /// Whether no point of the other shape is outside this one; the edge counts as inside.
  public func covers(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSCovers_r", limit) { GEOSCovers_r($0, $1, $2) }
  }

  /// Whether no point of this shape is outside the other; the edge counts as inside.
  public func coveredBy(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSCoveredBy_r", limit) { GEOSCoveredBy_r($0, $1, $2) }
  }

  /// Whether shapes of one dimension share inside and each has some of its own.
  public func overlaps(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSOverlaps_r", limit) { GEOSOverlaps_r($0, $1, $2) }
  }

  /// Whether the shapes cover the same places, however their points are ordered.
  public func equals(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered(with: other, "GEOSEquals_r", limit) { GEOSEquals_r($0, $1, $2) }
  }
}
