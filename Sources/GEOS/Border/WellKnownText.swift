internal import CGEOS

/// Guards in front of GEOS's reader of well-known text.
enum WellKnownText {
  static let readFunction = "GEOSWKTReader_read_r"

  /// Looks at the brackets before GEOS does.
  ///
  /// GEOS reads nested collections by recursion and overruns the stack: 100,000 ended in a signal (PR 1437).
  /// It stops at a zero byte and after the first shape, and says nothing of the rest.
  static func requireReadable(_ text: String) throws(GEOSError) {
    var depth = 0
    var isClosed = false
    for byte in text.utf8 {
      if byte == 0 { throw refusal("the text holds a zero byte") }
      if isClosed && !" \t\r\n".utf8.contains(byte) { throw refusal("more text follows after the shape") }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        depth -= 1
        isClosed = depth <= 0
      }
      if depth > GEOSLimit.nesting {
        throw refusal("brackets are nested more than \(GEOSLimit.nesting) deep")
      }
    }
    if !isClosed && !isEmptyShape(text) { throw refusal("the text is not one of a whole shape") }
  }

  /// Whether a text without brackets is one such as `POINT EMPTY` or `POINT Z EMPTY`.
  private static func isEmptyShape(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return (2...3).contains(words.count) && words.last?.uppercased() == "EMPTY"
  }

  private static func refusal(_ reason: String) -> GEOSError {
    .refused(function: readFunction, reason: reason)
  }
}

/// GEOS's reader and the only place that destroys it.
struct WellKnownTextReader: ~Copyable {
  let pointer: OpaquePointer
  private let handle: OpaquePointer

  init(in context: borrowing Context) throws(GEOSError) {
    handle = context.handle
    pointer = try context.require(GEOSWKTReader_create_r(handle), "GEOSWKTReader_create_r")
  }

  deinit { GEOSWKTReader_destroy_r(handle, pointer) }
}

/// GEOS's writer and the only place that destroys it.
struct WellKnownTextWriter: ~Copyable {
  let pointer: OpaquePointer
  private let handle: OpaquePointer

  /// Trims zeros. Safe only for coordinates within `GEOSLimit/coordinate`.
  init(in context: borrowing Context) throws(GEOSError) {
    let handle = context.handle
    pointer = try context.require(GEOSWKTWriter_create_r(handle), "GEOSWKTWriter_create_r")
    self.handle = handle
    GEOSWKTWriter_setTrim_r(handle, pointer, 1)
    // 16 decimals keep every digit of a double that is a coordinate in metres.
    GEOSWKTWriter_setRoundingPrecision_r(handle, pointer, 16)
  }

  deinit { GEOSWKTWriter_destroy_r(handle, pointer) }
}

extension Context {
  func read(_ text: String, _ function: String) throws(GEOSError) -> OwnedGeometry {
    let reader = try WellKnownTextReader(in: self)
    let handle = self.handle
    let read = text.withCString { GEOSWKTReader_read_r(handle, reader.pointer, $0) }
    return try geometry(read, function)
  }
}
