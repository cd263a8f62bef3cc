/// A decimal number read exactly: `units` counts the last decimal.
struct FixedDecimal: Hashable, Sendable {
  var units: Int128

  /// A number as people type it, with points, commas between thousands, Thai digits, or a unit of money behind it.
  ///
  /// - Parameter decimals: how many there may be; more are refused, as rounding would hide a slip.
  init?(typed text: String, decimals: Int) {
    var rest = text.typed[...]
    for unit in ["บาท", "baht", "thb", "฿", "%"] where rest.lowercased().hasSuffix(unit) {
      rest = rest.dropLast(unit.count)
    }
    rest = rest.typed[...]
    if rest.hasPrefix("฿") { rest = rest.dropFirst() }
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, Self.isGrouped(whole) else { return nil }
    let digits = whole.filter { $0 != "," }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    while fraction.count > decimals, fraction.hasSuffix("0") { fraction.removeLast() }
    guard fraction.count <= decimals, fraction.allSatisfy(\.isPlainDigit) else { return nil }
    fraction += String(repeating: "0", count: decimals - fraction.count)
    guard !digits.isEmpty, digits.count <= 18, let units = Int128(digits + fraction) else { return nil }
    self.units = isNegative ? -units : units
  }

  /// Digits alone, or with a comma before every third one from the right.
  private static func isGrouped(_ whole: Substring) -> Bool {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isPlainDigit) }) else { return false }
    return groups.count == 1
      || ((groups.first?.count ?? 4) <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 })
  }
}

extension Character {
  var isPlainDigit: Bool { ("0"..."9").contains(self) && utf8.count == 1 }
}

extension StringProtocol {
  /// Without blanks around it, and with Thai digits as ours.
  var typed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isThaiDigit = (0x0E50...0x0E59).contains(scalar.value)
      scalars.append(isThaiDigit ? Unicode.Scalar(UInt8(scalar.value - 0x0E50) + 0x30) : scalar)
    }
    return String(scalars).trimmed
  }

  /// Without blanks around it.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
