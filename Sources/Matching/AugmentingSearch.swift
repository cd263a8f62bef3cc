/// Rows and columns with their prices while pairs are found: every pair that stands is the cheapest of its row.
struct AugmentingSearch {
  private let rows: Int
  private let columns: Int
  /// Row by row; read once, as the question may be dear.
  private let costs: [Double]
  private var price: [Double]
  /// For each column its row, or -1.
  private var rowOf: [Int]
  /// For each row its column, or -1.
  private(set) var columnOf: [Int]

  init(rows: Int, columns: Int, _ cost: (Int, Int) -> Double) {
    self.rows = rows
    self.columns = columns
    costs = [Double](unsafeUninitializedCapacity: rows * columns) { buffer, count in
      for row in 0..<rows {
        for column in 0..<columns {
          let value = cost(row, column)
          // Costs that are no numbers count as the dearest.
          buffer[row * columns + column] = value.isFinite ? value : Self.dearest
        }
      }
      count = rows * columns
    }
    price = Array(repeating: 0, count: columns)
    rowOf = Array(repeating: -1, count: columns)
    columnOf = Array(repeating: -1, count: rows)
  }

  private static let dearest = 1e15

  /// Gives one row after another the shortest way of exchanges to a free column.
  mutating func augment() {
    var least = [Double](repeating: 0, count: columns)
    var before = [Int](repeating: 0, count: columns)
    // Columns in three parts: settled, at the least distance, and the rest.
    var order = [Int](repeating: 0, count: columns)
    for row in 0..<rows where columnOf[row] < 0 {
      let end = shortestWay(from: row, &least, &before, &order)
      var column = end
      while true {
        let taker = before[column]
        rowOf[column] = taker
        swap(&columnOf[taker], &column)
        if taker == row { break }
      }
    }
  }

  /// The free column at the end of the shortest way; prices are mended on the way.
  private mutating func shortestWay(
    from row: Int, _ least: inout [Double], _ before: inout [Int], _ order: inout [Int]
  ) -> Int {
    let columns = columns
    return costs.withUnsafeBufferPointer { costs in
      least.withUnsafeMutableBufferPointer { least in
        before.withUnsafeMutableBufferPointer { before in
          order.withUnsafeMutableBufferPointer { order in
            for column in 0..<columns {
              order[column] = column
              least[column] = costs[row * columns + column] - price[column]
              before[column] = row
            }
            var (low, high, settled) = (0, 0, 0)
            var distance = 0.0
            var end = -1
            search: while end < 0 {
              if low == high {
                settled = low
                distance = least[order[high]]
                high += 1
                for place in high..<columns {
                  let value = least[order[place]]
                  guard value <= distance else { continue }
                  if value < distance {
                    high = low
                    distance = value
                  }
                  order.swapAt(place, high)
                  high += 1
                }
                for place in low..<high where rowOf[order[place]] < 0 {
                  end = order[place]
                  break search
                }
              }
              let column = order[low]
              low += 1
              let holder = rowOf[column]
              let start = holder * columns
              let shift = costs[start + column] - price[column] - distance
              for place in high..<columns {
                let other = order[place]
                let way = costs[start + other] - price[other] - shift
                guard way < least[other] else { continue }
                least[other] = way
                before[other] = holder
                guard way == distance else { continue }
                if rowOf[other] < 0 {
                  end = other
                  break search
                }
                order.swapAt(place, high)
                high += 1
              }
            }
            for place in 0..<settled { price[order[place]] += least[order[place]] - distance }
            return end
          }
        }
      }
    }
  }
}
