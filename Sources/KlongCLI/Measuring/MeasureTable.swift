internal import Planning

/// The measures that residents feel, one line for each plan; narrow enough for any terminal.
struct MeasureTable {
  let rows: [(name: String, measures: LayoutMeasures)]

  private static let columns: [(title: String, unit: String, id: MeasureID, decimals: Int)] = [
    ("homes", "", .homes, 0), ("stay", "", .keptHouses, 0), ("move", "m", .moveMean, 1),
    ("walk", "m", .walkToRoadMean, 0), ("works", "m/home", .worksPerPlot, 1), ("open", "%", .openSpace, 1),
  ]
  private static let width = 8

  var lines: [String] {
    let names = max(4, rows.map(\.name.count).max() ?? 0)
    func line(_ name: String, _ cells: [String]) -> String {
      let padded = name + String(repeating: " ", count: max(0, names - name.count))
      return cells.reduce(padded) { line, cell in
        line + String(repeating: " ", count: max(1, Self.width - cell.count)) + cell
      }
    }
    return [
      line("", Self.columns.map(\.title)), line("", Self.columns.map(\.unit)),
    ]
      + rows.map { row in
        line(
          row.name,
          Self.columns.map { column in
            row.measures[column.id].map { fixed($0, decimals: column.decimals) } ?? "-"
          })
      }
  }
}
