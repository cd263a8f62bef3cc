/// Faults between rows: codes, kin and plots that two have.
extension RosterReader {
  /// What only the whole table tells; faults come into the order of the rows.
  mutating func finish(rows: Int) {
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
