internal import Cooperative
internal import JSON

/// Takes one household out of what klong wrote or reads, and notes where it stood.
struct Forgetting {
  let id: String
  /// What takes the place of its code; nil for nothing. Tenure records keep their rows, so that no right is lost.
  var replacement: String?
  static let forgotten = "forgotten"
  private(set) var places: [String] = []

  init(_ id: String) { self.id = id }

  /// Where codes of households stand; a plot may have the same name as a household and is no person.
  private static let peopleNames: Set<String> = [
    "household", "households", "kin", "neighbours_before", "neighbours_after", "without_plot",
    "leaving", "in_temporary_homes", "moving_in",
    "envy_swap_pairs", "envy_swaps",
    "party",
    "from", "to", "holder",
  ]

  /// A table: its own rows go, elsewhere its code goes out of lists.
  mutating func table(_ bytes: [UInt8]) -> String {
    let table = CSVTable(bytes, verbatim: true)
    let heading = table.heading?.cells ?? []
    let own = heading.firstIndex { RosterColumn(heading: $0) == .household }
    let house = heading.firstIndex { RosterColumn(heading: $0) == .house }
    if TenureTable.allCases.contains(where: { $0.columns == heading }) { replacement = Self.forgotten }
    let (party, name) = (heading.firstIndex(of: "party"), heading.firstIndex(of: "name"))
    var text = CSVText.line(heading)
    for row in table.rows {
      func cell(_ place: Int?) -> String {
        place.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
      }
      // Without a code of its own a household is called by its house.
      let code = cell(own).isEmpty ? cell(house) : cell(own)
      guard code.trimmingBlanks != id else {
        places.append("row \(row.number)")
        continue
      }
      let isTheirs = replacement != nil && cell(party) == id
      let cells = row.cells.enumerated().map { place, cell in
        if isTheirs, place == name { return "" }
        guard heading.indices.contains(place), Self.tellsOfPeople(heading[place]) else { return cell }
        let items = cell.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        guard items.contains(where: { $0.trimmingBlanks == id }) else { return cell }
        let kept = items.compactMap { $0.trimmingBlanks == id ? replacement : $0 }
        places.append("row \(row.number), \(heading[place])")
        return kept.joined(separator: ";")
      }
      text += CSVText.line(cells)
    }
    return text
  }

  private static func tellsOfPeople(_ heading: String) -> Bool {
    peopleNames.contains(heading) || RosterColumn(heading: heading) == .kin
  }

  /// A value without the household; nil where the value is the household's own.
  ///
  /// - Parameter isPeople: whether texts in it are codes of households.
  mutating func value(_ value: JSONValue, at path: JSONPath, isPeople: Bool = false) -> JSONValue? {
    switch value {
    case .string(let text) where isPeople:
      let items = text.split(separator: ",").map { String($0).trimmingBlanks }
      guard items.contains(id) else { return value }
      places.append(path.text)
      let kept = items.compactMap { $0 == id ? replacement : $0 }
      return kept.isEmpty ? nil : .string(kept.joined(separator: ", "))
    case .array(let elements):
      return .array(
        elements.enumerated().compactMap { index, element in
          let place = path + [.index(index)]
          if replacement == nil, (element["household"] ?? element["house"])?.string == id {
            places.append(place.text)
            return nil
          }
          return self.value(element, at: place, isPeople: isPeople)
        })
    case .object(let object): return .object(members(object, at: path))
    default: return value
    }
  }

  /// The members of an object without the household; of an object that tells of it, its name and group go too.
  mutating func members(_ object: JSONObject, at path: JSONPath) -> JSONObject {
    var kept = JSONObject()
    let isOwn = ["household", "party"].contains { object[$0]?.string == id }
    for member in object {
      let place = path + [.name(member.name)]
      if isOwn, replacement != nil, member.name == "name" {
        kept[member.name] = ""
      } else if isOwn, replacement == nil, ["name", "household_name", "group"].contains(member.name) {
        kept[member.name] = .null
      } else {
        kept[member.name] = value(member.value, at: place, isPeople: Self.tellsOfPeople(member.name)) ?? .null
      }
    }
    return kept
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
