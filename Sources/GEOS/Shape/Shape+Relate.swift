internal import CGEOS
public import Geometry

extension Shape {
  /// Whether the relation of the two shapes fits a DE-9IM pattern such as `T*F**FFF*`.
  ///
  /// - Throws: `refused` for a pattern that is not nine of `0 1 2 T F *`.
  public func relate(
    _ other: Shape, pattern: String, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    let function = "GEOSRelatePattern_r"
    guard pattern.utf8.count == 9, pattern.allSatisfy({ "012TFtf*".contains($0) }) else {
      throw .refused(function: function, reason: "the pattern is not nine of 0, 1, 2, T, F and *")
    }
    return try answered(with: other, function, limit) { handle, first, second in
      pattern.withCString { GEOSRelatePattern_r(handle, first, second, $0) }
    }
  }

  /// The DE-9IM matrix of the two shapes, nine of `0 1 2 F`.
  public func relation(
    to other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> String {
    let isHeavy = positionCount + other.positionCount > Self.lightPositions
    return try Operation(function: "GEOSRelate_r", limit: limit, isHeavy: isHeavy).run {
      (context, function) throws(GEOSError) in
      let first = try context.make(self)
      let second = try context.make(other)
      return try context.text(GEOSRelate_r(context.handle, first.pointer, second.pointer), function)
    }
  }

  /// Whether the shapes have the same parts and points in the same order, each within `toleranceMetres`.
  public func equalsExactly(
    _ other: Shape, toleranceMetres: Double = 0, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    let function = "GEOSEqualsExact_r"
    try toleranceMetres.require(0...GEOSLimit.coordinate, "tolerance", for: function)
    return try answered(with: other, function, limit) { GEOSEqualsExact_r($0, $1, $2, toleranceMetres) }
  }
}
