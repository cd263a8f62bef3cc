/// A list of seats that people agreed on: a table of `household` and `plot`.
public struct HandList: Sendable {
  public private(set) var seats: [(household: Int, place: Int)] = []
  public private(set) var faults: [RosterFault] = []

  public init(csv bytes: [UInt8], for question: AllocationQuestion) {
    let table = CSVTable(bytes)
    let columns = table.heading?.cells.map { RosterColumn(heading: $0) } ?? []
    guard let householdColumn = columns.firstIndex(of: .household),
      let plotColumn = columns.firstIndex(of: .plot)
    else {
      note(1, nil, "the columns household and plot are not both there", "write a heading: household,plot")
      return
    }
    var householdOf: [String: Int] = [:]
    for (index, household) in question.households.enumerated() { householdOf[household.id] = index }
    let placeOf = question.places.placesByName
    var rowOfHousehold: [Int: Int] = [:]
    var rowOfPlace: [Int: Int] = [:]
    for row in table.rows {
      let cells = [householdColumn, plotColumn].map { row.cells.indices.contains($0) ? row.cells[$0] : "" }
      guard let household = householdOf[cells[0]] else {
        note(
          row.number, .household, "no household that needs a plot has this code", "write a code of the roster"
        )
        continue
      }
      if let first = rowOfHousehold[household] {
        note(row.number, .household, "row \(first) speaks of it already", "keep one of them")
        continue
      }
      rowOfHousehold[household] = row.number
      guard !cells[1].isEmpty else { continue }
      guard let place = placeOf[cells[1].typed] else {
        note(row.number, .plot, "there is no such plot", "write the number or the id of a plot of the plan")
        continue
      }
      if let first = rowOfPlace[place] {
        note(
          row.number, .plot, "row \(first) gives this plot already", "give each household a plot of its own")
        continue
      }
      rowOfPlace[place] = row.number
      if question.forbidden[household].contains(place) {
        note(
          row.number, .plot, "the roster forbids this plot to it", "agree on another, or change the roster")
      }
      if let fixed = question.fixed[household], fixed != place {
        note(row.number, .plot, "the roster gives it another plot", "agree on that one, or change the roster")
      }
      if let holder = question.fixed.firstIndex(of: place), holder != household {
        note(row.number, .plot, "the roster gives this plot to another household", "agree on another")
      }
      seats.append((household, place))
    }
  }

  private mutating func note(_ row: Int, _ column: RosterColumn?, _ problem: String, _ remedy: String) {
    faults.append(RosterFault(row: row, column: column?.rawValue, problem: problem, remedy: remedy))
  }
}
