internal import CGEOS
public import Geometry

/// A shape that many others are compared with, indexed once.
///
/// Has a context of its own and stays on the thread that made it; tasks exchange the `Shape` instead.
public final class PreparedShape {
  /// What was prepared.
  public let shape: Shape
  private var prepared: PreparedGeometry?
  private let pointer: OpaquePointer
  private let context: Context

  /// - Throws: `GEOSError` for a shape that GEOS cannot take.
  public init(_ shape: Shape) throws(GEOSError) {
    let context = try Context()
    self.shape = shape
    let prepared = try PreparedGeometry(context.make(shape.withoutEmptyParts), in: context)
    self.pointer = prepared.pointer
    self.prepared = consume prepared
    self.context = context
  }

  deinit {
    // Before the context, through which it is destroyed.
    prepared = nil
  }

  /// Whether the shapes share at least a point.
  public func intersects(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered("GEOSPreparedIntersects_r", other, limit) { GEOSPreparedIntersects_r($0, $1, $2) }
  }

  /// Whether the other shape lies inside; its edge may meet this one's.
  public func contains(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered("GEOSPreparedContains_r", other, limit) { GEOSPreparedContains_r($0, $1, $2) }
  }

  /// Whether the other shape lies inside without meeting the edge.
  public func containsProperly(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered("GEOSPreparedContainsProperly_r", other, limit) {
      GEOSPreparedContainsProperly_r($0, $1, $2)
    }
  }

  /// Whether no point of the other shape is outside; the edge counts as inside.
  public func covers(
    _ other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    try answered("GEOSPreparedCovers_r", other, limit) { GEOSPreparedCovers_r($0, $1, $2) }
  }

  /// The shortest distance in metres; infinity when one is empty.
  public func distance(
    to other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Double {
    let function = "GEOSPreparedDistance_r"
    let other = other.withoutEmptyParts
    if shape.isEmpty || other.isEmpty { return .infinity }
    return try asked(function, other, limit) { (context, prepared, geometry) throws(GEOSError) in
      try context.measure(function) { GEOSPreparedDistance_r(context.handle, prepared, geometry, $0) }
    }
  }

  /// Whether some place is at most `metres` from the other shape; never when one is empty.
  public func isWithin(
    metres: Double, of other: Shape, limit: Duration = GEOSDeadline.standard
  ) throws(GEOSError) -> Bool {
    let function = "GEOSPreparedDistanceWithin_r"
    try metres.require(0...GEOSLimit.coordinate, "distance", for: function)
    let other = other.withoutEmptyParts
    if shape.isEmpty || other.isEmpty { return false }
    return try answered(function, other, limit) { GEOSPreparedDistanceWithin_r($0, $1, $2, metres) }
  }

  private func answered(
    _ function: String, _ other: Shape, _ limit: Duration, _ call: Shape.PairPredicate
  ) throws(GEOSError) -> Bool {
    try asked(function, other, limit) { (context, prepared, geometry) throws(GEOSError) in
      try context.answer(call(context.handle, prepared, geometry), function)
    }
  }

  private func asked<Answer>(
    _ function: String, _ other: Shape, _ limit: Duration,
    _ body: (borrowing Context, OpaquePointer, OpaquePointer) throws(GEOSError) -> Answer
  ) throws(GEOSError) -> Answer {
    try Interrupt.retrying(function, until: Deadline(in: limit)) { () throws(GEOSError) in
      let geometry = try context.make(other)
      return try body(context, pointer, geometry.pointer)
    }
  }
}
