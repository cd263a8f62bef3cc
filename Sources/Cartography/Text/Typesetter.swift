internal import CPango

/// Sets and measures text by Pango. Owns its font map: make one for each run; it stays with its task.
public final class Typesetter {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let family: String
  private var known: [Key: TextMark] = [:]

  private struct Key: Hashable {
    var text: String
    var style: TextStyle
    var wrapWidth: Double?
  }

  /// - Throws: ``CartographyError`` where the face is missing.
  public init(family: String? = nil) throws(CartographyError) {
    let shelf = try FontShelf(family: family ?? FontShelf.standardFamily)
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw .failed(function: "pango_cairo_font_map_new_for_font_type", reason: "no FreeType fonts")
    }
    guard let config = FcConfigCreate() else {
      g_object_unref(map)
      throw .failed(function: "FcConfigCreate", reason: "no memory")
    }
    defer { FcConfigDestroy(config) }
    for file in shelf.files { FcConfigAppFontAddFile(config, file) }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    guard let context = pango_font_map_create_context(map) else {
      g_object_unref(map)
      throw .failed(function: "pango_font_map_create_context", reason: "no memory")
    }
    // The paper is finer than any screen: nothing is rounded to pixels.
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    (self.map, self.context, self.family) = (map, context, shelf.family)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// A text, measured, at the origin. Control characters become spaces; what the face cannot show becomes □.
  public func text(_ text: String, _ style: TextStyle, wrap: Double? = nil) -> TextMark {
    let key = Key(text: text, style: style, wrapWidth: wrap)
    if let mark = known[key] { return mark }
    let mark = measured(PrintableText.clean(text), style, wrap)
    known[key] = mark
    return mark
  }

  /// The same on one line, cut with an ellipsis where it would be wider than there is room.
  public func text(_ text: String, _ style: TextStyle, within width: Double) -> TextMark {
    let whole = self.text(text, style)
    guard whole.size.width > width else { return whole }
    let letters = Array(PrintableText.name(text))
    var (low, high) = (0, letters.count)
    while low < high {
      let middle = (low + high + 1) / 2
      if self.text(String(letters[..<middle]) + "…", style).size.width <= width {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return self.text(String(letters[..<low]) + "…", style)
  }

  private func measured(_ text: String, _ style: TextStyle, _ wrap: Double?) -> TextMark {
    var shown = text
    var layout = layout(shown, style, wrap)
    var unknown = Int(pango_layout_get_unknown_glyphs_count(layout))
    if unknown > 0 {
      shown = String(shown.map { isKnown($0, style) ? $0 : PrintableText.replacement })
      g_object_unref(UnsafeMutableRawPointer(layout))
      layout = self.layout(shown, style, wrap)
      unknown = max(unknown, 1)
    }
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    pango_layout_get_extents(layout, &ink, &logical)
    let unit = Double(PANGO_SCALE)
    return TextMark(
      text: shown, style: style, wrapWidth: wrap, width: wrap ?? Double(logical.width) / unit,
      height: Double(logical.height) / unit,
      inked: PageBox(
        x: Double(ink.x) / unit, y: Double(ink.y) / unit, width: Double(ink.width) / unit,
        height: Double(ink.height) / unit),
      unknownGlyphs: unknown)
  }

  private func isKnown(_ character: Character, _ style: TextStyle) -> Bool {
    let layout = layout(String(character), style, nil)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    return pango_layout_get_unknown_glyphs_count(layout) == 0
  }

  /// A layout that the caller must release.
  private func layout(_ text: String, _ style: TextStyle, _ wrap: Double?) -> OpaquePointer {
    guard let layout = pango_layout_new(context), let description = pango_font_description_new() else {
      // GLib itself ends the process when memory is out; nothing that is drawn can lead here.
      fatalError("no memory for a line of text")
    }
    pango_font_description_set_family(description, family)
    pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_font_description_set_absolute_size(description, style.em * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    pango_layout_set_line_spacing(layout, Float(style.leading))
    if let wrap {
      pango_layout_set_width(layout, Int32((wrap * Double(PANGO_SCALE)).rounded()))
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    }
    switch style.alignment {
    case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    }
    // Sheets are read from the left; a name in another script stays where it is put.
    pango_layout_set_auto_dir(layout, 0)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    return layout
  }

  /// Draws a text where it stands, on a surface whose unit is the millimetre.
  func draw(_ mark: TextMark, on cairo: OpaquePointer) {
    let layout = layout(mark.text, mark.style, mark.wrapWidth)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    cairo_save(cairo)
    cairo_translate(cairo, mark.origin.x, mark.origin.y)
    if mark.angle != 0 { cairo_rotate(cairo, mark.angle) }
    if mark.style.hasHalo {
      cairo_move_to(cairo, 0, 0)
      pango_cairo_layout_path(cairo, layout)
      cairo_set_source_rgb(cairo, 1, 1, 1)
      cairo_set_line_width(cairo, 0.9)
      cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
      cairo_stroke(cairo)
    }
    cairo_set_source_rgb(cairo, mark.style.ink.red, mark.style.ink.green, mark.style.ink.blue)
    cairo_move_to(cairo, 0, 0)
    pango_cairo_show_layout(cairo, layout)
    cairo_restore(cairo)
  }
}
