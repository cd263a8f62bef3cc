internal import CPango

/// Draws marks on a Cairo surface, one unit of which is a millimetre.
struct Canvas {
  let cairo: OpaquePointer
  let typesetter: Typesetter

  func draw(_ drawing: Drawing) {
    for mark in drawing.marks { draw(mark) }
  }

  private func draw(_ mark: Mark) {
    if let clip = mark.clip {
      cairo_save(cairo)
      cairo_rectangle(cairo, clip.x, clip.y, clip.width, clip.height)
      cairo_clip(cairo)
    }
    switch mark.content {
    case .path(let path, let fill, let stroke): draw(path, fill, stroke)
    case .text(let text): typesetter.draw(text, on: cairo)
    }
    if mark.clip != nil { cairo_restore(cairo) }
  }

  private func draw(_ path: PagePath, _ fill: Ink?, _ stroke: Stroke?) {
    trace(path)
    if let fill {
      set(fill)
      cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD)
      if stroke == nil { cairo_fill(cairo) } else { cairo_fill_preserve(cairo) }
    }
    if let stroke {
      set(stroke.ink)
      cairo_set_line_width(cairo, stroke.width)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      cairo_set_line_cap(cairo, stroke.dashes.isEmpty ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
      cairo_set_dash(cairo, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke(cairo)
    }
    cairo_new_path(cairo)
  }

  private func trace(_ path: PagePath) {
    cairo_new_path(cairo)
    for line in path.lines {
      guard let first = line.points.first else { continue }
      cairo_move_to(cairo, first.x, first.y)
      for point in line.points.dropFirst() { cairo_line_to(cairo, point.x, point.y) }
      if line.isClosed { cairo_close_path(cairo) }
    }
  }

  private func set(_ ink: Ink) { cairo_set_source_rgb(cairo, ink.red, ink.green, ink.blue) }

  /// - Throws: what Cairo noted, wherever it happened.
  static func check(_ cairo: OpaquePointer) throws(CartographyError) {
    let status = cairo_status(cairo)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(function: "cairo", reason: String(cString: cairo_status_to_string(status)))
    }
  }
}

/// The bytes that a Cairo surface writes.
final class ByteSink {
  var bytes: [UInt8] = []

  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
