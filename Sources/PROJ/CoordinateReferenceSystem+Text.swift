internal import CPROJ

extension CoordinateReferenceSystem {
  /// The system in the words that map viewers know best: well-known text in Esri's dialect; it is one line unless asked otherwise.
  ///
  /// - Throws: `PROJError` where the system cannot be said in it.
  public func esriText() throws(PROJError) -> String {
    let context = try Context()
    let object = try context.system(identifier)
    guard let text = proj_as_wkt(context.handle, object.pointer, PJ_WKT1_ESRI, nil) else {
      throw .failed(function: "proj_as_wkt", reason: context.reason(proj_context_errno(context.handle)))
    }
    return String(cString: text)
  }

  /// The number in the EPSG register; nil for a system of another authority.
  public var epsgCode: Int? { identifier.authority == "EPSG" ? Int(identifier.code) : nil }
}
