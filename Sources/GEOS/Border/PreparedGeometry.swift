internal import CGEOS

/// One prepared geometry and the only place that destroys it.
struct PreparedGeometry: ~Copyable {
  let pointer: OpaquePointer
  private let handle: OpaquePointer
  /// What was prepared; GEOS refers to it, so it goes after `pointer`.
  private let base: OwnedGeometry

  init(_ base: consuming OwnedGeometry, in context: borrowing Context) throws(GEOSError) {
    let handle = context.handle
    pointer = try context.require(GEOSPrepare_r(handle, base.pointer), "GEOSPrepare_r")
    self.handle = handle
    self.base = base
  }

  deinit { GEOSPreparedGeom_destroy_r(handle, pointer) }
}
