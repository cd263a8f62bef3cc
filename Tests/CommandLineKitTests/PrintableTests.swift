import CommandLineKit
import Testing

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{0E1A}\u{0E49}\u{0E32}\u{0E19}", "\u{0E1A}\u{0E49}\u{0E32}\u{0E19}"),
    ("a\u{1B}[2Jb", "a\\u{1b}[2Jb"), ("a\nb\tc\r", "a\\u{a}b\\u{9}c\\u{d}"), ("\r\n", "\\u{d}\\u{a}"),
    ("\0\u{7F}\u{9B}", "\\u{0}\\u{7f}\\u{9b}"), ("\u{202E}x\u{2069}", "\\u{202e}x\\u{2069}"),
    ("\u{061C}\u{200E}\u{200F}\u{2028}\u{FEFF}", "\\u{61c}\\u{200e}\\u{200f}\\u{2028}\\u{feff}"),
    ("\u{E0041}", "\\u{e0041}"),
  ])
  func shows(text: String, expected: String) {
    #expect(printable(text) == expected)
    #expect(printable(printable(text)) == expected)
  }

  @Test func cutsAtEighty() {
    #expect(printable(String(repeating: "x", count: 80)).unicodeScalars.count == 80)
    #expect(printable(String(repeating: "x", count: 81)) == String(repeating: "x", count: 80) + "\u{2026}")
    // One letter with ten thousand marks on it is one character, and must be cut all the same.
    let piled = "a" + String(repeating: "\u{0301}", count: 10_000)
    #expect(printable(piled).unicodeScalars.count == 81)
  }
}
