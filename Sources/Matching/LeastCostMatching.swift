/// Pairs rows with columns one to one so that the sum of costs is least.
///
/// The shortest-augmenting-path method: R. Jonker and A. Volgenant, "A shortest augmenting path algorithm for dense and
/// sparse linear assignment problems", Computing 38 (1987). Its first two steps are left out: on squared distances they
/// cost more time than they save. Time grows with rows² × columns at worst; 1,000 by 1,000 takes a fraction of a second.
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
    var search = AugmentingSearch(rows: rows, columns: columns, cost)
    search.augment()
    return search.columnOf
  }
}
