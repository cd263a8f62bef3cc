internal import Geometry

extension Double {
  /// With at most so many decimals and no needless zeros, for a sentence.
  func text(decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (self * scale).rounded()
    guard scaled.isFinite, let whole = Int(exactly: scaled) else { return "\(self)" }
    let unit = Int(scale)
    let (front, rest) = whole.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
    let sign = whole < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(front)" }
    var digits = String(rest)
    while digits.count < decimals { digits = "0" + digits }
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(front).\(digits)"
  }

  /// Metres to the millimetre, which is how far a plan can be trusted.
  var metres: String { text(decimals: 3) + " m" }
  var squareMetres: String { text(decimals: 2) + " m2" }
}
