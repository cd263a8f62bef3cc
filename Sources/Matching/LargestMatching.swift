/// Pairs as many rows with columns as a rule allows.
public struct LargestMatching: Hashable, Sendable {
  /// For each row its column, or nil.
  public let columns: [Int?]

  /// - Parameter allows: whether a row may have a column.
  public init(rows: Int, columns: Int, allows: (_ row: Int, _ column: Int) -> Bool) {
    var columnOf = [Int?](repeating: nil, count: max(0, rows))
    var rowOf = [Int](repeating: -1, count: max(0, columns))
    for start in columnOf.indices {
      // Breadth first, so that no chain of exchanges is too deep for the stack.
      var before = [Int](repeating: -1, count: rowOf.count)
      var queue = [start]
      var place = 0
      search: while place < queue.count {
        let row = queue[place]
        place += 1
        for column in rowOf.indices where before[column] < 0 && allows(row, column) {
          before[column] = row
          guard rowOf[column] < 0 else {
            queue.append(rowOf[column])
            continue
          }
          var end: Int? = column
          while let taken = end {
            let taker = before[taken]
            end = taker == start ? nil : columnOf[taker]
            columnOf[taker] = taken
            rowOf[taken] = taker
          }
          break search
        }
      }
    }
    self.columns = columnOf
  }

  public var count: Int { columns.count { $0 != nil } }
}
