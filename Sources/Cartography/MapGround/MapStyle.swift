/// How a set of sheets looks and speaks.
public struct MapStyle: Sendable {
  public var language: Language
  public var usesThaiDigits: Bool
  public var isColoured: Bool

  public init(language: Language, usesThaiDigits: Bool = false, isColoured: Bool = false) {
    (self.language, self.usesThaiDigits, self.isColoured) = (language, usesThaiDigits, isColoured)
  }

  var water: Ink { isColoured ? Ink(red: 0.80, green: 0.89, blue: 0.95) : .middle }
  var walkway: Ink { isColoured ? Ink(red: 0.93, green: 0.96, blue: 0.98) : .light }
  var open: Ink { isColoured ? Ink(red: 0.88, green: 0.95, blue: 0.86) : .white }

  /// Digits as the reader wants them.
  func digits(_ text: String) -> String {
    guard usesThaiDigits else { return text }
    return String(
      text.unicodeScalars.map { scalar -> Character in
        guard (0x30...0x39).contains(scalar.value), let thai = Unicode.Scalar(scalar.value - 0x30 + 0x0E50)
        else { return Character(scalar) }
        return Character(thai)
      })
  }

  /// A number with so many decimals at most, without zeros at its end.
  func number(_ value: Double, decimals: Int = 2) -> String {
    var text = String.fixed(value, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return digits(text)
  }

  /// Metres to five centimetres, as a side is told (facts/maps.md §5).
  func side(_ metres: Double) -> String {
    digits(String.fixed((metres * 20).rounded() / 20, decimals: 2))
  }

  /// Square wah to a tenth: 4 m² each.
  func squareWah(_ squareMetres: Double) -> String { number(squareMetres / 4, decimals: 1) }

  subscript(key: Phrase, values: String...) -> String { language.text(key, values) }
}

extension String {
  /// With so many decimals, whatever the machine's language.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "–" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    guard abs(value) * scale < 9e18 else { return fixed(value, decimals: decimals - 1) }
    let scaled = Int((abs(value) * scale).rounded())
    let unit = Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % unit)
    return "\(sign)\(scaled / unit)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
