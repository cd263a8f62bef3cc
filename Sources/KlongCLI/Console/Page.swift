internal import CommandLineKit

/// Lines for people, wrapped to the terminal.
struct Page {
  private(set) var lines: [String] = []
  private let width: Int
  /// How many entries of a list are shown; the rest is counted.
  static let mostEntries = 10

  init(width: Int) { self.width = max(40, width) }

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A title with an empty line before it.
  mutating func title(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines += wrapped(printable(text, limit: 400), width: width)
  }

  /// A paragraph, indented; its further lines hang a little deeper.
  mutating func line(_ text: String, indent: Int = 2) {
    let blank = String(repeating: " ", count: indent)
    let parts = wrapped(printable(text, limit: 1000), width: width - indent - 2)
    for (place, part) in parts.enumerated() { lines.append(blank + (place == 0 ? "" : "  ") + part) }
  }

  /// Lines of a table: their blanks mean something, so they are indented and not wrapped.
  mutating func table(_ rows: [String]) {
    lines += rows.map { "  " + printable($0, limit: 400) }
  }

  /// A title with its count, and the first entries; nothing where there is none.
  ///
  /// - Parameter showsAll: whether no entry is left out.
  mutating func list<Entry>(
    _ title: String, _ entries: [Entry], showsAll: Bool = false, _ text: (Entry) -> String
  ) {
    guard !entries.isEmpty else { return }
    self.title("\(title): \(grouped(Double(entries.count)))")
    let shown = showsAll ? entries.count : Self.mostEntries
    for entry in entries.prefix(shown) { line(text(entry)) }
    let rest = entries.count - shown
    if rest > 0 { line("and \(grouped(Double(rest))) more; --format json lists them") }
  }
}
