internal import JSON

/// Who holds which right on which land: parties, the co-operative and its members, units, rights and restrictions, land,
/// sources, and the versions through which all of it went.
///
/// Every cell is a text, so that tables, JSON and GeoJSON say the same to the byte.
public struct TenureRecords: Hashable, Sendable {
  public internal(set) var tables: [TenureTable: [[String]]]

  init(tables: [TenureTable: [[String]]]) { self.tables = tables }

  public static let cooperative = "cooperative"
  public static let land = "land"

  /// A dwelling to record.
  public struct Dwelling: Sendable {
    public var plot: String
    public var household: String
    public var name: String?
    public var squareMetres: String
    /// As GeoJSON, in degrees.
    public var geometry: String
    /// The clause of each setback that bears on it.
    public var setbacks: [String]

    public init(
      plot: String, household: String, name: String?, squareMetres: String, geometry: String,
      setbacks: [String]
    ) {
      (self.plot, self.household, self.name) = (plot, household, name)
      (self.squareMetres, self.geometry, self.setbacks) = (squareMetres, geometry, setbacks)
    }
  }

  /// The first version.
  ///
  /// - Parameters:
  ///   - waiting: members without a plot.
  ///   - sources: kind and SHA-256 of each document.
  public init(
    dwellings: [Dwelling], waiting: [String], sources: [(type: String, sha256: String)], date: String
  ) {
    let members = dwellings.map { ($0.household, $0.name ?? "") } + waiting.map { ($0, "") }
    var rights = [["R1", "right", "collective_lease", Self.cooperative, Self.land, "", "1", ""]]
    rights.append([
      "R2", "restriction", "no_sale_outside", "", Self.land, "only members may get a dwelling", "1", "",
    ])
    func add(_ values: [String]) { rights.append(["R\(rights.count + 1)"] + values + ["1", ""]) }
    for dwelling in dwellings {
      let unit = Self.unit(ofPlot: dwelling.plot)
      add(["right", "dwell", dwelling.household, unit, ""])
      for setback in dwelling.setbacks { add(["restriction", "setback", "", unit, setback]) }
    }
    tables = [
      .party: [[Self.cooperative, "group", ""]] + members.map { [$0.0, "member", $0.1] },
      .groupMember: members.map { [Self.cooperative, $0.0, "1/\(members.count)", "1", ""] },
      .unit: [[Self.land, "land", ""]] + dwellings.map { [Self.unit(ofPlot: $0.plot), "dwelling", $0.plot] },
      .right: rights,
      .spatialUnit: dwellings.map {
        ["S-" + $0.plot, Self.unit(ofPlot: $0.plot), $0.squareMetres, $0.geometry]
      },
      .source: sources.enumerated().map { ["D\($0.offset + 1)", $0.element.type, $0.element.sha256] },
      .version: [["1", "recorded", date, "", "", ""]],
    ]
  }

  static func unit(ofPlot plot: String) -> String { "U-" + plot }

  func rows(_ table: TenureTable) -> [[String]] { tables[table] ?? [] }

  public var version: Int { rows(.version).compactMap { Int($0[0]) }.max() ?? 0 }

  public var dwellings: Int { rows(.unit).count { $0[1] == "dwelling" } }

  /// Members of today.
  public var members: Set<String> { Set(rows(.groupMember).filter { $0[4].isEmpty }.map { $0[1] }) }

  /// How many parties are written with their names.
  public var names: Int { rows(.party).count { !$0[2].isEmpty } }

  /// The same under codes alone.
  public var withoutNames: TenureRecords {
    var records = self
    records.tables[.party] = rows(.party).map { [$0[0], $0[1], ""] }
    return records
  }

  /// Who has the right to dwell on a plot today; the co-operative where it came back. Nil where there is no such plot.
  public func holder(ofPlot plot: String) -> String? {
    rows(.right).last { $0[2] == "dwell" && $0[4] == Self.unit(ofPlot: plot) && $0[7].isEmpty }?[3]
  }
}

/// Why a change is not made.
public enum TenureRefusal: Error, Hashable, Sendable {
  case noSuchPlot
  /// The rule book of the co-operative: no sale to somebody outside.
  case outsider
  case alreadyTheirs
  case notACode
  /// Earlier than the last version, which is of this day.
  case before(String)
}

extension TenureRecords {
  public enum Event: Hashable, Sendable {
    /// To another member.
    case transfer(plot: String, to: String)
    /// To an heir, who becomes a member.
    case inheritance(plot: String, to: String)
    /// Back to the co-operative.
    case back(plot: String)
  }

  /// A new version in which the old one still stands.
  public func applying(_ event: Event, date: String) throws(TenureRefusal) -> TenureRecords {
    let (name, plot, taker): (String, String, String) =
      switch event {
      case .transfer(let plot, let to): ("transfer", plot, to)
      case .inheritance(let plot, let to): ("inheritance", plot, to)
      case .back(let plot): ("return", plot, Self.cooperative)
      }
    guard let holder = holder(ofPlot: plot) else { throw .noSuchPlot }
    guard holder != taker else { throw .alreadyTheirs }
    if case .transfer = event, !members.contains(taker) { throw .outsider }
    guard RosterReader.isCode(taker) || taker == Self.cooperative else { throw .notACode }
    // Days as year-month-day stand in the order of their letters.
    if let last = rows(.version).map({ $0[2] }).max(), date < last { throw .before(last) }
    var next = self
    let version = String(version + 1)
    let unit = Self.unit(ofPlot: plot)
    next.end(.right, version) { $0[2] == "dwell" && $0[4] == unit }
    next.tables[.right, default: []].append(
      ["R\(rows(.right).count + 1)", "right", "dwell", taker, unit, "", version, ""])
    if case .inheritance = event, !members.contains(taker) {
      if !rows(.party).contains(where: { $0[0] == taker }) {
        next.tables[.party, default: []].append([taker, "member", ""])
      }
      let share = rows(.groupMember).last { $0[1] == holder && $0[4].isEmpty }?[2] ?? ""
      next.tables[.groupMember, default: []].append([Self.cooperative, taker, share, version, ""])
    }
    // Who holds no dwelling any more is no member any more.
    let holdsMore = next.rows(.right).contains { $0[2] == "dwell" && $0[3] == holder && $0[7].isEmpty }
    if !holdsMore { next.end(.groupMember, version) { $0[1] == holder } }
    next.tables[.version, default: []].append([version, name, date, unit, holder, taker])
    return next
  }

  private mutating func end(_ table: TenureTable, _ version: String, _ isMeant: ([String]) -> Bool) {
    for index in rows(table).indices {
      guard let row = tables[table]?[index], let last = row.indices.last, row[last].isEmpty, isMeant(row)
      else {
        continue
      }
      tables[table]?[index][last] = version
    }
  }
}
