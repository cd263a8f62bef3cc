internal import CPROJ

/// The one owner of a PROJ object.
struct Object: ~Copyable {
  let pointer: OpaquePointer
  /// Kept because PROJ reads the context while it destroys the object.
  let context: Context

  init(owning pointer: OpaquePointer, in context: Context) {
    self.pointer = pointer
    self.context = context
  }

  deinit { proj_destroy(pointer) }

  /// The object's title; empty when it has none.
  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "" }

  /// - Throws: `PROJError` when the database states no area.
  func areaOfUse() throws(PROJError) -> AreaOfUse {
    var area = AreaOfUse(name: "", west: 0, south: 0, east: 0, north: 0)
    var title: UnsafePointer<CChar>?
    let found = proj_get_area_of_use(
      context.handle, pointer, &area.west, &area.south, &area.east, &area.north, &title)
    try context.check(found, "proj_get_area_of_use")
    area.name = title.map { String(cString: $0) } ?? ""
    return area
  }
}
