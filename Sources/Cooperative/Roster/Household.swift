/// Who lives in one home today: a row of the roster.
///
/// `name`, `needs`, `income`, `savings` and `debt` are personal; nothing that is written tells of them unasked.
public struct Household: Hashable, Sendable {
  public enum Tenure: String, CaseIterable, Hashable, Sendable {
    case owner, sharer, renter
  }

  /// What a household asks of its place; the two first can be a matter of health.
  public enum Need: String, CaseIterable, Hashable, Sendable, Comparable {
    case wheelchair, elder, shop, quiet
    case nearCanal = "near_canal"
    case nearRoad = "near_road"

    public static func < (a: Need, b: Need) -> Bool { a.rawValue < b.rawValue }
  }

  /// Its code in this roster: letters, digits and `-./_`, with a digit in it, so that it is no name.
  public var id: String
  /// Today's house: its number or the `id` of its feature.
  public var house: String
  public var name: String?
  /// Zero where the house stands empty: then nobody needs a plot.
  public var people: Int?
  public var tenure: Tenure?
  public var group: String?
  public var needs: Set<Need> = []
  /// The number or `id` of the plot that it has already.
  public var fixedPlot: String?
  /// Plots that it must not get.
  public var forbiddenPlots: [String] = []
  /// Codes of households that it shall live beside.
  public var kin: [String] = []
  /// A month.
  public var income: Money?
  public var savings: Money?
  /// What it owes elsewhere, as a payment a month.
  public var debt: Money?
  /// The row of the file.
  public var row: Int

  public init(id: String, house: String, row: Int = 0) {
    self.id = id
    self.house = house
    self.row = row
  }

  /// Whether somebody lives there.
  public var needsPlot: Bool { people != 0 }
}
