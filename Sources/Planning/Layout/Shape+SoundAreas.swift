import GEOS
import Geometry

extension Shape {
  /// Its areas, made valid: GEOS's offsets with mitred corners can leave an outline that crosses itself where one nearly
  /// undoes the other, and no overlay takes that.
  var soundAreas: Shape {
    get throws { Shape(try Shape(polygons).madeValid().polygons) }
  }
}
