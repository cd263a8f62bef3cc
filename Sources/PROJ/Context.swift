internal import CPROJ

/// A PROJ context: one for each piece of work, never shared between threads.
///
/// It speaks to no network, writes no log, and decodes every result of PROJ in one place.
final class Context {
  let handle: OpaquePointer

  init() throws(PROJError) {
    guard let handle = proj_context_create() else {
      throw .failed(function: "proj_context_create", reason: "no memory")
    }
    self.handle = handle
    proj_log_level(handle, PJ_LOG_NONE)
    proj_context_set_enable_network(handle, 0)
  }

  deinit { proj_context_destroy(handle) }

  /// Decodes "NULL means failure".
  func object(_ pointer: OpaquePointer?, _ function: String) throws(PROJError) -> Object {
    guard let pointer else { throw failure(function) }
    return Object(owning: pointer, in: self)
  }

  /// Decodes "0 means failure".
  func check(_ result: Int32, _ function: String) throws(PROJError) {
    if result == 0 { throw failure(function) }
  }

  /// The words of PROJ for an error number.
  func reason(_ number: Int32) -> String {
    guard let text = proj_context_errno_string(handle, number) else { return "error \(number)" }
    return String(cString: text)
  }

  private func failure(_ function: String) -> PROJError {
    guard proj_context_get_database_path(handle) != nil else { return .databaseMissing }
    return .failed(function: function, reason: reason(proj_context_errno(handle)))
  }
}

extension Context {
  /// The system with this name; a height axis that it may have is never used.
  func system(_ name: SystemName) throws(PROJError) -> Object {
    guard proj_context_get_database_path(handle) != nil else { throw .databaseMissing }
    guard
      let found = proj_create_from_database(
        handle, name.authority, name.code, PJ_CATEGORY_CRS, 0, nil)
    else { throw .noSuchSystem(name.text) }
    let system = Object(owning: found, in: self)
    try system.requireSystemForPlans(name.text)
    return system
  }
}
