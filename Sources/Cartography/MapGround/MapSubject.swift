internal import Geometry
public import Settlement

/// What a set of sheets is about: all that may be printed, and nothing else.
///
/// Privacy is decided where this is made: what is not in here is on no sheet.
public struct MapSubject: Sendable {
  public var settlement: Settlement
  public var plan: Plan
  /// What stands over the sheets, such as the canal's name.
  public var title: String
  /// The first digits of the plan file's SHA-256, from which its words are taken.
  public var digest: String
  /// The plane, as people of the trade name it.
  public var systemName: String
  /// Metres on the plane for a metre on the ground.
  public var gridScale: Double
  /// From north of the plane to true north, in radians, clockwise.
  public var convergence: Double
  /// What people call this version, such as `2`.
  public var version: String
  public var isAgreed: Bool
  /// Nil where nobody told: then there is room to write it.
  public var date: CalendarDay?
  /// By plot: the house of today whose people get it, where that is decided.
  public var seats: [String: Seat] = [:]
  /// By plot: who will live there, where that is decided and this copy may tell it.
  public var residents: [String: Resident] = [:]
  /// Those who get no plot; they are told first.
  public var withoutPlot: [Resident] = []
  /// Whether its lanes were laid between today's parcels, which stay.
  public var isReblocking = false
  /// How it was decided who lives where.
  public var allotment: Allotment?

  /// A house of today and what it covers.
  public struct Seat: Hashable, Sendable {
    public var houseNumber: String?
    public var squareMetres: Double?

    public init(houseNumber: String?, squareMetres: Double?) {
      (self.houseNumber, self.squareMetres) = (houseNumber, squareMetres)
    }
  }

  public init(
    settlement: Settlement, plan: Plan, title: String, digest: String, systemName: String,
    gridScale: Double, convergence: Double, version: String, isAgreed: Bool, date: CalendarDay?
  ) {
    (self.settlement, self.plan, self.title, self.digest) = (settlement, plan, title, digest)
    for (index, plot) in plan.plots.enumerated() where plot.number == nil && plot.id == nil {
      self.plan.plots[index].id = "#\(index + 1)"
    }
    (self.systemName, self.gridScale, self.convergence) = (systemName, gridScale, convergence)
    (self.version, self.isAgreed, self.date) = (version, isAgreed, date)
  }

  /// What a plot is called on every sheet: its number, else its id, else its place in the plan.
  public static func key(_ plot: Plot) -> String {
    plot.number.map(String.init) ?? PrintableText.name(plot.id ?? "", atMost: 8)
  }
}

/// A day of the common calendar.
public struct CalendarDay: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// From `2026-11-25`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 1900, year < 3000,
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The year of the Buddhist era, as Thailand counts it.
  public var buddhistYear: Int { year + 543 }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
