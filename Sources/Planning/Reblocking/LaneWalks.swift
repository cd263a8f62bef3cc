/// Walks along edges from each parcel to the nearest road, in metres.
public struct LaneWalks: Sendable {
  private let partition: ParcelPartition
  private let request: ReblockingRequest
  /// For each parcel, whether a road gives it access already.
  public let isServed: [Bool]

  public init(_ partition: ParcelPartition, _ request: ReblockingRequest) {
    self.partition = partition
    self.request = request
    isServed = AccessQuestion.isServed(partition, request)
  }

  /// For each parcel the way from the nearest corner that serves it; nil where none leads there.
  ///
  /// - Parameter edges: the edges that one may walk on.
  public func walks(along edges: some Sequence<Int>) -> [Double?] {
    let distance = distances(fromRoadsAlong: edges)
    return partition.outlines.indices.map { parcel in
      if isServed[parcel] { return 0 }
      return request.contacts[parcel].map { distance[$0] }.min().flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// The way from each corner; infinite where none leads there.
  public func distances(fromRoadsAlong edges: some Sequence<Int>) -> [Double] {
    var leaving = [[Int]](repeating: [], count: partition.corners.count)
    for number in edges {
      leaving[partition.edges[number].start].append(number)
      leaving[partition.edges[number].end].append(number)
    }
    var distance = [Double](repeating: .infinity, count: partition.corners.count)
    var heap = MinimumHeap()
    for (number, edge) in partition.edges.enumerated() where request.isRoad[number] {
      for corner in [edge.start, edge.end] where distance[corner] > 0 {
        distance[corner] = 0
        heap.insert(corner, key: 0)
      }
    }
    partition.walkOn(from: &heap, &distance) { leaving[$0] }
    return distance
  }
}

extension ParcelPartition {
  /// Goes on from the corners of the heap until no corner comes any nearer.
  ///
  /// - Parameter edges: the edges at a corner on which one may walk.
  func walkOn(from heap: inout MinimumHeap, _ distance: inout [Double], along edges: (Int) -> [Int]) {
    while let (key, corner) = heap.popLeast() {
      guard key <= distance[corner] else { continue }
      for number in edges(corner) {
        let edge = self.edges[number]
        let end = edge.start == corner ? edge.end : edge.start
        let reach = key + length(ofEdge: number)
        guard reach < distance[end] else { continue }
        distance[end] = reach
        heap.insert(end, key: reach)
      }
    }
  }
}
