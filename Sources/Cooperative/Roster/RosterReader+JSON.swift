internal import JSON

/// A roster as JSON: an object for each household.
extension RosterReader {
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
}
