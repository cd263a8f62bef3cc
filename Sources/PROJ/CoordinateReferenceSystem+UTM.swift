public import Geometry

extension CoordinateReferenceSystem {
  /// The UTM zone of WGS 84 in which a place lies (EPSG:326zz north of the equator, EPSG:327zz south of it).
  ///
  /// Zones are six degrees wide, counted from 180 W (EPSG Guidance Note 7-2, section 3.5.3.1). The wider zones of
  /// south-west Norway and Svalbard are not known here: a place there gets the plain zone, which is as accurate.
  /// - Throws: `PROJError` for a place outside 80 S to 84 N, which UTM does not cover.
  public static func utm(for place: GeographicPoint) throws(PROJError) -> CoordinateReferenceSystem {
    guard (-180...180).contains(place.longitude), (-90...90).contains(place.latitude) else {
      throw .notDegrees(index: 0)
    }
    guard (-80...84).contains(place.latitude) else {
      throw .outsideArea(index: 0, system: "UTM", area: "80 S to 84 N")
    }
    let zone = min(60, Int((place.longitude + 180) / 6) + 1)
    let code = (place.latitude >= 0 ? 32600 : 32700) + zone
    return try CoordinateReferenceSystem("EPSG:\(code)")
  }
}
