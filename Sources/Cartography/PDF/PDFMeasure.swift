internal import Geometry

/// The viewport and the measure of one map (ISO 32000-2, 12.9 and 12.10).
struct PDFMeasure {
  /// Lower left, upper left, upper right, lower right.
  let places: [GeographicPoint]
  let reference: GeoReference

  /// Adds the measure as an object, and gives the viewport that refers to it.
  func viewport(_ box: PageBox, on page: PageBox, in update: inout PDFUpdate) -> String {
    let points = Typesetter.pointsPerMillimetre
    // PDF counts upward from the lower edge.
    let bounds = [
      box.x * points, (page.height - box.maxY) * points, box.maxX * points, (page.height - box.y) * points,
    ]
    let system = update.addObject(
      "<< /Type /PROJCS\(reference.epsg.map { " /EPSG \($0)" } ?? "") /WKT \(PDFUpdate.literal(reference.text)) >>"
    )
    let ground = places.flatMap { [$0.latitude, $0.longitude] }.map(Self.degrees).joined(separator: " ")
    // Both the places and the corners are asked for, in the same order (pdf-issues 533).
    let measure = update.addObject(
      """
      << /Type /Measure /Subtype /GEO /Bounds [ 0 0 0 1 1 1 1 0 ] /LPTS [ 0 0 0 1 1 1 1 0 ]
      /GPTS [ \(ground) ] /GCS \(system) 0 R >>
      """)
    return
      "<< /Type /Viewport /BBox [ \(bounds.map { String.fixed($0, decimals: 6) }.joined(separator: " ")) ] "
      + "/Measure \(measure) 0 R >>"
  }

  /// Twelve decimals: a ten-thousandth of a millimetre on the ground.
  private static func degrees(_ value: Double) -> String {
    let size = abs(value)
    let whole = Int(size)
    let fraction = Int(((size - Double(whole)) * 1e12).rounded())
    let digits = String(min(fraction, 999_999_999_999))
    return (value < 0 ? "-" : "") + "\(whole)." + String(repeating: "0", count: 12 - digits.count) + digits
  }
}
