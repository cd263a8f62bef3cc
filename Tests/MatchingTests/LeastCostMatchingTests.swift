import Matching
import TestSupport
import Testing

@Suite struct LeastCostMatchingTests {
  @Test(arguments: [
    ("one", [[3.0]], [0 as Int?], 3.0),
    ("the greedy pair is dear", [[1.0, 2], [1, 9]], [1, 0], 3),
    ("more columns", [[5.0, 1, 9], [2, 1, 9]], [1, 0], 3),
    ("more rows", [[4.0], [1], [2]], [nil, 0, nil], 1),
    ("nothing below zero is needed", [[-1.0, 0], [0, -1]], [0, 1], -2),
    ("no columns", [[], []], [nil, nil], 0),
  ])
  func known(name: String, costs: [[Double]], columns: [Int?], cost: Double) {
    let found = LeastCostMatching(rows: costs.count, columns: costs[0].count) { costs[$0][$1] }
    #expect(found.columns == columns)
    #expect(found.cost == cost)
  }

  @Test func nobody() {
    #expect(LeastCostMatching(rows: 0, columns: 3) { _, _ in 1 }.columns.isEmpty)
  }

  /// Against every way to pair them.
  @Test(arguments: 0..<60) func noPairingIsCheaper(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let (rows, columns) = (Int(draw.next() % 6) + 1, Int(draw.next() % 6) + 1)
    let costs = (0..<rows).map { _ in (0..<columns).map { _ in Double(draw.next() % 100) } }
    let found = LeastCostMatching(rows: rows, columns: columns) { costs[$0][$1] }
    let used = found.columns.compactMap { $0 }
    #expect(Set(used).count == used.count)
    #expect(used.count == min(rows, columns))
    #expect(found.cost == Self.least(costs, row: 0, used: [], left: rows - columns))
  }

  /// - Parameter left: how many rows may still go without a column.
  private static func least(_ costs: [[Double]], row: Int, used: Set<Int>, left: Int) -> Double {
    guard row < costs.count else { return 0 }
    var best = left > 0 ? least(costs, row: row + 1, used: used, left: left - 1) : .infinity
    for column in costs[row].indices where !used.contains(column) {
      let rest = least(costs, row: row + 1, used: used.union([column]), left: left)
      best = min(best, costs[row][column] + rest)
    }
    return best
  }
}

@Suite struct LargestMatchingTests {
  /// As many pairs as a matching of least cost finds that pays one for each pair that is not allowed.
  @Test(arguments: 0..<80) func findsAsManyPairsAsThereAre(seed: Int) {
    var draw = SplitMix64(seed: UInt64(seed))
    let (rows, columns) = (Int(draw.next() % 7) + 1, Int(draw.next() % 7) + 1)
    let allowed = (0..<rows).map { _ in (0..<columns).map { _ in draw.next() % 3 == 0 } }
    let found = LargestMatching(rows: rows, columns: columns) { allowed[$0][$1] }
    let used = found.columns.compactMap(\.self)
    #expect(Set(used).count == used.count)
    for (row, column) in found.columns.enumerated() { if let column { #expect(allowed[row][column]) } }
    let cheapest = LeastCostMatching(rows: rows, columns: columns) { allowed[$0][$1] ? 0 : 1 }
    #expect(found.count == min(rows, columns) - Int(cheapest.cost))
  }
}
