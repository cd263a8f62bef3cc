internal import JSON

/// Makes households of rows, and notes every fault on the way.
struct RosterReader {
  var roster = Roster()
  private var rowsOfID: [String: Int] = [:]

  mutating func note(
    _ row: Int?, _ column: RosterColumn?, _ problem: String, _ remedy: String, heading: String? = nil
  ) {
    roster.faults.append(
      RosterFault(row: row, column: heading ?? column?.rawValue, problem: problem, remedy: remedy))
  }

  // MARK: Tables

  mutating func read(_ table: CSVTable) {
    guard let heading = table.heading else {
      note(
        nil, nil, "the file is empty", "write a heading and a row for each household; see klong roster new")
      return
    }
    let columns = columns(of: heading)
    requireHouse()
    if let row = table.openQuotation {
      note(
        row, nil, "a quotation mark is never closed",
        "close it, or take it away; rows behind it count as one cell")
    }
    for row in table.rows.prefix(Roster.mostRows) {
      var cells: [RosterColumn: String] = [:]
      for (place, text) in row.cells.enumerated() {
        let isUnreadable = row.unreadable.contains(place)
        guard columns.indices.contains(place) else {
          if !text.isEmpty || isUnreadable {
            note(
              row.number, nil, "a cell stands behind the last column", "give it a heading, or take it away")
          }
          continue
        }
        if isUnreadable {
          note(
            row.number, columns[place], "not written in UTF-8", "save the table as \"CSV UTF-8\"",
            heading: columns[place] == nil ? heading.cells[place] : nil)
        }
        if let column = columns[place], !text.isEmpty { cells[column] = text }
      }
      add(row.number, cells)
    }
    finish(rows: table.rows.count)
  }

  private mutating func columns(of heading: CSVTable.Row) -> [RosterColumn?] {
    var found: [RosterColumn?] = []
    for (place, text) in heading.cells.enumerated() {
      let letter = Self.letter(place)
      if heading.unreadable.contains(place) {
        note(
          heading.number, nil, "the heading of column \(letter) is not written in UTF-8",
          "save as \"CSV UTF-8\"")
        found.append(nil)
      } else if text.isEmpty {
        note(heading.number, nil, "column \(letter) has no heading", "name it, or take it away")
        found.append(nil)
      } else if let column = RosterColumn(heading: text) {
        if found.contains(column) {
          note(heading.number, column, "two columns mean the same", "keep one of them")
          found.append(nil)
        } else {
          found.append(column)
        }
      } else {
        note(
          heading.number, nil, "the heading of column \(letter) is not known",
          "known are \(RosterColumn.allCases.map(\.rawValue).joined(separator: ", ")), or their Thai names")
        found.append(nil)
      }
    }
    roster.columns = found.compactMap { $0 }
    return found
  }

  private mutating func requireHouse() {
    guard !roster.columns.contains(.house) else { return }
    note(1, .house, "the column is missing", "add a column \"house\" with today's house of each household")
  }

  /// `A`, `B`, … `Z`, `AA` as spreadsheets name columns.
  private static func letter(_ place: Int) -> String {
    var (rest, letters) = (place, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  // MARK: JSON

  mutating func read(_ value: JSONValue) {
    guard let rows = value["households"]?.array ?? value.array else {
      note(nil, nil, "there is no list \"households\"", "see klong roster schema")
      return
    }
    // Objects have no heading: each must tell its house.
    roster.columns = [.house]
    for (place, row) in rows.prefix(Roster.mostRows).enumerated() {
      read(row, number: place + 1)
    }
    finish(rows: rows.count)
  }

  private mutating func read(_ row: JSONValue, number: Int) {
    guard let object = row.object else {
      note(number, nil, "not an object", "write a household as {\"house\": …}")
      add(number, [:])
      return
    }
    var cells: [RosterColumn: String] = [:]
    for member in object {
      guard let column = RosterColumn(heading: member.name) else {
        note(
          number, nil, "a member is not known",
          "known are \(RosterColumn.allCases.map(\.rawValue).joined(separator: ", ")), or their Thai names")
        continue
      }
      if cells[column] != nil { note(number, column, "given twice", "keep one of them") }
      if !roster.columns.contains(column) { roster.columns.append(column) }
      let items = member.value.array ?? [member.value]
      let texts = items.filter { !$0.isNull }.map { $0.string ?? $0.number?.text }
      if texts.contains(nil) {
        note(number, column, "neither a text nor a number", "see klong roster schema")
      }
      let text = texts.compactMap { $0?.trimmed }.joined(separator: ";")
      if !text.isEmpty { cells[column] = text }
    }
    add(number, cells)
  }

  // MARK: Rows

  private mutating func add(_ row: Int, _ cells: [RosterColumn: String]) {
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

  // MARK: The roster as a whole

  private mutating func finish(rows: Int) {
    if rows > Roster.mostRows {
      note(Roster.mostRows + 2, nil, "more rows than \(Roster.mostRows)", "split the roster by settlement")
    }
    if rows == 0 { note(nil, nil, "there is no household in it", "write a row for each household") }
    nameHouseholds()
    checkKin()
    checkFixedPlots()
    roster.faults.sort { ($0.row ?? 0, $0.column ?? "") < ($1.row ?? 0, $1.column ?? "") }
  }

  /// Where one household lives in a house and has no code, the house is its code.
  private mutating func nameHouseholds() {
    var inHouse: [String: Int] = [:]
    for household in roster.households where !household.house.isEmpty {
      inHouse[household.house, default: 0] += 1
    }
    for index in roster.households.indices {
      let household = roster.households[index]
      if household.id.isEmpty, !household.house.isEmpty {
        if (inHouse[household.house] ?? 0) > 1 {
          note(
            household.row, .household, "several rows name this house, and this one has no code",
            "give each household of the house a code, or take the double row away")
        }
        roster.households[index].id = household.house
      }
      let id = roster.households[index].id
      guard !id.isEmpty else { continue }
      if let first = rowsOfID[id], !household.id.isEmpty {
        note(
          household.row, .household, "the code stands in row \(first) too",
          "give each household a code of its own")
      } else if let first = rowsOfID[id], (inHouse[household.house] ?? 0) <= 1 {
        note(
          household.row, .house, "its house is the code of row \(first)", "give this household another code")
      }
      if rowsOfID[id] == nil { rowsOfID[id] = household.row }
    }
  }

  private mutating func checkKin() {
    for household in roster.households {
      for kin in household.kin {
        if kin == household.id {
          note(household.row, .kin, "names the household itself", "name others")
        } else if rowsOfID[kin] == nil {
          note(
            household.row, .kin, "names a household that has no row",
            "write the code of a household of this roster")
        }
      }
    }
  }

  private mutating func checkFixedPlots() {
    var rows: [String: Int] = [:]
    for household in roster.households {
      guard let plot = household.fixedPlot else { continue }
      if let first = rows[plot] {
        note(
          household.row, .plot, "row \(first) has this plot already", "give each household a plot of its own")
      } else {
        rows[plot] = household.row
      }
      if household.forbiddenPlots.contains(plot) {
        note(
          household.row, .notPlots, "forbids the plot that the column plot gives", "decide for one of them")
      }
    }
  }
}
