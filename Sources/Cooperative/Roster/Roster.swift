public import JSON

/// The households of a settlement as a file tells of them, with everything that is wrong with it.
public struct Roster: Sendable {
  /// One for each row of the file, also for rows with faults: what could not be read is left out.
  public internal(set) var households: [Household] = []
  /// In the order of the rows.
  public internal(set) var faults: [RosterFault] = []
  /// The columns that the file has.
  public internal(set) var columns: [RosterColumn] = []

  /// The most rows that are read; a canal programme has about 7,000 households (facts/law-and-practice.md §7).
  public static let mostRows = 100_000

  public init(csv bytes: [UInt8]) {
    let table = CSVTable(bytes)
    var reader = RosterReader()
    reader.read(table)
    self = reader.roster
  }

  /// A list of objects, or an object whose `households` is one; the members are called as the columns.
  public init(json value: JSONValue) {
    var reader = RosterReader()
    reader.read(value)
    self = reader.roster
  }

  public init(households: [Household]) {
    self.households = households
    columns = RosterColumn.allCases
  }

  init() {}

  /// Whether it can be used.
  public var isSound: Bool { !faults.contains { $0.kind == .wrong } }
}
