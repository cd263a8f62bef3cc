internal import CGEOS
internal import Geometry

/// Values into GEOS.
extension Context {
  /// The GEOS geometry of a shape.
  ///
  /// - Throws: `refused` for a lone point that is not a number or far beyond the plane, and for deep nesting.
  ///   Lines and rings were checked when they were made.
  func make(_ shape: Shape, depth: Int = 0) throws(GEOSError) -> OwnedGeometry {
    switch shape {
    case .point(let point): return try make(point)
    case .lineString(let line): return try make(line)
    case .polygon(let polygon): return try make(polygon)
    case .multiPoint(let parts):
      return try collect(parts, as: .multiPoint) { (part) throws(GEOSError) in try make(part) }
    case .multiLineString(let parts):
      return try collect(parts, as: .multiLineString) { (part) throws(GEOSError) in try make(part) }
    case .multiPolygon(let parts):
      return try collect(parts, as: .multiPolygon) { (part) throws(GEOSError) in try make(part) }
    case .collection(let parts):
      guard depth < GEOSLimit.nesting else {
        throw .refused(
          function: "GEOSGeom_createCollection_r",
          reason: "collections are nested more than \(GEOSLimit.nesting) deep")
      }
      return try collect(parts, as: .collection) { (part) throws(GEOSError) in
        try make(part, depth: depth + 1)
      }
    case .empty(let kind): return try makeEmpty(kind)
    }
  }

  private func make(_ point: Point) throws(GEOSError) -> OwnedGeometry {
    let function = "GEOSGeom_createPointFromXY_r"
    try point.requireUsable(for: function)
    return try geometry(GEOSGeom_createPointFromXY_r(handle, point.x, point.y), function)
  }

  private func make(_ line: LineString) throws(GEOSError) -> OwnedGeometry {
    let sequence = try OwnedCoordinates(line.points, in: self)
    return try geometry(
      GEOSGeom_createLineString_r(handle, sequence.relinquish()), "GEOSGeom_createLineString_r")
  }

  private func make(_ ring: Ring) throws(GEOSError) -> OwnedGeometry {
    let sequence = try OwnedCoordinates(ring.points, in: self)
    return try geometry(
      GEOSGeom_createLinearRing_r(handle, sequence.relinquish()), "GEOSGeom_createLinearRing_r")
  }

  private func make(_ polygon: Polygon) throws(GEOSError) -> OwnedGeometry {
    let shell = try make(polygon.shell)
    var holes = OwnedGeometries(of: self)
    for hole in polygon.holes { holes.append(try make(hole)) }
    var given = holes.relinquish()
    let count = try GEOSLimit.count(given.count, "GEOSGeom_createPolygon_r")
    return try geometry(
      GEOSGeom_createPolygon_r(handle, shell.relinquish(), &given, count), "GEOSGeom_createPolygon_r")
  }

  private func makeEmpty(_ kind: Shape.Kind) throws(GEOSError) -> OwnedGeometry {
    switch kind {
    case .point: try geometry(GEOSGeom_createEmptyPoint_r(handle), "GEOSGeom_createEmptyPoint_r")
    case .lineString:
      try geometry(GEOSGeom_createEmptyLineString_r(handle), "GEOSGeom_createEmptyLineString_r")
    case .polygon: try geometry(GEOSGeom_createEmptyPolygon_r(handle), "GEOSGeom_createEmptyPolygon_r")
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      try geometry(
        GEOSGeom_createEmptyCollection_r(handle, kind.collectionType), "GEOSGeom_createEmptyCollection_r")
    }
  }

  private func collect<Part>(
    _ parts: [Part], as kind: Shape.Kind, _ make: (Part) throws(GEOSError) -> OwnedGeometry
  ) throws(GEOSError) -> OwnedGeometry {
    guard !parts.isEmpty else { return try makeEmpty(kind) }
    var geometries = OwnedGeometries(of: self)
    for part in parts { geometries.append(try make(part)) }
    return try collection(of: &geometries, as: kind)
  }

  /// The collection that owns the geometries from then on.
  func collection(
    of geometries: inout OwnedGeometries, as kind: Shape.Kind = .collection
  ) throws(GEOSError) -> OwnedGeometry {
    let function = "GEOSGeom_createCollection_r"
    let count = try GEOSLimit.count(geometries.pointers.count, function)
    var given = geometries.relinquish()
    return try geometry(GEOSGeom_createCollection_r(handle, kind.collectionType, &given, count), function)
  }
}

extension GEOSLimit {
  /// A number of parts as C counts it.
  static func count(_ number: Int, _ function: String) throws(GEOSError) -> UInt32 {
    guard let count = UInt32(exactly: number) else {
      throw .refused(function: function, reason: "it has more parts than GEOS can count")
    }
    return count
  }
}

extension Point {
  /// Whether GEOS can take the point: two numbers within `GEOSLimit/coordinate`.
  var isUsable: Bool { abs(x) <= GEOSLimit.coordinate && abs(y) <= GEOSLimit.coordinate }

  /// Lone points come unchecked, unlike lines and rings.
  func requireUsable(for function: String) throws(GEOSError) {
    guard isUsable else {
      throw .refused(function: function, reason: "the point (\(x), \(y)) is not a place on the plane")
    }
  }
}

extension Shape.Kind {
  /// GEOS's number for a kind of collection.
  var collectionType: CInt {
    switch self {
    case .point, .multiPoint: CInt(GEOS_MULTIPOINT.rawValue)
    case .lineString, .multiLineString: CInt(GEOS_MULTILINESTRING.rawValue)
    case .polygon, .multiPolygon: CInt(GEOS_MULTIPOLYGON.rawValue)
    case .collection: CInt(GEOS_GEOMETRYCOLLECTION.rawValue)
    }
  }
}
