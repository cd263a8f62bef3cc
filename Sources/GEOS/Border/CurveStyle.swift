internal import CGEOS

/// The checked parameters of a buffer or an offset, as C takes them.
struct CurveStyle: Sendable {
  let metres: Double
  let quadrantSegments: CInt
  let join: CInt
  let mitreLimit: Double

  /// - Throws: `refused` for a distance that is not a number (GEOS ends in a signal) or out of all proportion.
  init(
    metres: Double, quadrantSegments: Int, join: BufferJoin, mitreLimit: Double, _ function: String
  ) throws(GEOSError) {
    try metres.require(-GEOSLimit.distance...GEOSLimit.distance, "distance", for: function)
    try mitreLimit.require(1...1000, "mitre limit", for: function)
    guard GEOSLimit.quadrantSegments.contains(quadrantSegments) else {
      throw .refused(
        function: function,
        reason:
          "\(quadrantSegments) segments for a quarter circle are not within \(GEOSLimit.quadrantSegments)")
    }
    self.metres = metres
    self.quadrantSegments = CInt(quadrantSegments)
    self.join = join.code
    self.mitreLimit = mitreLimit
  }
}

/// GEOS's parameters for a buffer on one side, and the only place that destroys them.
struct BufferParameters: ~Copyable {
  let pointer: OpaquePointer
  private let handle: OpaquePointer

  init(in context: borrowing Context) throws(GEOSError) {
    handle = context.handle
    pointer = try context.require(GEOSBufferParams_create_r(context.handle), "GEOSBufferParams_create_r")
  }

  deinit { GEOSBufferParams_destroy_r(handle, pointer) }

  /// One side only, in the given style.
  func set(_ style: CurveStyle, in context: borrowing Context) throws(GEOSError) {
    try context.check(
      GEOSBufferParams_setQuadrantSegments_r(handle, pointer, style.quadrantSegments),
      "GEOSBufferParams_setQuadrantSegments_r")
    try context.check(
      GEOSBufferParams_setJoinStyle_r(handle, pointer, style.join), "GEOSBufferParams_setJoinStyle_r")
    try context.check(
      GEOSBufferParams_setMitreLimit_r(handle, pointer, style.mitreLimit), "GEOSBufferParams_setMitreLimit_r")
    try context.check(
      GEOSBufferParams_setSingleSided_r(handle, pointer, 1), "GEOSBufferParams_setSingleSided_r")
  }
}
