/// The table that is printed: columns as wide as what stands in them.
enum Table {
  static func lines(_ rows: [Row]) -> [String] {
    let head = ["benchmark", "amount", "seconds", "rate", "peak MB"]
    let cells = [head] + rows.map(cells)
    let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { line in
      zip(line, widths).enumerated().map { column, cell in
        padded(cell.0, to: cell.1, atLeft: column > 0)
      }.joined(separator: "  ")
    }
  }

  private static func cells(_ row: Row) -> [String] {
    [row.name, row.amount, rounded(row.seconds, to: 4), row.rate, rounded(row.peakMegabytes, to: 1)]
  }

  private static func padded(_ text: String, to width: Int, atLeft: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return atLeft ? space + text : text + space
  }

  /// Fixed decimals without Foundation; figures beyond a billion are printed as they are.
  static func rounded(_ number: Double, to decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    guard let units = Int(exactly: (number * scale).rounded()), abs(number) < 1e9 else { return "\(number)" }
    let digits = String(abs(units))
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    guard decimals > 0 else { return (units < 0 ? "-" : "") + filled }
    return (units < 0 ? "-" : "") + filled.dropLast(decimals) + "." + filled.suffix(decimals)
  }
}
