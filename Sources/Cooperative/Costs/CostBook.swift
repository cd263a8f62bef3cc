/// Prices, subsidies and loan terms of one place and year, each with where it comes from.
public struct CostBook: Hashable, Sendable {
  /// Where a figure comes from.
  public struct Citation: Hashable, Sendable {
    public var source: String
    public var year: Int?
    /// `high`, `medium`, `low`, or `invented` for an example.
    public var confidence: String

    public init(source: String, year: Int?, confidence: String) {
      (self.source, self.year, self.confidence) = (source, year, confidence)
    }
  }

  public enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// Paid by all together.
    case works
    /// Paid by each household.
    case house
  }

  public struct Price: Hashable, Sendable {
    public var id: String
    public var what: String
    public var purpose: Purpose
    public var quantity: Quantity
    /// For one unit; nil where nobody has filled it in.
    public var price: Money?
    public var citation: Citation
  }

  public enum Land: String, CaseIterable, Hashable, Sendable { case same, new }

  public struct Subsidy: Hashable, Sendable {
    public var id: String
    public var what: String
    public var purpose: Purpose
    /// Nil where it does not hang on the land.
    public var land: Land?
    public var perHousehold: Money
    public var citation: Citation
  }

  /// A share of the subsidy for works, between a floor and a cap, for running the project.
  public struct Management: Hashable, Sendable {
    public var percent: Percent
    public var floor: Money
    public var cap: Money
    public var citation: Citation
  }

  /// A figure of the loan; nil where the book does not know it.
  public struct Term<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var citation: Citation
  }

  public var id: String
  public var title: String
  public var currency: String
  public var year: Int?
  /// Nothing in it is a fact.
  public var isInvented: Bool
  public var note: String
  public var prices: [Price]
  public var subsidies: [Subsidy]
  public var management: Management?
  /// What the co-operative pays a year.
  public var rate: Term<Percent>?
  /// What members pay the co-operative a year.
  public var memberRate: Term<Percent>?
  public var years: Term<Int>?
  /// Of the loan, to be saved before.
  public var savings: Term<Percent>?
  /// For a square wah a month.
  public var rent: Term<Money>?
  /// Of income that instalments, rent and funds together may take.
  public var affordable: Term<Percent>?
}

/// A percentage in ten-thousandths of a percent, exact.
public struct Percent: Hashable, Sendable, Comparable {
  public var parts: Int128

  public init(parts: Int128) { self.parts = parts }

  public init(_ percent: Int) { parts = Int128(percent) * 10_000 }

  /// `4`, `4.25`, `4 %`; up to four decimals and up to 1,000 %.
  public init?(typed text: String) {
    guard let number = FixedDecimal(typed: text, decimals: 4), (0...10_000_000).contains(number.units) else {
      return nil
    }
    parts = number.units
  }

  public static func < (a: Percent, b: Percent) -> Bool { a.parts < b.parts }

  /// Parts of one whole.
  static let whole: Int128 = 1_000_000

  /// This share of an amount, rounded half away from zero.
  public func of(_ money: Money) -> Money { money.times(parts, over: Self.whole) }

  public var fraction: Double { Double(parts) / Double(Self.whole) }
}

extension Percent: CustomStringConvertible {
  public var description: String {
    let (whole, rest) = parts.quotientAndRemainder(dividingBy: 10_000)
    var decimals = String(Int(rest) + 10_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return decimals.isEmpty ? "\(whole)" : "\(whole).\(decimals)"
  }
}
