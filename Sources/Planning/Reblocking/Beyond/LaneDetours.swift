/// Lanes with shorter walks for more length: no walk longer than a factor times the shortest that boundaries allow.
public struct LaneDetours: Sendable {
  /// The edges that become lanes, in ascending order.
  public private(set) var opened: [Int]

  /// - Parameter factor: one or more.
  public init(_ partition: ParcelPartition, _ request: ReblockingRequest, opened: [Int], factor: Double) {
    let walks = LaneWalks(partition, request)
    let openable = partition.edges.indices.filter { request.weights[$0].isFinite && !request.isRoad[$0] }
    let shortest = walks.distances(fromRoadsAlong: openable)
    var isOpen = [Bool](repeating: false, count: partition.edges.count)
    for edge in opened { isOpen[edge] = true }
    var edgesAt = [[Int]](repeating: [], count: partition.corners.count)
    for number in openable {
      edgesAt[partition.edges[number].start].append(number)
      edgesAt[partition.edges[number].end].append(number)
    }
    func step(down corner: Int, _ distance: [Double], _ isMeant: (Int) -> Bool) -> (corner: Int, edge: Int)? {
      for number in edgesAt[corner] where isMeant(number) {
        let edge = partition.edges[number]
        let end = edge.start == corner ? edge.end : edge.start
        if distance[end] < distance[corner],
          distance[end] + partition.length(ofEdge: number) <= distance[corner] + 1e-9
        {
          return (end, number)
        }
      }
      return nil
    }
    let served = AccessQuestion.isServed(partition, request)
    let waiting = request.contacts.indices.filter { !served[$0] && !request.contacts[$0].isEmpty }
    func nearest(_ parcel: Int, _ distance: [Double]) -> Int? {
      request.contacts[parcel].min { (distance[$0], $0) < (distance[$1], $1) }
    }
    // Those with the farthest way first: what they open helps others.
    let order = waiting.filter { nearest($0, shortest).map { shortest[$0].isFinite } ?? false }
      .sorted { a, b in
        (nearest(b, shortest).map { shortest[$0] } ?? 0, a) < (
          nearest(a, shortest).map { shortest[$0] } ?? 0, b
        )
      }
    var now = walks.distances(fromRoadsAlong: opened)
    for parcel in order {
      guard let target = nearest(parcel, shortest), let today = nearest(parcel, now) else { continue }
      let limit = shortest[target] * factor + 1e-6
      guard now[today] > limit else { continue }
      var corner = target
      var gone = 0.0
      var way: [Int] = [target]
      while now[corner] + gone > limit, let next = step(down: corner, shortest, { _ in true }) {
        isOpen[next.edge] = true
        gone += partition.length(ofEdge: next.edge)
        corner = next.corner
        way.append(corner)
      }
      // Walks only get shorter, and only from the new edges on.
      var heap = MinimumHeap()
      for corner in way where now[corner].isFinite { heap.insert(corner, key: now[corner]) }
      partition.walkOn(from: &heap, &now) { edgesAt[$0].filter { isOpen[$0] } }
    }
    // What nobody's shortest way needs any more stays closed.
    var needed = Set<Int>()
    for parcel in waiting {
      guard var corner = nearest(parcel, now), now[corner].isFinite else { continue }
      while let next = step(down: corner, now, { isOpen[$0] }) {
        needed.insert(next.edge)
        corner = next.corner
      }
    }
    self.opened = needed.sorted()
  }

  /// Factors that are offered beside the least length.
  public static let offered = [3, 2, 1.5, 1.2, 1]
}
