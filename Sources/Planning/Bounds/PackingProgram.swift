/// The linear program of how much can be packed: the most of Σ yⱼ, where columns weighed by y ≥ 0 stay within
/// capacities. Solved by the revised simplex method for the prices of the capacities.
struct PackingProgram {
  /// What one unit takes: amounts of successive capacities.
  struct Column {
    let first: Int
    let amounts: [Double]
  }

  private let capacities: [Double]
  /// The amounts of all columns, one after another.
  private var amounts: [Double] = []
  private var columns: [Span] = []

  private struct Span {
    let first: Int
    let amounts: Range<Int>
  }

  init(capacities: [Double]) { self.capacities = capacities }

  mutating func add(_ column: Column) {
    columns.append(Span(first: column.first, amounts: amounts.count..<amounts.count + column.amounts.count))
    amounts += column.amounts
  }

  private static let tolerance = 1e-7
  private static let mostRounds = 3_000
  /// Of all columns only the most promising are priced again in each round, until none of them is.
  private static let mostPromising = 64

  /// A price for each capacity. Whoever uses them looks how far every column is paid for: after the last round
  /// allowed, or for rounding, a column may be a little short.
  func solved() -> [Double] {
    var tableau = Tableau(capacities)
    var promising: [Int] = []
    for _ in 0..<Self.mostRounds {
      var entering = cheapest(promising, tableau.prices)
      if entering == nil {
        promising = mostGaining(tableau.prices)
        entering = cheapest(promising, tableau.prices)
      }
      let unused = tableau.mostOverpaid(Self.tolerance)
      if let unused, unused.gain > entering?.gain ?? 0 {
        guard tableau.enter(first: unused.capacity, [1], gain: unused.gain) else { break }
      } else if let entering {
        let column = columns[entering.column]
        guard tableau.enter(first: column.first, amounts[column.amounts], gain: entering.gain) else { break }
      } else {
        break
      }
    }
    return tableau.prices.map { max(0, $0) }
  }

  private func gain(_ column: Int, _ prices: [Double]) -> Double {
    let column = columns[column]
    var paid = 0.0
    for index in column.amounts {
      paid += amounts[index] * prices[column.first + index - column.amounts.lowerBound]
    }
    return 1 - paid
  }

  /// The column whose price falls shortest of what it counts.
  private func cheapest(_ among: [Int], _ prices: [Double]) -> (column: Int, gain: Double)? {
    var best: (column: Int, gain: Double)?
    for column in among {
      let gain = gain(column, prices)
      if gain > best?.gain ?? Self.tolerance { best = (column, gain) }
    }
    return best
  }

  private func mostGaining(_ prices: [Double]) -> [Int] {
    let gains = columns.indices.map { (column: $0, gain: gain($0, prices)) }.filter {
      $0.gain > Self.tolerance
    }
    return gains.sorted { ($1.gain, $0.column) < ($0.gain, $1.column) }.prefix(Self.mostPromising).map(
      \.column)
  }
}

extension PackingProgram {
  /// The inverse of the basis, row by row, with the amounts packed and the prices that go with it; at first every
  /// capacity stands unused.
  private struct Tableau {
    private let size: Int
    private var inverse: [Double]
    private var packed: [Double]
    private(set) var prices: [Double]

    init(_ capacities: [Double]) {
      size = capacities.count
      inverse = Array(repeating: 0, count: size * size)
      for index in 0..<size { inverse[index * size + index] = 1 }
      packed = capacities
      prices = Array(repeating: 0, count: size)
    }

    /// The capacity that would rather stand unused again.
    func mostOverpaid(_ tolerance: Double) -> (capacity: Int, gain: Double)? {
      guard let (index, price) = prices.enumerated().min(by: { $0.1 < $1.1 }), -price > tolerance else {
        return nil
      }
      return (index, -price)
    }

    /// Takes a column into the basis; false where nothing would have to leave for it.
    mutating func enter(first: Int, _ amounts: some Collection<Double>, gain: Double) -> Bool {
      let direction = self.direction(first, amounts)
      guard let leaving = tightest(direction) else { return false }
      pivot(on: leaving, direction)
      for index in 0..<size { prices[index] += gain * inverse[leaving * size + index] }
      return true
    }

    private func direction(_ first: Int, _ amounts: some Collection<Double>) -> [Double] {
      (0..<size).map { row in
        var sum = 0.0
        var place = row * size + first
        for amount in amounts {
          sum += inverse[place] * amount
          place += 1
        }
        return sum
      }
    }

    private func tightest(_ direction: [Double]) -> Int? {
      var best: (row: Int, ratio: Double)?
      for row in 0..<size where direction[row] > 1e-9 {
        let ratio = packed[row] / direction[row]
        if ratio < best?.ratio ?? .infinity { best = (row, ratio) }
      }
      return best?.row
    }

    private mutating func pivot(on leaving: Int, _ direction: [Double]) {
      let scale = 1 / direction[leaving]
      for index in 0..<size { inverse[leaving * size + index] *= scale }
      packed[leaving] = max(0, packed[leaving] * scale)
      let pivot = Array(inverse[leaving * size..<(leaving + 1) * size])
      for row in 0..<size where row != leaving && abs(direction[row]) > 1e-13 {
        let factor = direction[row]
        packed[row] = max(0, packed[row] - factor * packed[leaving])
        for index in 0..<size { inverse[row * size + index] -= factor * pivot[index] }
      }
    }
  }
}
