internal import CGEOS

/// Each convention of the C interface is decoded here and nowhere else.
extension Context {
  /// Predicates: 0 is no, 1 is yes, anything else is a failure.
  func answer(_ code: CChar, _ function: String) throws(GEOSError) -> Bool {
    switch code {
    case 0: return false
    case 1: return true
    default: throw failure(function)
    }
  }

  /// Makers: NULL is a failure.
  func geometry(_ pointer: OpaquePointer?, _ function: String) throws(GEOSError) -> OwnedGeometry {
    OwnedGeometry(taking: try require(pointer, function), of: self)
  }

  /// Other pointers: NULL is a failure.
  func require(_ pointer: OpaquePointer?, _ function: String) throws(GEOSError) -> OpaquePointer {
    guard let pointer else { throw failure(function) }
    return pointer
  }

  /// Status codes: 0 is a failure.
  func check(_ status: CInt, _ function: String) throws(GEOSError) {
    if status == 0 { throw failure(function) }
  }

  /// Counts and kinds: -1 is a failure.
  func count(_ number: CInt, _ function: String) throws(GEOSError) -> Int {
    guard number >= 0 else { throw failure(function) }
    return Int(number)
  }

  /// A measure that comes back through a pointer beside a status code; not a number is no answer.
  func measure(
    _ function: String, _ call: (UnsafeMutablePointer<Double>) -> CInt
  ) throws(GEOSError) -> Double {
    var value = Double.nan
    try check(call(&value), function)
    guard value.isFinite else {
      throw .unusableAnswer(function: function, reason: "the measure is \(value)")
    }
    return value
  }

  /// A text that GEOS allocated: NULL is a failure; freed here.
  func text(_ pointer: UnsafeMutablePointer<CChar>?, _ function: String) throws(GEOSError) -> String {
    guard let pointer else { throw failure(function) }
    defer { GEOSFree_r(handle, pointer) }
    return String(cString: pointer)
  }
}
