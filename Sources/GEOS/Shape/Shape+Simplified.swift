internal import CGEOS
public import Geometry

/// Fewer points or more. Tolerances are metres.
extension Shape {
  /// Fewer points, none of the dropped ones further than the tolerance from the result (Douglas-Peucker).
  ///
  /// Areas may vanish or, in collections of lines, cross.
  public func simplified(
    toleranceMetres: Double, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSSimplify_r"
    try toleranceMetres.require(0...GEOSLimit.coordinate, "tolerance", for: function)
    return try made(function, limit) { GEOSSimplify_r($0, $1, toleranceMetres) }
  }

  /// Fewer points; every part and hole stays and none cross.
  public func simplifiedPreservingTopology(
    toleranceMetres: Double, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSTopologyPreserveSimplify_r"
    try toleranceMetres.require(0...GEOSLimit.coordinate, "tolerance", for: function)
    return try made(function, limit) { GEOSTopologyPreserveSimplify_r($0, $1, toleranceMetres) }
  }

  /// Every point on a grid, valid there: what is narrower than a cell is merged or left out.
  ///
  /// - Parameter metres: the side of a cell.
  public func onGrid(
    ofMetres metres: Double, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSGeom_setPrecision_r"
    try metres.require(0...GEOSLimit.coordinate, "cell", for: function)
    return try made(function, limit) { GEOSGeom_setPrecision_r($0, $1, metres, 0) }
  }

  /// Points added so that no segment is longer than `metres`.
  ///
  /// - Throws: `refused` when that would make more than `GEOSLimit/densifiedPoints` points.
  public func densified(
    toMetres metres: Double, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSDensify_r"
    try metres.require(Double.leastNormalMagnitude...GEOSLimit.coordinate, "segment length", for: function)
    let points = try lengthInMetres(limit: limit) / metres + Double(positionCount)
    guard points <= GEOSLimit.densifiedPoints else {
      throw .refused(
        function: function, reason: "it would make more than \(GEOSLimit.densifiedPoints) points")
    }
    return try made(function, limit) { GEOSDensify_r($0, $1, metres) }
  }

  /// The same places with parts, rings and points in GEOS's standard order, for comparing.
  public func normalized(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    try Operation(function: "GEOSNormalize_r", limit: limit).run { (context, function) throws(GEOSError) in
      let geometry = try context.make(self)
      // The one function that returns 0 for success and -1 for failure.
      _ = try context.count(GEOSNormalize_r(context.handle, geometry.pointer), function)
      return try context.shape(geometry, function)
    }
  }
}
