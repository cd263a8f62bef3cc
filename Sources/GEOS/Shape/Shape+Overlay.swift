internal import CGEOS
public import Geometry

/// What shapes share and what they do not. Areas must be valid; the result is.
extension Shape {
  /// What both cover.
  public func intersection(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    try made(with: other, "GEOSIntersection_r", limit) { GEOSIntersection_r($0, $1, $2) }
  }

  /// What either covers.
  public func union(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    try made(with: other, "GEOSUnion_r", limit) { GEOSUnion_r($0, $1, $2) }
  }

  /// What this shape covers and the other does not.
  public func difference(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    try made(with: other, "GEOSDifference_r", limit) { GEOSDifference_r($0, $1, $2) }
  }

  /// What one of them covers and the other does not.
  public func symmetricDifference(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    try made(with: other, "GEOSSymDifference_r", limit) { GEOSSymDifference_r($0, $1, $2) }
  }

  /// The parts of this shape merged: areas dissolved, lines cut where they cross.
  public func unaryUnion(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    try made("GEOSUnaryUnion_r", limit) { GEOSUnaryUnion_r($0, $1) }
  }

  /// The parts merged with all points on a grid: what lies nearer than the grid's step becomes one.
  ///
  /// - Parameter metres: the step of the grid.
  public func unaryUnion(
    onGridOfMetres metres: Double, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Shape {
    let function = "GEOSUnaryUnionPrec_r"
    try metres.require(Double.leastNormalMagnitude...GEOSLimit.coordinate, "grid", for: function)
    return try made(function, limit) { GEOSUnaryUnionPrec_r($0, $1, metres) }
  }
}

extension [Shape] {
  /// All shapes merged into one.
  ///
  /// Very many are merged in parts on all cores first; the parts are the same on any number of cores.
  public func unaryUnion(limit: Duration = GEOSDeadline.standard) throws(GEOSError) -> Shape {
    guard count >= Self.manyShapes else { return try Shape.collection(self).unaryUnion(limit: limit) }
    let size = (count + Self.parts - 1) / Self.parts
    let parts = stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    let merged = Parallel.map(parts) { part in
      Result { () throws(GEOSError) in try Shape.collection(part).unaryUnion(limit: limit) }
    }
    var shapes: [Shape] = []
    for part in merged { shapes.append(try part.get()) }
    return try Shape.collection(shapes).unaryUnion(limit: limit)
  }

  private static var manyShapes: Int { 256 }
  private static var parts: Int { 4 }
}
