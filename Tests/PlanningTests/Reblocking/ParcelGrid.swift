import Geometry
import Planning
import TestSupport

/// A grid of parcels with corners moved at random, and its least lanes by trying all sets of corners.
struct ParcelGrid {
  let columns: Int
  let rows: Int
  private(set) var corners: [Point] = []

  init(columns: Int, rows: Int, seed: UInt64) {
    (self.columns, self.rows) = (columns, rows)
    var random = SplitMix64(seed: seed)
    for row in 0...rows {
      for column in 0...columns {
        corners.append(
          Point(
            x: Double(column) * 10 + Double.random(in: -3...3, using: &random),
            y: Double(row) * 10 + Double.random(in: -3...3, using: &random)))
      }
    }
  }

  func corner(_ column: Int, _ row: Int) -> Point { corners[row * (columns + 1) + column] }

  func parcels() throws -> [[Polygon]] {
    try (0..<rows).flatMap { row in
      try (0..<columns).map { column in
        let ring = [
          corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1),
          corner(column, row),
        ]
        return [Polygon(try Ring(ring))]
      }
    }
  }

  /// The least total length, by the least spanning tree over each set of corners that serves every parcel.
  static func leastLength(_ partition: ParcelPartition, isRoad: [Bool]) -> Double {
    var isRoadCorner = [Bool](repeating: false, count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() where isRoad[number] {
      isRoadCorner[edge.start] = true
      isRoadCorner[edge.end] = true
    }
    let free = partition.corners.indices.filter { !isRoadCorner[$0] }
    var bit = [Int](repeating: 0, count: partition.corners.count)
    for (place, corner) in free.enumerated() { bit[corner] = 1 << place }
    let waiting = partition.outlines.map { $0.joined() }.filter { !$0.contains { isRoadCorner[$0] } }
      .map { $0.reduce(0) { $0 | bit[$1] } }
    let edges = partition.edges.indices
      .map {
        (
          a: bit[partition.edges[$0].start], b: bit[partition.edges[$0].end],
          length: partition.length(ofEdge: $0)
        )
      }
      .filter { $0.a != $0.b }.sorted { $0.length < $1.length }
    var least = Double.infinity
    for chosen in 0..<(1 << free.count) where waiting.allSatisfy({ $0 & chosen != 0 }) {
      least = min(least, spanning(chosen, edges, below: least))
    }
    return least
  }

  /// Joins pieces by the shortest edges first; bit patterns are the pieces, zero stands for the road.
  private static func spanning(
    _ chosen: Int, _ edges: [(a: Int, b: Int, length: Double)], below limit: Double
  ) -> Double {
    var pieces: [Int] = []
    var road = 0
    var length = 0.0
    for edge in edges where edge.a & chosen == edge.a && edge.b & chosen == edge.b {
      let (a, b) = (edge.a == 0 ? road : edge.a, edge.b == 0 ? road : edge.b)
      let homeA = edge.a == 0 || road & a != 0 ? -1 : pieces.firstIndex { $0 & a != 0 } ?? -2
      let homeB = edge.b == 0 || road & b != 0 ? -1 : pieces.firstIndex { $0 & b != 0 } ?? -2
      if homeA == homeB, homeA != -2 { continue }
      length += edge.length
      guard length < limit else { return .infinity }
      let joined = (homeA >= 0 ? pieces[homeA] : edge.a) | (homeB >= 0 ? pieces[homeB] : edge.b)
      for home in Set([homeA, homeB]).filter({ $0 >= 0 }).sorted(by: >) { pieces.remove(at: home) }
      if homeA == -1 || homeB == -1 { road |= joined } else { pieces.append(joined) }
    }
    return road & chosen == chosen ? length : .infinity
  }
}
