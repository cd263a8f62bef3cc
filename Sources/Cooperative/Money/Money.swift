/// An amount of money, exact: whole hundredths of the currency's unit (satang of a baht).
///
/// Sums of up to 10^12 amounts as large as one may be written stay far inside 128 bits.
public struct Money: Hashable, Sendable, Comparable, AdditiveArithmetic {
  public var satang: Int128

  public init(satang: Int128) { self.satang = satang }

  public init(baht: Int) { satang = Int128(baht) * 100 }

  public static let zero = Money(satang: 0)

  /// The largest amount that is read from a file: 10^13 units.
  public static let mostUnits = 10_000_000_000_000

  public static func < (a: Money, b: Money) -> Bool { a.satang < b.satang }
  public static func + (a: Money, b: Money) -> Money { Money(satang: a.satang + b.satang) }
  public static func - (a: Money, b: Money) -> Money { Money(satang: a.satang - b.satang) }
  public static prefix func - (a: Money) -> Money { Money(satang: -a.satang) }

  public var isPositive: Bool { satang > 0 }

  /// For shares and diagrams; amounts are never computed with it.
  public var inUnits: Double { Double(satang) / 100 }
}

extension Money {
  /// `numerator / denominator` of the amount, rounded half away from zero to a satang.
  ///
  /// - Parameter denominator: above zero.
  public func times(_ numerator: Int128, over denominator: Int128) -> Money {
    Money(satang: Self.rounded(satang * numerator, over: denominator))
  }

  /// A quotient rounded half away from zero, as a spreadsheet's ROUND does; zero for a denominator below 1.
  static func rounded(_ number: Int128, over denominator: Int128) -> Int128 {
    guard denominator > 0 else { return 0 }
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: denominator)
    let twice = (rest < 0 ? -rest : rest) * 2
    guard twice >= denominator else { return quotient }
    return quotient + (number < 0 ? -1 : 1)
  }

  /// The amount in so many parts that differ by at most a satang and add up to it; the larger ones come first.
  public func split(into parts: Int) -> [Money] {
    guard parts > 0 else { return [] }
    return split(by: Array(repeating: 1, count: parts))
  }

  /// The amount in parts as large as their weights, to a satang, that add up to it (largest remainders first).
  ///
  /// - Parameter weights: not negative; when all are zero the parts are equal.
  public func split(by weights: [Int128]) -> [Money] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return split(by: Array(repeating: 1, count: weights.count)) }
    let size = satang < 0 ? -satang : satang
    var parts = weights.map { (size * $0).quotientAndRemainder(dividingBy: sum) }
    let left = Int(size - parts.reduce(0) { $0 + $1.quotient })
    let order = parts.indices.sorted { (-parts[$0].remainder, $0) < (-parts[$1].remainder, $1) }
    for index in order.prefix(left) { parts[index].quotient += 1 }
    return parts.map { Money(satang: satang < 0 ? -$0.quotient : $0.quotient) }
  }
}

extension Money: CustomStringConvertible {
  /// `1234.50`: a point, two decimals, no grouping; the same for every locale.
  public var description: String {
    let size = satang < 0 ? -satang : satang
    let rest = Int(size % 100)
    return "\(satang < 0 ? "-" : "")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// With commas between the thousands, for people.
  public var grouped: String {
    let text = description
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = Array(text.dropFirst(sign.count).dropLast(3))
    let marked = digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : String(digit)
    }
    return sign + marked.joined() + text.suffix(3)
  }

  /// An amount as people type it: `12000`, `12,000.50`, `๑๒๐๐๐`, `12000 บาท`. Nil for anything else, for more than two
  /// decimals and for more than ``mostUnits``.
  public init?(typed text: String) {
    guard let number = FixedDecimal(typed: text, decimals: 2),
      abs(number.units) <= Int128(Self.mostUnits) * 100
    else { return nil }
    self.init(satang: number.units)
  }
}
