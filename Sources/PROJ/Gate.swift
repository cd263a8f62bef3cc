import Geometry

/// Keeps places out that PROJ would answer with finite nonsense and no error.
///
/// PROJ 9.1.1 puts a place half a world away on a UTM sheet, and the pole at a northing of 242,528,680.9 m in Web
/// Mercator. A place must lie in the system's area of use, or near it: a neighbouring UTM zone (six degrees) may be
/// used for a settlement at the border of two, and three degrees of latitude cover one on the equator. A system for the
/// whole world has no margin: its edges are where its formula ends.
struct Gate {
  let system: String
  let area: AreaOfUse
  /// Where a datum shift is meant to be used, if there is one.
  let operationArea: AreaOfUse?
  /// What still counts as the same coordinate, in the unit of the system.
  let returnTolerance: Double

  init(system: CoordinateReferenceSystem, operationArea: AreaOfUse?) {
    self.system = system.name
    area = system.area
    self.operationArea = operationArea
    returnTolerance = system.isGeographic ? 1e-7 : 0.01
  }

  static let longitudeMargin = 6.0
  static let latitudeMargin = 3.0

  /// - Throws: `PROJError` with the index of the first place that is refused.
  func admit(_ places: [GeographicPoint]) throws(PROJError) {
    for (index, place) in places.enumerated() {
      guard place.longitude.isFinite, place.latitude.isFinite else { throw .notFinite(index: index) }
      guard abs(place.longitude) <= 180, abs(place.latitude) <= 90 else { throw .notDegrees(index: index) }
      guard Self.isNear(place, area) else {
        throw .outsideArea(index: index, system: system, area: area.name)
      }
      guard let operationArea else { continue }
      guard Self.isNear(place, operationArea) else {
        throw .outsideArea(index: index, system: system, area: operationArea.name)
      }
    }
  }

  /// - Throws: `PROJError` for the first point that does not come back to itself.
  func requireReturn(of points: [Point], to returned: [Point]) throws(PROJError) {
    for (index, (start, end)) in zip(points, returned).enumerated()
    where abs(start.x - end.x) > returnTolerance || abs(start.y - end.y) > returnTolerance {
      throw .outsideArea(index: index, system: system, area: area.name)
    }
  }

  private static func isNear(_ place: GeographicPoint, _ area: AreaOfUse) -> Bool {
    let isWorldwide = area.widthInDegrees > 350
    return area.contains(
      place, longitudeMargin: isWorldwide ? 0 : longitudeMargin,
      latitudeMargin: isWorldwide ? 0 : latitudeMargin)
  }
}
