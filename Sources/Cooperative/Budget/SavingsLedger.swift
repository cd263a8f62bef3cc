/// What households paid in and took out: a table of `date`, `household` and `amount`.
public struct SavingsLedger: Sendable {
  /// By the household's code.
  public private(set) var balances: [String: Money] = [:]
  /// All entries; an amount below zero was taken out.
  public private(set) var rows = 0
  /// Months from 1 for January of year 0.
  public private(set) var firstMonth: Int?
  public private(set) var lastMonth: Int?
  public private(set) var faults: [RosterFault] = []

  public init(csv bytes: [UInt8], households: Set<String>) {
    let table = CSVTable(bytes)
    let names = [
      ["date", "วันที่"], ["household", "id", "ครัวเรือน", "รหัสครัวเรือน"], ["amount", "จำนวนเงิน", "เงินออม"],
    ]
    let headings = table.heading?.cells.map { RosterColumn.folded($0) } ?? []
    let columns = names.map { known in
      headings.firstIndex { heading in known.contains { RosterColumn.folded($0) == heading } }
    }
    guard let dateColumn = columns[0], let householdColumn = columns[1], let amountColumn = columns[2] else {
      note(
        1, nil, "the columns date, household and amount are not all there",
        "write a heading: date,household,amount")
      return
    }
    for row in table.rows {
      rows += 1
      let cells = [dateColumn, householdColumn, amountColumn].map {
        row.cells.indices.contains($0) ? row.cells[$0] : ""
      }
      let month = Self.month(cells[0])
      if month == nil { note(row.number, "date", "not a date", "write year-month-day, such as 2026-03-31") }
      if !households.contains(cells[1]) {
        note(
          row.number, "household", "no household of the roster has this code", "write a code of the roster")
      }
      guard let amount = Money(typed: cells[2]) else {
        note(row.number, "amount", "no amount", "write an amount such as 500 or -500.00")
        continue
      }
      guard let month, households.contains(cells[1]) else { continue }
      balances[cells[1], default: .zero] = (balances[cells[1]] ?? .zero) + amount
      firstMonth = min(firstMonth ?? month, month)
      lastMonth = max(lastMonth ?? month, month)
    }
    for (id, balance) in balances.sorted(by: { $0.key < $1.key }) where balance < .zero {
      note(nil, "amount", "household \(id) took out more than it paid in", "look for a missing row")
    }
  }

  private mutating func note(_ row: Int?, _ column: String?, _ problem: String, _ remedy: String) {
    faults.append(RosterFault(row: row, column: column, problem: problem, remedy: remedy))
  }

  /// `2026-03-31`, also in Buddhist years from 2400 on; nil for another text.
  private static func month(_ text: String) -> Int? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1900...2700).contains(year), (1...12).contains(month)
    else { return nil }
    let common = year >= 2400 ? year - 543 : year
    let isLeap = common.isMultiple(of: 4) && (!common.isMultiple(of: 100) || common.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...days).contains(day) ? common * 12 + month : nil
  }

  /// How many months of saving the ledger tells of.
  public var months: Int { firstMonth.flatMap { first in lastMonth.map { $0 - first + 1 } } ?? 0 }
}

/// Who has reached the savings-first rule, and when the others will.
public struct SavingsReadiness: Sendable {
  public struct Group: Sendable {
    public var name: String
    public var households: Int
    public var ready: Int
    public var saved: Money
    public var asked: Money
    /// Months from the ledger's end at the pace so far; 0 where the group has reached it, nil where it never will.
    public var monthsToGo: Int?
  }

  public let groups: [Group]
  public let all: Group

  public init(_ budget: Budget, months: Int) {
    let percent = budget.terms.savings
    func group(_ name: String, _ members: [Budget.HouseholdLine]) -> Group {
      let saved = members.reduce(Money.zero) { $0 + $1.household.savings }
      let asked = members.reduce(Money.zero) { $0 + $1.savingsRule(percent) }
      var togo: Int?
      if saved >= asked {
        togo = 0
      } else if months > 0, saved.isPositive {
        // At the mean pace: (asked - saved) / (saved / months), rounded up.
        let missing = (asked - saved).satang * Int128(months)
        let (quotient, rest) = missing.quotientAndRemainder(dividingBy: saved.satang)
        let rounded = quotient + (rest > 0 ? 1 : 0)
        togo = rounded < 1200 ? Int(rounded) : nil
      }
      return Group(
        name: name, households: members.count, ready: members.count { $0.hasSaved(percent) }, saved: saved,
        asked: asked, monthsToGo: togo)
    }
    all = group("all", budget.households)
    let names = Dictionary(grouping: budget.households.filter { $0.household.group != nil }) {
      $0.household.group ?? ""
    }
    groups = names.sorted { $0.key < $1.key }.map { group($0.key, $0.value) }
  }

  /// The groups that everybody may be told of, and of them and of all together how many are ready; nil where that
  /// stays unsaid. How many belong to a group, and to all, is known.
  public var told: (groups: [(group: Group, ready: Int?)], ready: Int?) {
    let others = Group(
      name: "", households: all.households - groups.reduce(0) { $0 + $1.households },
      ready: all.ready - groups.reduce(0) { $0 + $1.ready }, saved: .zero, asked: .zero)
    let isTold = SmallCount.toldGroups(sizes: groups.map(\.households), others: others.households)
    let every = groups + [others]
    // Of each group those who are ready, and those who are not, which nobody is told but everybody can reckon.
    let counts = every.flatMap { [$0.ready, $0.households - $0.ready] }
    let untold = counts.indices.filter { !$0.isMultiple(of: 2) || $0 / 2 == groups.count || !isTold[$0 / 2] }
    let readyPlaces = every.indices.map { 2 * $0 }
    let sizes = every.indices.map { ToldCounts.Sum([2 * $0, 2 * $0 + 1], isKnown: true) }
    let told = ToldCounts(counts, sums: sizes + [ToldCounts.Sum(readyPlaces)], untold: Set(untold))
    return (
      groups.indices.filter { isTold[$0] }.map { (groups[$0], told.tells[2 * $0] ? groups[$0].ready : nil) },
      told.tells(sumOf: readyPlaces) ? all.ready : nil
    )
  }
}
