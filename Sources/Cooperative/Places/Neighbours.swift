public import Geometry

/// Who lives next to whom.
public enum Neighbours {
  /// How many of the nearest count as neighbours (facts/layout.md §5.1).
  public static let count = 4

  /// For each point the nearest others, nearest first; of equally near ones the earlier.
  public static func nearest(to points: [Point], count: Int = count) -> [[Int]] {
    points.indices.map { here in
      var found: [(distance: Double, index: Int)] = []
      for (other, point) in points.enumerated() where other != here {
        let gap = point - points[here]
        let distance = gap.dot(gap)
        if found.count == count, let last = found.last, distance >= last.distance { continue }
        let place = found.firstIndex { distance < $0.distance } ?? found.count
        found.insert((distance, other), at: place)
        if found.count > count { found.removeLast() }
      }
      return found.map(\.index)
    }
  }

  /// Every pair in which one is among the nearest of the other, the smaller index first, in order.
  public static func pairs(_ nearest: [[Int]]) -> [(Int, Int)] {
    var pairs: Set<[Int]> = []
    for (here, others) in nearest.enumerated() {
      for other in others { pairs.insert([min(here, other), max(here, other)]) }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }
}
