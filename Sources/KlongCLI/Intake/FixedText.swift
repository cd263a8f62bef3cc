internal import JSON

/// A number with fixed decimals, for messages and tables.
func fixed(_ number: Double, decimals: Int) -> String {
  JSONNumber(number, decimals: decimals).text
}

/// A number with fixed decimals and a comma between the thousands.
func grouped(_ number: Double, decimals: Int = 0) -> String {
  let text = fixed(number, decimals: decimals)
  let sign = text.hasPrefix("-") ? "-" : ""
  let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
  guard let whole = parts.first else { return text }
  let digits = Array(whole)
  let marked = digits.enumerated().map { place, digit in
    place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : String(digit)
  }
  return sign + marked.joined() + parts.dropFirst().map { ".\($0)" }.joined()
}

/// A count and its noun: `1 feature`, `3 features`.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(grouped(Double(count))) \(count == 1 ? noun : plural ?? noun + "s")"
}
