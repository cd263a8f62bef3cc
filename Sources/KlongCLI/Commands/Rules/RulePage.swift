internal import CommandLineKit

/// Headings and named fields, wrapped to the terminal. Texts come from books that anybody may have written.
struct RulePage {
  private(set) var text = ""
  private let width: Int
  private static let indent = 2
  private static let nameWidth = 13

  init(width: Int) {
    self.width = min(max(width, 40), 100)
  }

  mutating func heading(_ title: String) {
    if !text.isEmpty { text += "\n" }
    for line in wrapped(printable(title, limit: Self.longestText), width: width) { text += line + "\n" }
  }

  /// `  clause      MR 55, clause 42`, the lines after the first below the first.
  mutating func field(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let start = Self.indent + Self.nameWidth
    let lines = wrapped(printable(value, limit: Self.longestText), width: width - start)
    for (index, line) in lines.enumerated() {
      let label = index == 0 ? name : ""
      let blanks = String(repeating: " ", count: max(1, Self.nameWidth - label.count))
      text += String(repeating: " ", count: Self.indent) + label + blanks + line + "\n"
    }
  }

  private static let longestText = 2000
}
