internal import CPango

extension Typesetter {
  static let pointsPerMillimetre = 72 / 25.4

  /// Pages as one PDF, vectors and embedded faces only; see ``PDFDocument`` for what is added afterwards.
  func cairoPDF(_ pages: [Drawing], title: String) throws(CartographyError) -> [UInt8] {
    let sink = ByteSink()
    guard let first = pages.first,
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, first.page.width * Self.pointsPerMillimetre,
        first.page.height * Self.pointsPerMillimetre)
    else { throw .failed(function: "cairo_pdf_surface_create_for_stream", reason: "no page") }
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    // A fixed day: neither the machine's time nor its name belongs into a sheet.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    guard let cairo = cairo_create(surface) else {
      throw .failed(function: "cairo_create", reason: "no memory")
    }
    defer { cairo_destroy(cairo) }
    for page in pages {
      cairo_pdf_surface_set_size(
        surface, page.page.width * Self.pointsPerMillimetre, page.page.height * Self.pointsPerMillimetre)
      cairo_identity_matrix(cairo)
      cairo_scale(cairo, Self.pointsPerMillimetre, Self.pointsPerMillimetre)
      Canvas(cairo: cairo, typesetter: self).draw(page)
      cairo_show_page(cairo)
    }
    try Canvas.check(cairo)
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(function: "cairo_surface_finish", reason: String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}
