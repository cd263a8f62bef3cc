/// Text from data made safe for a terminal or a log, and short.
///
/// Controls, line ends, invisible marks and marks that turn the writing direction are shown as `\u{1b}`, because a
/// terminal would act on them; past `limit` code points the rest becomes an ellipsis. Doing it twice changes nothing.
public func printable(_ text: some StringProtocol, limit: Int = 80) -> String {
  var result = ""
  var count = 0
  for scalar in text.unicodeScalars {
    count += 1
    if count > limit { return result + "\u{2026}" }
    if isHarmful(scalar) {
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A value from the command line or a file as it stands in a message.
public func quoted(_ text: some StringProtocol) -> String { "\"" + printable(text) + "\"" }

/// C0, DEL and C1 (ECMA-48), the bidirectional controls (UAX 9), line and paragraph separators, the byte order mark,
/// interlinear marks and tag characters, which hide text.
private func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
  case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
  default: false
  }
}
