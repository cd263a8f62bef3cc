/// A linear program that grows row by row: least cost, no variable below zero, each row at least its right side.
///
/// Costs are not negative, so that zero is a start from which the dual simplex method can go. The table holds the
/// variables that are not zero as sums of those that are; a row that holds with room to spare is forgotten.
struct CutProgram {
  /// A variable: a column as it was given, or how much a row exceeds its right side.
  private enum Variable: Hashable {
    case column(Int)
    case row(Int)
  }

  private let count: Int
  /// The variables that are zero, one for each place across.
  private var across: [Variable]
  private var down: [Variable] = []
  private var values: [Double] = []
  /// `down.count` lines of `count` numbers.
  private var lines: [[Double]] = []
  private var reducedCosts: [Double]
  /// For each column: its place across, or the complement of its place down.
  private var placeOfColumn: [Int]
  private var rowCount = 0
  private(set) var cost = 0.0
  private(set) var pivots = 0
  /// Weights of rows that together ask for the impossible, once ``solve(isOver:)`` found so.
  private(set) var ray: [(row: Int, weight: Double)] = []

  private static let tiny = 1e-9

  init(costs: [Double]) {
    count = costs.count
    across = costs.indices.map(Variable.column)
    reducedCosts = costs
    placeOfColumn = Array(costs.indices)
  }

  func value(ofColumn column: Int) -> Double {
    placeOfColumn[column] >= 0 ? 0 : values[~placeOfColumn[column]]
  }

  /// The weights of the rows that bind, by the number that ``addRow(_:atLeast:)`` gave.
  var weights: [(row: Int, weight: Double)] {
    across.indices.compactMap { place in
      guard case .row(let row) = across[place], reducedCosts[place] > 0 else { return nil }
      return (row, reducedCosts[place])
    }
  }

  mutating func addRow(_ terms: [(column: Int, factor: Double)], atLeast least: Double) -> Int {
    var line = [Double](repeating: 0, count: count)
    var value = -least
    for (column, factor) in terms {
      let place = placeOfColumn[column]
      if place >= 0 {
        line[place] += factor
      } else {
        value += factor * values[~place]
        let source = lines[~place]
        for index in line.indices where source[index] != 0 { line[index] += factor * source[index] }
      }
    }
    down.append(.row(rowCount))
    values.append(value)
    lines.append(line)
    rowCount += 1
    return rowCount - 1
  }

  enum Outcome { case solved, infeasible, stopped }

  mutating func solve(isOver: () -> Bool) -> Outcome {
    while true {
      guard let leaving = mostNegative else {
        forgetLooseRows()
        return .solved
      }
      guard let entering = cheapest(for: leaving) else {
        ray = ray(of: leaving)
        return .infeasible
      }
      pivot(leaving, entering)
      pivots += 1
      if pivots.isMultiple(of: 8), isOver() { return .stopped }
    }
  }

  private var mostNegative: Int? {
    var found: (place: Int, value: Double)?
    for (place, value) in values.enumerated() where value < -Self.tiny {
      if found.map({ value < $0.value }) ?? true { found = (place, value) }
    }
    return found?.place
  }

  /// The column whose entering keeps all reduced costs from falling below zero; of those alike the largest factor.
  private func cheapest(for leaving: Int) -> Int? {
    var found: (place: Int, ratio: Double, factor: Double)?
    let line = lines[leaving]
    for place in 0..<count where line[place] > 1e-8 {
      let ratio = max(0, reducedCosts[place]) / line[place]
      guard let known = found else {
        found = (place, ratio, line[place])
        continue
      }
      if ratio < known.ratio - 1e-12 || (ratio <= known.ratio + 1e-12 && line[place] > known.factor) {
        found = (place, ratio, line[place])
      }
    }
    return found?.place
  }

  /// All factors of the line are at most zero and its value is below zero.
  private func ray(of place: Int) -> [(row: Int, weight: Double)] {
    let scale = 1 / max(1e-9, -values[place])
    var ray: [(row: Int, weight: Double)] = across.indices.compactMap { other in
      guard case .row(let row) = across[other], lines[place][other] < 0 else { return nil }
      return (row, -lines[place][other] * scale)
    }
    if case .row(let row) = down[place] { ray.append((row, scale)) }
    return ray
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let factor = lines[row][column]
    var line = lines[row]
    for place in line.indices where line[place] != 0 { line[place] = -line[place] / factor }
    line[column] = 1 / factor
    let value = -values[row] / factor
    let filled = line.indices.filter { abs(line[$0]) > 1e-13 && $0 != column }
    for other in lines.indices where other != row {
      let share = lines[other][column]
      guard share != 0 else { continue }
      Self.add(line, times: share, to: &lines[other], at: filled)
      lines[other][column] = share * line[column]
      values[other] += share * value
    }
    let share = reducedCosts[column]
    if share != 0 {
      Self.add(line, times: share, to: &reducedCosts, at: filled)
      cost += share * value
    }
    reducedCosts[column] = share * line[column]
    lines[row] = line
    values[row] = value
    swap(&down[row], &across[column])
    if case .column(let number) = down[row] { placeOfColumn[number] = ~row }
    if case .column(let number) = across[column] { placeOfColumn[number] = column }
  }

  private static func add(_ line: [Double], times factor: Double, to other: inout [Double], at places: [Int])
  {
    for place in places {
      let sum = other[place] + factor * line[place]
      other[place] = abs(sum) < 1e-12 ? 0 : sum
    }
  }

  /// Rows that hold with room weigh nothing; they come back when they are broken.
  private mutating func forgetLooseRows() {
    var kept: [Int] = []
    for place in down.indices {
      if case .row = down[place], values[place] > 1e-7 { continue }
      kept.append(place)
    }
    guard kept.count < down.count else { return }
    down = kept.map { down[$0] }
    values = kept.map { values[$0] }
    lines = kept.map { lines[$0] }
    for (place, variable) in down.enumerated() {
      if case .column(let number) = variable { placeOfColumn[number] = ~place }
    }
  }
}
