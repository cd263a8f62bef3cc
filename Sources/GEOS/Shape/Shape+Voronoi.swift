internal import CGEOS
public import Geometry

extension Shape {
  /// For each point of the shape the ground that is nearer to it than to any other, as far as the bounds of both shapes.
  ///
  /// The cells come in no order that means anything.
  public func nearestGround(
    within frame: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> [Polygon] {
    try made(with: frame, "GEOSVoronoiDiagram_r", limit) { handle, geometry, frame in
      GEOSVoronoiDiagram_r(handle, geometry, frame, 0, 0)
    }.polygons
  }
}
