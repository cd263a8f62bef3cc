internal import CGEOS

/// How GEOS repairs a shape.
enum MakeValidMethod: Sendable {
  /// All lines are cut at their crossings and areas built from the pieces; inside is an odd number of turns.
  case linework
  /// Rings are repaired one by one, then holes taken from shells.
  case structure

  fileprivate var code: GEOSMakeValidMethods {
    switch self {
    case .linework: GEOS_MAKE_VALID_LINEWORK
    case .structure: GEOS_MAKE_VALID_STRUCTURE
    }
  }
}

/// GEOS's parameters for a repair, and the only place that destroys them.
struct MakeValidParameters: ~Copyable {
  let pointer: OpaquePointer
  private let handle: OpaquePointer

  init(in context: borrowing Context) throws(GEOSError) {
    handle = context.handle
    pointer = try context.require(
      GEOSMakeValidParams_create_r(context.handle), "GEOSMakeValidParams_create_r")
  }

  deinit { GEOSMakeValidParams_destroy_r(handle, pointer) }

  /// Takes the method; what collapses to a line or a point is kept, so that nothing vanishes unseen.
  func set(_ method: MakeValidMethod, in context: borrowing Context) throws(GEOSError) {
    try context.check(
      GEOSMakeValidParams_setMethod_r(handle, pointer, method.code), "GEOSMakeValidParams_setMethod_r")
    // The linework method always keeps, and refuses to be told.
    guard method == .structure else { return }
    try context.check(
      GEOSMakeValidParams_setKeepCollapsed_r(handle, pointer, 1), "GEOSMakeValidParams_setKeepCollapsed_r")
  }
}
