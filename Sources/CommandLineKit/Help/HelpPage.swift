/// Lays text out for a terminal of a given width.
struct HelpPage {
  let width: Int
  private(set) var text = ""

  init(width: Int) { self.width = width }

  mutating func paragraph(_ words: String) { lines(of: words, indent: 0) }

  mutating func heading(_ title: String) { text += "\n\(title):\n" }

  /// A heading and its table; nothing for an empty one.
  mutating func heading(_ title: String, _ rows: [(String, String)]) {
    guard !rows.isEmpty else { return }
    heading(title)
    table(rows)
  }

  /// A line to be copied: never wrapped.
  mutating func verbatim(_ line: String) { text += "  \(line)\n" }

  mutating func example(_ example: Example) {
    verbatim(example.command)
    lines(of: example.meaning, indent: 6)
  }

  /// Two columns; where the first leaves too little room, the second goes below.
  mutating func table(_ rows: [(String, String)]) {
    let longest = rows.map(\.0.count).max() ?? 0
    let column = min(longest, 28) + 4
    let isNarrow = width - column < 30
    for (label, explanation) in rows {
      let indent = isNarrow ? 8 : column
      if isNarrow || label.count + 4 > column {
        text += "  \(label)\n"
        lines(of: explanation, indent: indent)
      } else {
        let wrappedLines = wrapped(explanation, width: width - indent)
        text += "  " + label + String(repeating: " ", count: indent - 2 - label.count)
        text += wrappedLines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
      }
    }
  }

  private mutating func lines(of words: String, indent: Int) {
    for line in wrapped(words, width: width - indent) {
      text += (line.isEmpty ? "" : String(repeating: " ", count: indent) + line) + "\n"
    }
  }
}
