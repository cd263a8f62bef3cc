internal import CommandLineKit
internal import Compliance
internal import JSON

extension CheckCommand {
  static let widthOptions: [OptionSpec] = [
    OptionSpec(
      "widths", value: "FROM:TO:STEP",
      help:
        "also count the houses that the canals would affect at each of these widths in metres, such as 20:40:1"
    )
  ]

  private static let mostWidths = 1000

  /// The widths asked for; none where the option is not given.
  static func widths(_ arguments: ParsedArguments) throws -> [Double] {
    guard let text = arguments.string("widths") else { return [] }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double(String($0)) }
    guard (2...3).contains(parts.count), let from = parts[0], let to = parts[1],
      let step = parts.count == 3 ? parts[2] : 1, from > 0, to >= from, step > 0, to <= 10_000,
      (to - from) / step < Double(mostWidths)
    else {
      throw arguments.error(
        in: "widths", value: text, "no widths from, to and by what step",
        remedy: "write metres as 20:40:1, with at most \(mostWidths) widths up to 10,000 m")
    }
    let count = Int(((to - from) / step + 1e-9).rounded(.down))
    return (0...count).map { from + Double($0) * step }
  }
}

extension WidthTable {
  func write(to page: inout Page) {
    page.title("Houses affected if the canals were so wide")
    func row(_ cells: [String]) -> String {
      cells.map { String(repeating: " ", count: max(0, 11 - $0.count)) + $0 }.joined()
    }
    page.table([row(["width m", "affected", "over water", "newly", "unknown"])])
    page.table(
      rows.map { entry in
        row([
          shortest(entry.widthMetres), "\(entry.affected)", "\(entry.overWater)", "\(entry.newly)",
          "\(entry.unknown)",
        ])
      })
    if !withoutWidth.isEmpty {
      page.line(
        "left out: \(counted(withoutWidth.count, "canal")) drawn as an area without width_m, of which nobody can tell "
          + "how far it would grow")
    }
  }

  private func shortest(_ metres: Double) -> String {
    metres == metres.rounded() ? fixed(metres, decimals: 0) : fixed(metres, decimals: 2)
  }

  var json: JSONValue {
    .array(
      rows.map { row in
        .object([
          "width_m": .metres(row.widthMetres), "affected": .count(row.affected),
          "over_water": .count(row.overWater), "newly": .count(row.newly), "unknown": .count(row.unknown),
        ])
      })
  }
}
