/// Makes households of rows, and notes every fault on the way.
struct RosterReader {
  var roster = Roster()
  /// The first row of each code.
  var rowsOfID: [String: Int] = [:]

  mutating func note(
    _ row: Int?, _ column: RosterColumn?, _ problem: String, _ remedy: String, heading: String? = nil
  ) {
    roster.faults.append(
      RosterFault(row: row, column: heading ?? column?.rawValue, problem: problem, remedy: remedy))
  }

  mutating func add(_ row: Int, _ cells: [RosterColumn: String]) {
    var household = Household(id: cells[.household] ?? "", house: cells[.house] ?? "", row: row)
    if household.house.isEmpty, roster.columns.contains(.house) {
      note(row, .house, "empty", "write the number of the house where it lives today")
    }
    if !household.id.isEmpty, !Self.isCode(household.id) {
      note(
        row, .household, "not a code",
        "use up to 24 letters, digits and - . / _ with a digit among them; names belong into the column name")
    }
    household.name = cells[.name]
    household.group = cells[.group]
    household.fixedPlot = cells[.plot]
    household.forbiddenPlots = Self.items(cells[.notPlots])
    household.kin = Self.items(cells[.kin])
    household.people = read(cells[.people], row, .people, "a whole number up to 100") { text in
      Int(text.typed).flatMap { (0...100).contains($0) ? $0 : nil }
    }
    household.tenure = read(
      cells[.tenure], row, .tenure, "owner, sharer or renter", Household.Tenure.init(typed:))
    for word in Self.items(cells[.needs]) {
      let known = Household.Need.allCases.map(\.rawValue).joined(separator: ", ")
      let need = read(word, row, .needs, known, Household.Need.init(typed:))
      if let need { household.needs.insert(need) }
    }
    household.income = amount(cells[.income], row, .income)
    household.savings = amount(cells[.savings], row, .savings)
    household.debt = amount(cells[.debt], row, .debt)
    roster.households.append(household)
  }

  private mutating func amount(_ text: String?, _ row: Int, _ column: RosterColumn) -> Money? {
    read(text, row, column, "an amount such as 12000 or 12000.50, not below zero") { text in
      Money(typed: text).flatMap { $0 < .zero ? nil : $0 }
    }
  }

  private mutating func read<Value>(
    _ text: String?, _ row: Int, _ column: RosterColumn, _ wanted: String, _ value: (String) -> Value?
  ) -> Value? {
    guard let text else { return nil }
    let found = value(text)
    if found == nil { note(row, column, "cannot be read", "write \(wanted)") }
    return found
  }

  private static func items(_ text: String?) -> [String] {
    (text ?? "").split { ";|,\n".contains($0) || $0 == "\r\n" }.map(\.trimmed).filter { !$0.isEmpty }
  }

  static func isCode(_ text: String) -> Bool {
    text.count <= 24 && text.contains(where: \.isPlainDigit)
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
          || ("0"..."9").contains(scalar) || "-./_".unicodeScalars.contains(scalar)
      }
  }
}
