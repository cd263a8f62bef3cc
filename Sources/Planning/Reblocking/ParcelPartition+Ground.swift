internal import GEOS
public import Geometry

extension ParcelPartition {
  /// The ground of a parcel as areas, holes left out; none where nothing of it is left.
  ///
  /// - Throws: `GEOSError`.
  public func ground(ofParcel parcel: Int) throws -> [Polygon] {
    let rings = rings(ofParcel: parcel)
    if rings.count == 1, rings[0].signedAreaInSquareMetres > 0 {
      let polygon = Polygon(rings[0])
      if try Shape.polygon(polygon).isValid() { return [polygon] }
    }
    guard !rings.isEmpty else { return [] }
    let lines = rings.compactMap { try? LineString($0.points) }
    return try Shape(lines).unaryUnion().builtArea().polygons
  }
}
