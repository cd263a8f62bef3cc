/// A roster as a table: heading, columns, cells.
extension RosterReader {
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
}
