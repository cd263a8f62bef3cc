/// Walks along edges from each parcel to the nearest road, in metres.
public struct LaneWalks: Sendable {
  private let partition: ParcelPartition
  private let isRoad: [Bool]

  public init(_ partition: ParcelPartition, isRoad: [Bool]) {
    self.partition = partition
    self.isRoad = isRoad
  }

  /// For each parcel the way from its nearest corner; nil where none leads there.
  ///
  /// - Parameter edges: the edges that one may walk on.
  public func walks(along edges: some Sequence<Int>) -> [Double?] {
    var leaving = [[Int]](repeating: [], count: partition.corners.count)
    for number in edges {
      leaving[partition.edges[number].start].append(number)
      leaving[partition.edges[number].end].append(number)
    }
    var distance = [Double](repeating: .infinity, count: partition.corners.count)
    var heap = MinimumHeap()
    for (number, edge) in partition.edges.enumerated() where isRoad[number] {
      for corner in [edge.start, edge.end] where distance[corner] > 0 {
        distance[corner] = 0
        heap.insert(corner, key: 0)
      }
    }
    while let (key, corner) = heap.popLeast() {
      guard key <= distance[corner] else { continue }
      for number in leaving[corner] {
        let edge = partition.edges[number]
        let end = edge.start == corner ? edge.end : edge.start
        let reach = key + partition.length(ofEdge: number)
        guard reach < distance[end] else { continue }
        distance[end] = reach
        heap.insert(end, key: reach)
      }
    }
    return partition.outlines.map { outlines in
      outlines.joined().map { distance[$0] }.min().flatMap { $0.isFinite ? $0 : nil }
    }
  }
}
