/// Reading metres from what people type into a property.
public enum Measure {
  /// Metres from a text such as `12`, `12.5 m`, `12m`, `1.5 km` or `12'` (feet) and `12'6"`.
  ///
  /// Returns nil for anything else, for a sign, and for a number that is not finite: a width is never guessed.
  public static func metres(from text: String) -> Double? {
    let lowered = text.lowercased()
    let trimmed = lowered.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let value = String(trimmed)
    if let feet = feetAndInches(value) { return feet }
    let number = value.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let amount = Double(String(number)), amount.isFinite, amount >= 0 else { return nil }
    switch value.dropFirst(number.count).drop(while: \.isWhitespace) {
    case "", "m", "metre", "metres", "meter", "meters", "ม.", "เมตร": return amount
    case "km": return amount * 1000
    case "cm": return amount / 100
    case "ft", "feet": return amount * metresPerFoot
    default: return nil
    }
  }

  /// The international foot, exactly (since 1959).
  static let metresPerFoot = 0.3048

  private static func feetAndInches(_ value: String) -> Double? {
    guard let mark = value.firstIndex(of: "'") else { return nil }
    guard let feet = Double(String(value[..<mark])), feet.isFinite, feet >= 0 else { return nil }
    let rest = value[value.index(after: mark)...].drop(while: \.isWhitespace)
    if rest.isEmpty { return feet * metresPerFoot }
    guard rest.last == "\"", let inches = Double(String(rest.dropLast())), inches.isFinite, inches >= 0
    else { return nil }
    return (feet + inches / 12) * metresPerFoot
  }
}
