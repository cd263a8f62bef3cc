/// Areas as Thai planners read them.
///
/// 1 square wah = 4 m², 1 ngan = 100 square wah, 1 rai = 4 ngan = 1,600 m²
/// (facts/law-and-practice.md §6, sources S104 and S105, confidence high).
public struct ThaiArea: Hashable, Sendable {
  public static let squareMetresPerSquareWah = 4.0

  public var rai: Int
  public var ngan: Int
  /// Square wah left over, with its fraction.
  public var squareWah: Double

  /// - Parameter squareMetres: not negative and below 1e15; anything else gives zero.
  public init(squareMetres: Double) {
    guard squareMetres >= 0, squareMetres < 1e15 else {
      (rai, ngan, squareWah) = (0, 0, 0)
      return
    }
    // Hundredths of a square wah are the finest that a deed states.
    let hundredths = Int((squareMetres / Self.squareMetresPerSquareWah * 100).rounded())
    rai = hundredths / 40_000
    ngan = hundredths % 40_000 / 10_000
    squareWah = Double(hundredths % 10_000) / 100
  }
}

extension ThaiArea: CustomStringConvertible {
  /// The usual notation: rai-ngan-wah, `4-2-25` or `0-1-7.5`.
  public var description: String {
    let whole = squareWah.rounded() == squareWah
    return "\(rai)-\(ngan)-\(whole ? String(Int(squareWah)) : String(squareWah))"
  }
}
