/// A household as far as a copy may tell of it.
public struct Resident: Hashable, Sendable {
  /// Its code; its name only on copies with names.
  public var label: String
  /// The number of its house of today.
  public var houseNumber: String?
  /// From the house of today to the plot.
  public var movedMetres: Double?
  /// Who lives beside it today.
  public var neighboursBefore: [String] = []
  /// What it pays a month, with thousands parted; only on copies with money.
  public var payments: Payments?

  /// Amounts of a month as they are printed.
  public struct Payments: Hashable, Sendable {
    public var instalment: String
    /// Instalment, rent and funds.
    public var monthly: String

    public init(instalment: String, monthly: String) {
      (self.instalment, self.monthly) = (instalment, monthly)
    }
  }

  public init(label: String, houseNumber: String?, movedMetres: Double? = nil) {
    (self.label, self.houseNumber, self.movedMetres) = (label, houseNumber, movedMetres)
  }
}

/// How plots were given out, and the record by which anybody can check it.
public struct Allotment: Hashable, Sendable {
  public enum Method: String, Sendable {
    case nearby, ballot, hand
    case groupBallot = "group-ballot"
  }

  public var method: Method
  /// The number that was drawn in public; nil where no lots were drawn.
  public var number: String?
  /// The first digits of the record's SHA-256.
  public var record: String?

  public init(method: Method, number: String?, record: String?) {
    (self.method, self.number, self.record) = (method, number, record)
  }
}
