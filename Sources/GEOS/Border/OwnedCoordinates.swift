internal import CGEOS
internal import Geometry

/// One GEOS coordinate sequence on its way into a geometry.
struct OwnedCoordinates: ~Copyable {
  private let pointer: OpaquePointer
  private let handle: OpaquePointer

  /// All points cross in one call: `[Point]` is already the buffer of doubles that GEOS copies from.
  init(_ points: [Point], in context: borrowing Context) throws(GEOSError) {
    let function = "GEOSCoordSeq_copyFromBuffer_r"
    guard let count = UInt32(exactly: points.count), count <= Int32.max else {
      throw .refused(function: function, reason: "it has more points than GEOS can count")
    }
    let handle = context.handle
    let made = points.withUnsafeBytes { bytes in
      GEOSCoordSeq_copyFromBuffer_r(
        handle, bytes.assumingMemoryBound(to: Double.self).baseAddress, count, 0, 0)
    }
    self.pointer = try context.require(made, function)
    self.handle = handle
  }

  deinit { GEOSCoordSeq_destroy_r(handle, pointer) }

  /// Hands the sequence to the maker of a geometry, which owns it from then on.
  consuming func relinquish() -> OpaquePointer {
    let pointer = self.pointer
    discard self
    return pointer
  }
}

extension Context {
  /// The points of a sequence that GEOS made for us: NULL is a failure; destroyed here.
  func points(taking sequence: OpaquePointer?, _ function: String) throws(GEOSError) -> [Point] {
    let sequence = try require(sequence, function)
    defer { GEOSCoordSeq_destroy_r(handle, sequence) }
    return try points(of: sequence)
  }

  /// Copies all points of a sequence out in one call. The sequence stays its geometry's.
  func points(of sequence: OpaquePointer) throws(GEOSError) -> [Point] {
    var size: UInt32 = 0
    try check(GEOSCoordSeq_getSize_r(handle, sequence, &size), "GEOSCoordSeq_getSize_r")
    guard size > 0 else { return [] }
    let handle = self.handle
    let count = Int(size)
    var status: CInt = 0
    let points = [Point](unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.withMemoryRebound(to: Double.self) { doubles in
        status = GEOSCoordSeq_copyToBuffer_r(handle, sequence, doubles.baseAddress, 0, 0)
      }
      initialized = status == 0 ? 0 : count
    }
    try check(status, "GEOSCoordSeq_copyToBuffer_r")
    return points
  }
}
