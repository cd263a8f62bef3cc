/// Text in the roff language, with every mark of that language taken literally.
struct RoffPage {
  private(set) var roff = ""

  /// A request of man(7) with its arguments.
  mutating func macro(_ request: String, _ arguments: String...) {
    let words = arguments.map { "\"" + Self.literal($0).replacingQuotes + "\"" }
    roff += "." + ([request] + words).joined(separator: " ") + "\n"
  }

  /// Paragraphs parted by empty lines.
  mutating func text(_ words: String) {
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      roff += line.isEmpty ? ".PP\n" : Self.line(line) + "\n"
    }
  }

  /// A hanging paragraph: a label and what it means.
  mutating func item(_ label: String, _ meaning: String) {
    roff += ".TP\n\\fB" + Self.literal(label) + "\\fR\n"
    text(meaning)
  }

  mutating func example(_ example: Example) {
    roff += ".PP\n" + Self.line(example.meaning[...]) + ":\n.PP\n.RS 4\n.nf\n"
    roff += Self.line(example.command[...]) + "\n.fi\n.RE\n"
  }

  /// A point or an apostrophe that begins a line would be a request.
  private static func line(_ text: Substring) -> String {
    let isRequest = text.first == "." || text.first == "'"
    return (isRequest ? "\\&" : "") + literal(String(text))
  }

  /// Hyphens stay hyphens when they are copied, and letters beyond ASCII are named by their code.
  static func literal(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "~": result += "\\(ti"
      case "^": result += "\\(ha"
      case "`": result += "\\(ga"
      case _ where !scalar.isASCII:
        let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal + "]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  fileprivate var replacingQuotes: String {
    split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq")
  }
}
