internal import CGEOS
internal import Geometry

/// Values out of GEOS.
extension Context {
  /// The shape of a geometry that GEOS made. Heights are left behind, empty parts of multi-shapes dropped.
  ///
  /// - Throws: `unusableAnswer` when a coordinate is not a number.
  func shape(_ geometry: borrowing OwnedGeometry, _ function: String) throws(GEOSError) -> Shape {
    try shape(at: geometry.pointer, function)
  }

  private func shape(at pointer: OpaquePointer, _ function: String) throws(GEOSError) -> Shape {
    let kind = try kind(of: pointer)
    guard try !answer(GEOSisEmpty_r(handle, pointer), "GEOSisEmpty_r") || kind == .collection else {
      return .empty(kind)
    }
    switch kind {
    case .point: return .point(try points(at: pointer, function).first ?? Point(x: 0, y: 0))
    case .lineString: return .lineString(LineString(trusted: try points(at: pointer, function)))
    case .polygon: return .polygon(try polygon(at: pointer, function))
    case .multiPoint: return .multiPoint(try parts(of: pointer, function).flatMap(\.points))
    case .multiLineString: return .multiLineString(try parts(of: pointer, function).flatMap(\.lineStrings))
    case .multiPolygon: return .multiPolygon(try parts(of: pointer, function).flatMap(\.polygons))
    case .collection:
      let parts = try parts(of: pointer, function)
      return parts.isEmpty ? .empty(.collection) : .collection(parts)
    }
  }

  private func kind(of pointer: OpaquePointer) throws(GEOSError) -> Shape.Kind {
    let number = try count(GEOSGeomTypeId_r(handle, pointer), "GEOSGeomTypeId_r")
    switch UInt32(truncatingIfNeeded: number) {
    case GEOS_POINT.rawValue: return .point
    case GEOS_LINESTRING.rawValue, GEOS_LINEARRING.rawValue: return .lineString
    case GEOS_POLYGON.rawValue: return .polygon
    case GEOS_MULTIPOINT.rawValue: return .multiPoint
    case GEOS_MULTILINESTRING.rawValue: return .multiLineString
    case GEOS_MULTIPOLYGON.rawValue: return .multiPolygon
    case GEOS_GEOMETRYCOLLECTION.rawValue: return .collection
    default: throw .unusableAnswer(function: "GEOSGeomTypeId_r", reason: "\(number) is no kind of shape")
    }
  }

  private func parts(of pointer: OpaquePointer, _ function: String) throws(GEOSError) -> [Shape] {
    let number = try count(GEOSGetNumGeometries_r(handle, pointer), "GEOSGetNumGeometries_r")
    var parts: [Shape] = []
    parts.reserveCapacity(number)
    for index in 0..<number {
      let part = try require(GEOSGetGeometryN_r(handle, pointer, CInt(index)), "GEOSGetGeometryN_r")
      parts.append(try shape(at: part, function))
    }
    return parts
  }

  private func polygon(at pointer: OpaquePointer, _ function: String) throws(GEOSError) -> Polygon {
    let shell = try require(GEOSGetExteriorRing_r(handle, pointer), "GEOSGetExteriorRing_r")
    let number = try count(GEOSGetNumInteriorRings_r(handle, pointer), "GEOSGetNumInteriorRings_r")
    var holes: [Ring] = []
    for index in 0..<number {
      let hole = try require(GEOSGetInteriorRingN_r(handle, pointer, CInt(index)), "GEOSGetInteriorRingN_r")
      let points = try points(at: hole, function)
      if !points.isEmpty { holes.append(Ring(trusted: points)) }
    }
    return Polygon(Ring(trusted: try points(at: shell, function)), holes: holes)
  }

  /// The points of a point, line or ring.
  private func points(at pointer: OpaquePointer, _ function: String) throws(GEOSError) -> [Point] {
    let sequence = try require(GEOSGeom_getCoordSeq_r(handle, pointer), "GEOSGeom_getCoordSeq_r")
    let points = try points(of: sequence)
    for point in points {
      guard point.isUsable else {
        throw .unusableAnswer(function: function, reason: "it holds the coordinates (\(point.x), \(point.y))")
      }
    }
    return points
  }
}
