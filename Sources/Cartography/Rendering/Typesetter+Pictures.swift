internal import CPango

extension Typesetter {
  /// A page as SVG in true millimetres; letters are outlines, so that every viewer draws them alike.
  public func svg(_ page: Drawing) throws(CartographyError) -> [UInt8] {
    let sink = ByteSink()
    guard
      let surface = cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.pointer, page.page.width, page.page.height)
    else { throw .failed(function: "cairo_svg_surface_create_for_stream", reason: "no memory") }
    defer { cairo_surface_destroy(surface) }
    cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_MM)
    try draw(page, on: surface, unitsPerMillimetre: 1)
    cairo_surface_finish(surface)
    return Self.withoutCounter(sink.bytes)
  }

  /// Cairo counts its surfaces in the name of the first group; the count depends on what was drawn before.
  private static func withoutCounter(_ bytes: [UInt8]) -> [UInt8] {
    let name = Array("id=\"surface".utf8)
    guard
      let start = bytes.indices.dropLast(name.count).first(where: {
        bytes[$0] == name[0] && bytes[$0..<$0 + name.count].elementsEqual(name)
      })
    else { return bytes }
    let digits = start + name.count
    let end = bytes[digits...].firstIndex { !(0x30...0x39).contains($0) } ?? digits
    return Array(bytes[..<digits] + bytes[end...])
  }

  /// A page as PNG in grey or colour on white.
  ///
  /// - Throws: ``CartographyError/tooLarge(_:)`` where the picture would have more than 400 million dots.
  public func png(_ page: Drawing, dotsPerInch: Double) throws(CartographyError) -> [UInt8] {
    let scale = dotsPerInch / 25.4
    let (width, height) = (Self.dots(page.page.width * scale), Self.dots(page.page.height * scale))
    guard width > 0, height > 0, width <= 32_000, height <= 32_000, width * height <= 400_000_000,
      let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else {
      throw .tooLarge("a picture of \(width) x \(height) dots is too large: ask for fewer dots an inch")
    }
    defer { cairo_surface_destroy(surface) }
    try draw(page, on: surface, unitsPerMillimetre: scale)
    cairo_surface_flush(surface)
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(
        function: "cairo_surface_write_to_png_stream", reason: String(cString: cairo_status_to_string(status))
      )
    }
    return sink.bytes
  }

  private static func dots(_ length: Double) -> Int {
    length.isFinite && length > 0 && length < 1e6 ? Int(length.rounded(.up)) : 0
  }

  private func draw(
    _ page: Drawing, on surface: OpaquePointer, unitsPerMillimetre scale: Double
  ) throws(CartographyError) {
    guard let cairo = cairo_create(surface) else {
      throw .failed(function: "cairo_create", reason: "no memory")
    }
    defer { cairo_destroy(cairo) }
    cairo_set_source_rgb(cairo, 1, 1, 1)
    cairo_paint(cairo)
    cairo_scale(cairo, scale, scale)
    Canvas(cairo: cairo, typesetter: self).draw(page)
    try Canvas.check(cairo)
  }
}
