/// Pairs rows with columns one to one so that the sum of costs is least.
///
/// The shortest-augmenting-path method: R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and
/// sparse linear assignment problems", Computing 38 (1987). Time grows with rows² × columns; 1,000 by 1,000 takes a
/// fraction of a second.
public struct LeastCostMatching: Hashable, Sendable {
  /// For each row its column; nil where there are more rows than columns and this row is left over.
  public let columns: [Int?]
  /// The sum of the costs of all pairs.
  public let cost: Double

  /// As many pairs as the shorter side allows; of equal answers always the same.
  ///
  /// - Parameter cost: of a row and a column, finite and always the same for one pair. For a pair that must not be,
  ///   give a cost far above all others.
  public init(rows: Int, columns: Int, cost: (_ row: Int, _ column: Int) -> Double) {
    guard rows > 0, columns > 0 else {
      self.columns = Array(repeating: nil, count: max(0, rows))
      self.cost = 0
      return
    }
    var pairs = [Int?](repeating: nil, count: rows)
    if rows <= columns {
      for (row, column) in Self.solve(rows, columns, cost).enumerated() { pairs[row] = column }
    } else {
      for (column, row) in Self.solve(columns, rows, { cost($1, $0) }).enumerated() { pairs[row] = column }
    }
    self.columns = pairs
    self.cost = pairs.enumerated().reduce(0) { sum, pair in
      sum + (pair.element.map { cost(pair.offset, $0) } ?? 0)
    }
  }

  /// The column of each row, with no more rows than columns.
  private static func solve(_ rows: Int, _ columns: Int, _ cost: (Int, Int) -> Double) -> [Int] {
    // Column 0 is a start that no row keeps, so rows and columns count from 1.
    var rowPrice = [Double](repeating: 0, count: rows + 1)
    var columnPrice = [Double](repeating: 0, count: columns + 1)
    var rowOf = [Int](repeating: 0, count: columns + 1)
    for row in 1...rows {
      var before = [Int](repeating: 0, count: columns + 1)
      var least = [Double](repeating: .infinity, count: columns + 1)
      var isDone = [Bool](repeating: false, count: columns + 1)
      rowOf[0] = row
      var here = 0
      repeat {
        isDone[here] = true
        let own = rowOf[here]
        var step = Double.infinity
        var next = 0
        for column in 1...columns where !isDone[column] {
          let reduced = cost(own - 1, column - 1) - rowPrice[own] - columnPrice[column]
          if reduced < least[column] { (least[column], before[column]) = (reduced, here) }
          if least[column] < step { (step, next) = (least[column], column) }
        }
        // Costs that are no numbers lead nowhere; any free column will do then.
        if next == 0 { next = (1...columns).first { !isDone[$0] } ?? 0 }
        if step.isInfinite { step = 0 }
        for column in 0...columns {
          if isDone[column] {
            rowPrice[rowOf[column]] += step
            columnPrice[column] -= step
          } else {
            least[column] -= step
          }
        }
        here = next
      } while rowOf[here] != 0
      while here != 0 {
        rowOf[here] = rowOf[before[here]]
        here = before[here]
      }
    }
    var columnOf = [Int](repeating: 0, count: rows)
    for column in 1...columns where rowOf[column] > 0 { columnOf[rowOf[column] - 1] = column - 1 }
    return columnOf
  }
}
