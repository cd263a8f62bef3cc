internal import CGEOS

/// One GEOS geometry and the only place that destroys it. Lives shorter than its context.
struct OwnedGeometry: ~Copyable {
  let pointer: OpaquePointer
  private let handle: OpaquePointer

  init(taking pointer: OpaquePointer, of context: borrowing Context) {
    self.pointer = pointer
    self.handle = context.handle
  }

  deinit { GEOSGeom_destroy_r(handle, pointer) }

  /// Hands the geometry to a C function that owns it from then on, even when that function refuses it.
  consuming func relinquish() -> OpaquePointer {
    let pointer = self.pointer
    discard self
    return pointer
  }
}

/// Geometries on their way into a collection.
struct OwnedGeometries: ~Copyable {
  private(set) var pointers: [OpaquePointer?] = []
  private let handle: OpaquePointer

  init(of context: borrowing Context) { handle = context.handle }

  deinit {
    for pointer in pointers { GEOSGeom_destroy_r(handle, pointer) }
  }

  mutating func append(_ geometry: consuming OwnedGeometry) {
    pointers.append(geometry.relinquish())
  }

  /// Hands all of them to a C function that owns them from then on.
  mutating func relinquish() -> [OpaquePointer?] {
    let given = pointers
    pointers = []
    return given
  }
}
