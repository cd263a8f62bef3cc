internal import CGEOS
public import Geometry

/// Areas from lines, longer lines from short ones.
extension Shape {
  /// Every area that the lines enclose. Lines must meet only at their ends: call ``unaryUnion(limit:)`` first.
  public func polygonized(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> [Polygon] {
    try made("GEOSPolygonize_r", limit) { handle, geometry in
      var geometries: [OpaquePointer?] = [geometry]
      return GEOSPolygonize_r(handle, &geometries, 1)
    }.polygons
  }

  /// The area that the edges enclose, an inner ring being a hole (even and odd).
  public func builtArea(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    try made("GEOSBuildArea_r", limit) { GEOSBuildArea_r($0, $1) }
  }

  /// Lines joined where exactly two of them end.
  public func lineMerged(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    try made("GEOSLineMerge_r", limit) { GEOSLineMerge_r($0, $1) }
  }
}
