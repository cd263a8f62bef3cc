internal import CGEOS
public import Geometry

extension Shape {
  /// Reads well-known text. Heights are left behind; a linear ring becomes a line.
  ///
  /// - Throws: `refused` for nesting beyond `GEOSLimit/nesting` and coordinates that are not usable numbers,
  ///   `failed` for anything else that is no text of a shape.
  public init(wkt: String, limit: Duration = GEOSDeadline.standard) throws(GEOSError) {
    try WellKnownText.requireReadable(wkt)
    self = try Operation(function: WellKnownText.readFunction, limit: limit).run {
      (context, function) throws(GEOSError) in
      let geometry = try context.read(wkt, function)
      return try context.shape(geometry, function)
    }
  }

  /// The shape as well-known text, without trailing zeros.
  public var wkt: String {
    get throws(GEOSError) {
      try Operation(function: "GEOSWKTWriter_write_r", limit: GEOSDeadline.standard).run {
        (context, function) throws(GEOSError) in
        let geometry = try context.make(self)
        let writer = try WellKnownTextWriter(in: context)
        return try context.text(
          GEOSWKTWriter_write_r(context.handle, writer.pointer, geometry.pointer), function)
      }
    }
  }
}

extension Validity {
  /// Whether a text is one of a valid shape, also where it holds what `Shape` cannot: coordinates that are
  /// not numbers, linear rings.
  public init(ofWKT wkt: String, limit: Duration = GEOSDeadline.standard) throws(GEOSError) {
    try WellKnownText.requireReadable(wkt)
    self = try Operation(function: "GEOSisValidDetail_r", limit: limit, isHeavy: true).run {
      (context, function) throws(GEOSError) in
      let geometry = try context.read(wkt, WellKnownText.readFunction)
      do throws(GEOSError) {
        _ = try context.shape(geometry, WellKnownText.readFunction)
      } catch .unusableAnswer {
        return .invalidCoordinate
      }
      return try context.validity(of: geometry, function)
    }
  }
}
