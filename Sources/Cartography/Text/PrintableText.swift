/// Text from data, made fit for paper.
enum PrintableText {
  static let replacement: Character = "?"
  /// Longer names are cut with an ellipsis: no sheet has room for more.
  static let longest = 80

  /// Controls, bidirectional marks and line breaks become spaces; a very long text is cut.
  static func clean(_ text: String) -> String {
    // Our own texts may have several lines.
    let scalars = text.unicodeScalars.map { scalar in
      isPrintable(scalar) ? scalar : " "
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A name out of data, on one line.
  static func name(_ text: String, atMost length: Int = longest) -> String {
    let flat = clean(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // A stack of many marks on one letter would cover its neighbours.
    let calm = String(flat.prefix(length + 1).map { $0.unicodeScalars.count > 4 ? replacement : $0 })
    return calm.count > length ? calm.prefix(length) + "…" : calm
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }
}
