public import Settlement

extension Roster {
  /// The place of each household's house in `houses`, in the order of the rows; nil where there is none.
  ///
  /// A house is known by its number, else by its feature's `id`. Faults are added for houses and plots that are not
  /// there, and for houses of which no row tells.
  public mutating func locate(in houses: [House], plots: [Plot]?) -> [Int?] {
    let directory = HouseDirectory(houses)
    var found: [Int?] = []
    var isTold = Array(repeating: false, count: houses.count)
    for household in households {
      let places = directory[household.house]
      found.append(places.first)
      for place in places { isTold[place] = true }
      if places.isEmpty, !household.house.isEmpty {
        add(
          household.row, .house, "there is no such house", "write house_no or the id of a house of the plan")
      } else if places.count > 1 {
        add(
          household.row, .house, "\(places.count) houses have this number",
          "write the id of the house instead")
      }
    }
    for (house, told) in zip(houses, isTold) where !told && !house.isLocked {
      faults.append(
        RosterFault(
          kind: .missing, row: nil, column: nil,
          problem: "no row tells of house \(house.label)",
          remedy: "add its households, or a row with people 0 where it stands empty"))
    }
    if let plots { checkPlots(PlotDirectory(plots)) }
    return found
  }

  private mutating func checkPlots(_ plots: PlotDirectory) {
    var rows: [Int: Int] = [:]
    for household in households {
      if let plot = household.fixedPlot {
        switch plots[plot] {
        case nil:
          add(
            household.row, .plot, "there is no such plot", "write the number or the id of a plot of the plan")
        case let place?:
          if let first = rows[place] {
            add(
              household.row, .plot, "row \(first) has this plot already",
              "give each household a plot of its own")
          }
          rows[place] = household.row
        }
      }
      for plot in household.forbiddenPlots where plots[plot] == nil {
        add(household.row, .notPlots, "there is no such plot", "write numbers or ids of plots of the plan")
      }
    }
  }

  private mutating func add(_ row: Int, _ column: RosterColumn, _ problem: String, _ remedy: String) {
    let fault = RosterFault(row: row, column: column.rawValue, problem: problem, remedy: remedy)
    if !faults.contains(fault) { faults.append(fault) }
  }
}

extension House {
  /// How people know it: its number, else the id of its feature, else its place in the file.
  public var label: String { houseNumber ?? reference.id ?? "feature \(reference.index)" }
}

/// Houses by what people call them.
public struct HouseDirectory: Sendable {
  private var byNumber: [String: [Int]] = [:]
  private var byID: [String: [Int]] = [:]

  public init(_ houses: [House]) {
    for (place, house) in houses.enumerated() {
      if let number = house.houseNumber { byNumber[number.typed, default: []].append(place) }
      if let id = house.reference.id { byID[id.typed, default: []].append(place) }
      byID["feature \(house.reference.index)", default: []].append(place)
    }
  }

  /// Whether one of the houses is called so.
  public func knows(_ name: String) -> Bool { !self[name].isEmpty }

  subscript(name: String) -> [Int] { byNumber[name.typed] ?? byID[name.typed] ?? [] }
}

/// Plots by number or id.
struct PlotDirectory: Sendable {
  private var byNumber: [Int: Int] = [:]
  private var byID: [String: Int] = [:]

  init(_ plots: [Plot]) {
    for (place, plot) in plots.enumerated() {
      if let number = plot.number, byNumber[number] == nil { byNumber[number] = place }
      if let id = plot.id ?? plot.reference.id, byID[id] == nil { byID[id] = place }
    }
  }

  subscript(name: String) -> Int? { Int(name.typed).flatMap { byNumber[$0] } ?? byID[name] }
}
