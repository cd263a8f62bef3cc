public import Geometry

extension Shape {
  /// What is left of the areas when `metres` are taken off every edge.
  ///
  /// A negative buffer leaves out bends of up to a hundredth of the distance (GEOS, BufferInputLineSimplifier), which
  /// tears thin remains apart; here every edge is widened by itself and taken off, true to the distance.
  /// Inner corners are rounded with `quadrantSegments`.
  ///
  /// - Throws: `GEOSError` when a deadline passes or a coordinate cannot be worked with.
  public func eroded(byMetres metres: Double, quadrantSegments: Int = 8) throws(GEOSError) -> Shape {
    guard metres > 0, !polygons.isEmpty else { return self }
    var edges: [LineString] = []
    for segment in polygons.flatMap(\.rings).flatMap(\.segments) {
      if let edge = try? LineString([segment.start, segment.end]) { edges.append(edge) }
    }
    let pieces = stride(from: 0, to: edges.count, by: Self.edgesAtOnce).map {
      Shape(Array(edges[$0..<min($0 + Self.edgesAtOnce, edges.count)]))
    }
    let widened = Parallel.map(pieces) { piece in
      Result { () throws(GEOSError) in
        try piece.buffered(byMetres: metres, quadrantSegments: quadrantSegments)
      }
    }
    var strips: [Shape] = []
    for strip in widened { strips.append(try strip.get()) }
    return try difference(strips.count == 1 ? strips[0] : strips.unaryUnion())
  }

  /// Many edges widened in one go cross so often that GEOS falls back on rounding, ten times as slow.
  private static let edgesAtOnce = 6
}
