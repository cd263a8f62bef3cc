/// A plain decimal number; nil for anything else, `nan`, `inf` and hexadecimal numbers among it.
func decimalNumber(_ text: Substring) -> Double? {
  var digits = 0
  for letter in text.utf8 {
    switch letter {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      continue
    default: return nil
    }
  }
  guard digits > 0, let number = Double(text), number.isFinite else { return nil }
  return number
}

/// The number without a needless `.0`.
func written(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? String(number)
}
