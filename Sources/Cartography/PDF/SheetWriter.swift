/// How a sheet leaves the program.
public enum SheetFormat: String, CaseIterable, Sendable {
  case pdf, svg, png
}

extension Typesetter {
  /// Pages as one PDF.
  public func pdf(_ pages: [SheetPage], title: String) throws(CartographyError) -> [UInt8] {
    try cairoPDF(pages.map(\.drawing), title: title)
  }
}
