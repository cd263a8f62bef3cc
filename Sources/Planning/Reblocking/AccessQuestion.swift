/// One independent part of a question: its network, what its links are, and its parcels.
struct AccessPart: Sendable {
  var network: AccessNetwork
  /// For each link, the edges of the partition that are opened with it.
  var edges: [[Int]]
}

/// The question of a partition, taken apart where roads part it.
struct AccessQuestion {
  private(set) var parts: [AccessPart] = []
  private(set) var isolated: [Int] = []
  private(set) var unreachable: [Int] = []
  private let partition: ParcelPartition
  private let request: ReblockingRequest
  private var isRoadCorner: [Bool]

  init(_ partition: ParcelPartition, _ request: ReblockingRequest) {
    self.partition = partition
    self.request = request
    isRoadCorner = Array(repeating: false, count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() where request.isRoad[number] {
      isRoadCorner[edge.start] = true
      isRoadCorner[edge.end] = true
    }
    let corners = request.contacts
    let isServed = Self.isServed(partition, request)
    isolated = corners.indices.filter { !corners[$0].isEmpty && !isServed[$0] }
    take(corners)
  }

  /// For each parcel, whether roads give it access already.
  static func isServed(_ partition: ParcelPartition, _ request: ReblockingRequest) -> [Bool] {
    var metres = [Double](repeating: 0, count: partition.parcelCount)
    var isRoadCorner = [Bool](repeating: false, count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() where request.isRoad[number] {
      isRoadCorner[edge.start] = true
      isRoadCorner[edge.end] = true
      for parcel in edge.parcels { metres[parcel] += partition.length(ofEdge: number) }
    }
    return partition.outlines.indices.map { parcel in
      let asked = request.frontageMetres[parcel]
      return asked > 0
        ? metres[parcel] >= asked - 1e-6 : request.contacts[parcel].contains { isRoadCorner[$0] }
    }
  }

  /// Corners joined by edges that can be opened, roads not counted, make one part.
  private mutating func take(_ corners: [[Int]]) {
    var part = [Int](repeating: -1, count: partition.corners.count)
    var leaving = [[Int]](repeating: [], count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() where canOpen(number) {
      leaving[edge.start].append(number)
      leaving[edge.end].append(number)
    }
    var members: [[Int]] = []
    for corner in part.indices where part[corner] < 0 && !isRoadCorner[corner] && !leaving[corner].isEmpty {
      part[corner] = members.count
      var found = [corner]
      var place = 0
      while place < found.count {
        for number in leaving[found[place]] {
          let edge = partition.edges[number]
          for end in [edge.start, edge.end] where part[end] < 0 && !isRoadCorner[end] {
            part[end] = members.count
            found.append(end)
          }
        }
        place += 1
      }
      members.append(found.sorted())
    }
    make(members, part, leaving, corners)
  }

  private func canOpen(_ number: Int) -> Bool {
    let edge = partition.edges[number]
    return !request.isRoad[number] && request.weights[number].isFinite
      && !(isRoadCorner[edge.start] && isRoadCorner[edge.end])
  }

  private mutating func make(_ members: [[Int]], _ part: [Int], _ leaving: [[Int]], _ allCorners: [[Int]]) {
    var waiting = [[Int]](repeating: [], count: members.count)
    for parcel in isolated {
      // A parcel's corners hang together along its boundary, except where edges cannot be opened.
      let parts = Set(allCorners[parcel].map { part[$0] }.filter { $0 >= 0 })
      guard let first = parts.min() else {
        unreachable.append(parcel)
        continue
      }
      waiting[first].append(parcel)
    }
    for (number, corners) in members.enumerated() where !waiting[number].isEmpty {
      let groups = waiting[number]
      makePart(corners, leaving, groups, groups.map { allCorners[$0] })
    }
    unreachable.sort()
  }

  private mutating func makePart(
    _ members: [Int], _ leaving: [[Int]], _ parcels: [Int], _ corners: [[Int]]
  ) {
    var node: [Int: Int] = [:]
    for (place, corner) in members.enumerated() { node[corner] = place + 1 }
    let edges = Set(members.flatMap { leaving[$0] }).sorted()
    let ways = edges.map { number in
      let edge = partition.edges[number]
      return AccessReduction.Way(
        a: node[edge.start] ?? AccessNetwork.road, b: node[edge.end] ?? AccessNetwork.road,
        cost: partition.length(ofEdge: number) * request.weights[number], edges: [number])
    }
    let groups = corners.map { $0.compactMap { node[$0] } }
    let whole = AccessNetwork(
      nodeCount: members.count + 1,
      links: ways.map { .init(a: $0.a, b: $0.b, forward: $0.cost, backward: $0.cost) }, groups: groups)
    let lost = Set(whole.unreachableGroups)
    unreachable += lost.map { parcels[$0] }
    let reached = groups.indices.filter { !lost.contains($0) }.map { groups[$0] }
    guard !reached.isEmpty else { return }
    var reduction = AccessReduction(nodeCount: members.count + 1, ways: ways, groups: reached)
    let (network, kept) = reduction.reduced()
    parts.append(AccessPart(network: network, edges: kept.map(\.edges)))
  }
}
