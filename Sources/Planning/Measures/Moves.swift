import GEOS
import Geometry
import Matching

/// Who moves how far, when plots are given so that the sum of squared distances is least.
///
/// Squared distance keeps the order of neighbours (facts/layout.md §5.1).
struct Moves {
  /// For each house of ``HousesToday`` where its household lives then; nil for one left without a plot.
  let places: [Point?]
  /// The plot each moving house gets, by its place in the layout.
  let plots: [Int?]
  /// Metres of every move, in rising order.
  let metres: [Double]
  private let today: [Point]

  /// More are not paired: the work grows with the third power.
  static let most = 3000

  /// Nil where there is no house, no plot, or too many of both.
  init?(_ houses: HousesToday, to layout: MeasuredLayout) throws {
    let moving = houses.houses.indices.filter { !houses.stays[$0] }
    let taken = Set(houses.plotOf.enumerated().compactMap { houses.stays[$0.offset] ? $0.element : nil })
    let free = layout.plots.indices.filter { !taken.contains($0) }
    guard !houses.houses.isEmpty, !layout.plots.isEmpty, moving.count <= Self.most, free.count <= Self.most
    else { return nil }
    let middles = try layout.plots.map { try Shape($0.area).centroid() ?? Point(x: 0, y: 0) }
    let pairs = LeastCostMatching(rows: moving.count, columns: free.count) { row, column in
      let step = middles[free[column]] - houses.houses[moving[row]].place
      return step.dot(step)
    }
    today = houses.houses.map(\.place)
    var places: [Point?] = houses.houses.indices.map { houses.stays[$0] ? houses.houses[$0].place : nil }
    var plots: [Int?] = houses.houses.indices.map { houses.stays[$0] ? houses.plotOf[$0] : nil }
    for (row, column) in pairs.columns.enumerated() {
      guard let column else { continue }
      plots[moving[row]] = free[column]
      places[moving[row]] = middles[free[column]]
    }
    let today = self.today
    metres = moving.compactMap { house in places[house]?.distance(to: today[house]) }.sorted()
    (self.places, self.plots) = (places, plots)
  }

  /// Of all pairs of a house and one of its four nearest, how many live within 15 m of one another then, in per cent.
  var neighboursKept: Double? {
    var pairs: Set<[Int]> = []
    for (house, place) in today.enumerated() {
      var nearest: [(metres: Double, house: Int)] = []
      for (other, there) in today.enumerated() where other != house {
        let entry = (metres: there.distance(to: place), house: other)
        guard nearest.count < 4 || entry < nearest[3] else { continue }
        nearest.insert(entry, at: nearest.firstIndex { entry < $0 } ?? nearest.count)
        if nearest.count > 4 { nearest.removeLast() }
      }
      for other in nearest { pairs.insert([Swift.min(house, other.house), Swift.max(house, other.house)]) }
    }
    guard !pairs.isEmpty else { return nil }
    let kept = pairs.count { pair in
      guard let one = places[pair[0]], let other = places[pair[1]] else { return false }
      return one.distance(to: other) <= 15
    }
    return 100 * Double(kept) / Double(pairs.count)
  }
}

extension [MeasureID: Double] {
  mutating func note(_ moves: Moves) {
    self[.moveMean] = moves.metres.mean
    self[.moveMost] = moves.metres.last
    if !moves.metres.isEmpty {
      // Nearest rank: the least figure that nine in ten do not pass.
      let rank = Int((0.9 * Double(moves.metres.count)).rounded(.up))
      self[.moveMost90] = moves.metres[Swift.min(moves.metres.count, Swift.max(1, rank)) - 1]
    }
    self[.neighboursKept] = moves.neighboursKept
  }
}
