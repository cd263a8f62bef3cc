internal import CGEOS
public import Geometry

/// Shapes around, inside and in the middle of a shape.
extension Shape {
  /// The smallest shape without dents that holds this one; a point or a line when it has no width.
  public func convexHull(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    try made("GEOSConvexHull_r", limit) { GEOSConvexHull_r($0, $1) }
  }

  /// The rectangle of least area, in any direction, that holds this shape.
  public func minimumRotatedRectangle(
    limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    try made("GEOSMinimumRotatedRectangle_r", limit) { GEOSMinimumRotatedRectangle_r($0, $1) }
  }

  /// The radius of the largest circle inside an area, as the line from its centre to the edge.
  ///
  /// - Parameter toleranceMetres: how far the centre may be from the best; held to a millionth of the extent.
  /// - Throws: `refused` when this is no area.
  public func maximumInscribedCircle(
    toleranceMetres: Double, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> (centre: Point, radiusMetres: Double) {
    let function = "GEOSMaximumInscribedCircle_r"
    try toleranceMetres.require(
      Double.leastNormalMagnitude...GEOSLimit.coordinate, "tolerance", for: function)
    guard !polygons.isEmpty, lineStrings.isEmpty, points.isEmpty else {
      throw .refused(function: function, reason: "the shape is not an area")
    }
    // GEOS halves cells until they are smaller than the tolerance; an absurdly small one never ends.
    let tolerance = max(toleranceMetres, max(bounds.width, bounds.height) * 1e-6)
    let radius = try Shape(polygons).made(function, limit, isHeavy: true) {
      GEOSMaximumInscribedCircle_r($0, $1, tolerance)
    }
    guard let line = radius.lineStrings.first, let centre = line.points.first else {
      throw .unusableAnswer(function: function, reason: "the area has no inside")
    }
    return (centre, line.lengthInMetres)
  }

  /// The middle by area, else by length, else by count; nil when empty.
  public func centroid(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Point? {
    try made("GEOSGetCentroid_r", limit) { GEOSGetCentroid_r($0, $1) }.points.first
  }

  /// A place that is surely on the shape, in the inside of an area; nil when empty.
  public func pointOnSurface(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Point? {
    let kept = withoutEmptyParts
    guard !kept.isEmpty else { return nil }
    return try kept.made("GEOSPointOnSurface_r", limit) { GEOSPointOnSurface_r($0, $1) }.points.first
  }

  /// The edge of an area, the ends of a line, nothing for points.
  ///
  /// - Throws: `failed` for a mixed collection.
  public func boundary(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    try made("GEOSBoundary_r", limit) { GEOSBoundary_r($0, $1) }
  }
}
