import GEOS
import Geometry

/// How the ways of an earlier plan hang together.
struct EarlierChains {
  private let ways: [Shape]
  private var neighbours: [[Int]]
  /// Ways that touch a way which is there anyhow.
  private let isOpen: [Bool]

  /// Ways as near as this touch, in metres.
  private static let touch = 0.05

  init(_ ways: [Shape], given: Shape) throws {
    self.ways = ways
    neighbours = Array(repeating: [], count: ways.count)
    let index = SpatialIndex(ways.map(\.bounds))
    for (way, shape) in ways.enumerated() {
      for other in index.query(shape.bounds.widened(byMetres: Self.touch)) where other > way {
        guard try shape.isWithin(metres: Self.touch, of: ways[other]) else { continue }
        neighbours[way].append(other)
        neighbours[other].append(way)
      }
    }
    isOpen = try ways.map { given.isEmpty ? false : try $0.isWithin(metres: Self.touch, of: given) }
  }

  /// The ways of least area that lead from a place to one that is open, or chosen before.
  func chain(from place: Shape, using chosen: Set<Int>) throws -> [Int] {
    var cost = Array(repeating: Double.infinity, count: ways.count)
    var before = Array(repeating: -1, count: ways.count)
    var isDone = Array(repeating: false, count: ways.count)
    for (way, shape) in ways.enumerated() where try shape.isWithin(metres: Self.touch, of: place) {
      cost[way] = price(way, chosen)
    }
    while let next = cost.indices.filter({ !isDone[$0] && cost[$0] < .infinity })
      .min(by: { (cost[$0], $0) < (cost[$1], $1) })
    {
      isDone[next] = true
      if isOpen[next] || chosen.contains(next) { return path(to: next, before) }
      for other in neighbours[next] where cost[next] + price(other, chosen) < cost[other] {
        cost[other] = cost[next] + price(other, chosen)
        before[other] = next
      }
    }
    return []
  }

  private func price(_ way: Int, _ chosen: Set<Int>) -> Double {
    chosen.contains(way) ? 0 : ways[way].areaInSquareMetres
  }

  private func path(to last: Int, _ before: [Int]) -> [Int] {
    var path = [last]
    while let way = path.last, before[way] >= 0 { path.append(before[way]) }
    return path
  }
}
