public import Geometry

/// How the plane of a map is found on the earth: what a geospatial PDF tells its reader.
public struct GeoReference {
  /// The plane's number in the EPSG register, where it has one.
  public let epsg: Int?
  /// The plane as well-known text in Esri's dialect.
  public let text: String
  /// Degrees for points of the plane, in the same order.
  public let places: ([Point]) throws -> [GeographicPoint]

  public init(epsg: Int?, text: String, places: @escaping ([Point]) throws -> [GeographicPoint]) {
    (self.epsg, self.text, self.places) = (epsg, text, places)
  }
}

extension Typesetter {
  /// Pages as one PDF in which every map can be measured and located.
  ///
  /// - Throws: ``CartographyError``, or what `reference` throws for a corner that lies outside its plane.
  public func pdf(_ pages: [SheetPage], title: String, reference: GeoReference?) throws -> [UInt8] {
    let bytes = try cairoPDF(pages.map(\.drawing), title: title)
    var update = try PDFUpdate(of: bytes)
    for (number, page) in pages.enumerated() {
      guard let reference, !page.frames.isEmpty else { continue }
      var viewports: [String] = []
      for frame in page.frames {
        let corners = [3, 0, 1, 2].map { frame.ground(frame.box.corners[$0]) }
        let measure = PDFMeasure(places: try reference.places(corners), reference: reference)
        viewports.append(measure.viewport(frame.box, on: page.drawing.page, in: &update))
      }
      try update.addToPage(number, "/VP [ \(viewports.joined(separator: " ")) ]")
    }
    return try update.bytes(title: title)
  }
}
