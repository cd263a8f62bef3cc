internal import JSON

extension Roster {
  /// The roster as a table with all its columns, which reads back as the same households.
  public func csv() -> String {
    let columns = RosterColumn.allCases
    return households.reduce(CSVText.line(columns.map(\.rawValue))) { text, household in
      text + CSVText.line(columns.map { household.text($0) })
    }
  }

  /// A canonical text of all that a draw may depend on, the same for every order of the rows.
  ///
  /// Names and money are left out: they have no say in it.
  public var canonicalText: String {
    let columns: [RosterColumn] = [
      .household, .house, .people, .tenure, .group, .needs, .plot, .notPlots, .kin,
    ]
    let lines = households.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }.map { household in
      JSONValue.array(columns.map { .string(household.text($0)) }).serialized()
    }
    return lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }

  /// One empty row for each house.
  public init(starting houses: [String]) {
    self.init()
    columns = RosterColumn.allCases
    households = houses.enumerated().map { place, house in
      let digits = String(place + 1)
      let code = "H" + String(repeating: "0", count: Swift.max(0, 3 - digits.count)) + digits
      return Household(id: code, house: house, row: place + 2)
    }
  }
}

extension Household {
  func text(_ column: RosterColumn) -> String {
    switch column {
    case .household: id
    case .house: house
    case .name: name ?? ""
    case .people: people.map(String.init) ?? ""
    case .tenure: tenure?.rawValue ?? ""
    case .group: group ?? ""
    case .needs: needs.sorted().map(\.rawValue).joined(separator: ";")
    case .plot: fixedPlot ?? ""
    case .notPlots: forbiddenPlots.joined(separator: ";")
    case .kin: kin.joined(separator: ";")
    case .income: income?.description ?? ""
    case .savings: savings?.description ?? ""
    case .debt: debt?.description ?? ""
    }
  }
}
