/// The linear program of how much can be packed: the most of Σ yⱼ, where columns weighed by y ≥ 0 stay within
/// capacities. Solved by the revised simplex method for the prices of the capacities.
struct PackingProgram {
  /// What one unit takes: amounts of successive capacities.
  struct Column {
    let first: Int
    let amounts: [Double]
    /// What one unit counts: nothing for a capacity that is left unused again.
    var gain = 1.0
  }

  private let capacities: [Double]
  private var columns: [Column] = []

  init(capacities: [Double]) { self.capacities = capacities }

  mutating func add(_ column: Column) { columns.append(column) }

  private static let tolerance = 1e-7
  private static let mostRounds = 3_000

  /// A price for each capacity. Whoever uses them looks how far every column is paid for: after the last round
  /// allowed, or for rounding, a column may be a little short.
  func solved() -> [Double] {
    let size = capacities.count
    // The inverse of the basis, row by row; at first every capacity stands unused.
    var inverse = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    var amounts = capacities
    var prices = Array(repeating: 0.0, count: size)
    for _ in 0..<Self.mostRounds {
      guard let entering = cheapest(prices) else { break }
      let direction = inverse.map { row in
        zip(entering.amounts.indices, entering.amounts).reduce(0) { $0 + row[entering.first + $1.0] * $1.1 }
      }
      guard let leaving = Self.tightest(amounts, direction) else { break }
      let gain = entering.gain - Self.paid(entering, prices)
      Self.pivot(&inverse, &amounts, on: leaving, direction)
      for index in prices.indices { prices[index] += gain * inverse[leaving][index] }
    }
    return prices.map { max(0, $0) }
  }

  private static func paid(_ column: Column, _ prices: [Double]) -> Double {
    var sum = 0.0
    for (offset, amount) in column.amounts.enumerated() { sum += amount * prices[column.first + offset] }
    return sum
  }

  /// The column whose price falls shortest of what it counts.
  private func cheapest(_ prices: [Double]) -> Column? {
    var best: Column?
    var most = Self.tolerance
    for column in columns {
      let gain = column.gain - Self.paid(column, prices)
      if gain > most { (best, most) = (column, gain) }
    }
    for (index, price) in prices.enumerated() where -price > most {
      (best, most) = (Column(first: index, amounts: [1], gain: 0), -price)
    }
    return best
  }

  private static func tightest(_ amounts: [Double], _ direction: [Double]) -> Int? {
    var best: (row: Int, ratio: Double)?
    for row in amounts.indices where direction[row] > 1e-9 {
      let ratio = amounts[row] / direction[row]
      if ratio < best?.ratio ?? .infinity { best = (row, ratio) }
    }
    return best?.row
  }

  private static func pivot(
    _ inverse: inout [[Double]], _ amounts: inout [Double], on leaving: Int, _ direction: [Double]
  ) {
    let scale = 1 / direction[leaving]
    for index in inverse[leaving].indices { inverse[leaving][index] *= scale }
    amounts[leaving] = max(0, amounts[leaving] * scale)
    let pivot = inverse[leaving]
    for row in inverse.indices where row != leaving && abs(direction[row]) > 1e-13 {
      let factor = direction[row]
      amounts[row] = max(0, amounts[row] - factor * amounts[leaving])
      for index in pivot.indices { inverse[row][index] -= factor * pivot[index] }
    }
  }
}
