/// What a plan costs and who pays it, in sums over everybody; amounts as decimal numbers in text.
public struct BudgetFigures: Hashable, Sendable {
  /// A bar: what it is and how much.
  public struct Item: Hashable, Sendable {
    public enum Kind: String, Sendable { case works, houses, worksSubsidy, houseSubsidy, savings, loans }

    public var kind: Kind
    public var amount: String

    public init(kind: Kind, amount: String) { (self.kind, self.amount) = (kind, amount) }

    var value: Double { max(0, Double(amount) ?? 0) }
  }

  /// A count of people as everybody may be told it.
  public enum Told: Hashable, Sendable {
    case count(Int)
    /// Fewer than `least`, or one that would tell of so few.
    case unsaid(least: Int)
  }

  public var costs: [Item]
  public var payers: [Item]
  public var total: String
  public var households: Int
  /// Means over all households.
  public var loan: String
  public var instalment: String
  public var rent: String
  public var monthly: String
  public var months: Int
  public var ratePercent: String
  /// Households that cannot pay, as it may be told; nil where nobody's income is known.
  public var cannotPay: Told?
  public var currency: String
  /// Whether the prices are made up to show the tool.
  public var isInvented: Bool

  public init(
    costs: [Item], payers: [Item], total: String, households: Int, loan: String, instalment: String,
    rent: String, monthly: String, months: Int, ratePercent: String, cannotPay: Told?, currency: String,
    isInvented: Bool
  ) {
    (self.costs, self.payers, self.total, self.households) = (costs, payers, total, households)
    (self.loan, self.instalment, self.rent, self.monthly) = (loan, instalment, rent, monthly)
    (self.months, self.ratePercent, self.cannotPay) = (months, ratePercent, cannotPay)
    (self.currency, self.isInvented) = (currency, isInvented)
  }
}

extension MapStyle {
  /// An amount with its currency: `1,071.71 baht`, without satang where there are none.
  public func money(_ amount: String, _ currency: String) -> String {
    let parts = amount.split(separator: ".", maxSplits: 1)
    let whole = parts.first.map(String.init) ?? "0"
    let sign = whole.hasPrefix("-") ? "-" : ""
    var text = ""
    for (index, digit) in whole.drop(while: { $0 == "-" }).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    var shown = sign + String(text.reversed())
    if parts.count == 2, parts[1].contains(where: { $0 != "0" }) { shown += "." + parts[1] }
    if currency.isEmpty { return digits(shown) }
    return currency == "THB"
      ? self[.baht, digits(shown)] : "\(digits(shown)) \(PrintableText.name(currency, atMost: 8))"
  }
}
