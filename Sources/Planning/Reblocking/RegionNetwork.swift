/// A small region of a network with the lanes outside of it as they are.
///
/// What the lanes outside hold together is one node: the piece with the road is the road, each other piece a group that
/// must be reached again.
struct RegionNetwork: Sendable {
  private(set) var network: AccessNetwork
  /// Today's lanes of the region.
  private(set) var tree: AccessTree
  /// The arcs of the whole network that each arc here is.
  private let origins: [Int]

  private struct Way: Hashable {
    var start: Int
    var end: Int
  }

  /// - Parameters:
  ///   - whole: ways of it cost the same in both directions.
  ///   - lanes: a tree in it that serves everybody.
  ///   - region: nodes, without the road.
  init(_ whole: AccessNetwork, _ lanes: AccessTree, region: [Int]) {
    var number = [Int](repeating: -1, count: whole.nodeCount)
    number[AccessNetwork.road] = AccessNetwork.road
    for (place, node) in region.enumerated() { number[node] = place + 1 }
    var isInside = [Bool](repeating: false, count: whole.nodeCount)
    for node in region { isInside[node] = true }
    var pieces = 0
    for node in lanes.arcInto.indices where lanes.arcInto[node] != nil && !isInside[node] {
      // Up to where a number is known, then down again with it.
      var path = [node]
      while let arc = lanes.arcInto[path[path.count - 1]], number[path[path.count - 1]] < 0 {
        let start = whole.start(arc)
        if isInside[start] {
          pieces += 1
          number[path[path.count - 1]] = region.count + pieces
        } else {
          path.append(start)
        }
      }
      for step in path { number[step] = number[path[path.count - 1]] }
    }
    var cheapest: [Way: Int] = [:]
    func see(_ arc: Int) {
      let way = Way(start: number[whole.start(arc)], end: number[whole.end(arc)])
      guard way.start >= 0, way.end > 0, way.start != way.end else { return }
      if let known = cheapest[way], whole.cost(known) <= whole.cost(arc) { return }
      cheapest[way] = arc
    }
    for node in number.indices where number[node] > 0 {
      for arc in whole.leaving[node] { see(arc) }
      for arc in whole.entering[node] { see(arc) }
    }
    var links: [AccessNetwork.Link] = []
    var origins: [Int] = []
    var arcOf: [Way: Int] = [:]
    for way in cheapest.keys.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let back = cheapest[Way(start: way.end, end: way.start)]
      guard way.start < way.end || back == nil, let arc = cheapest[way] else { continue }
      arcOf[way] = 2 * links.count
      arcOf[Way(start: way.end, end: way.start)] = 2 * links.count + 1
      links.append(
        .init(
          a: way.start, b: way.end, forward: whole.cost(arc),
          backward: back.map(whole.cost) ?? .infinity))
      origins += [arc, back ?? arc]
    }
    self.origins = origins
    var groups = (0..<pieces).map { [region.count + 1 + $0] }
    for group in whole.groups where !group.contains(where: { lanes.contains($0) && !isInside[$0] }) {
      groups.append(group.filter { isInside[$0] }.map { number[$0] })
    }
    network = AccessNetwork(nodeCount: region.count + pieces + 1, links: links, groups: groups)
    tree = AccessTree(nodeCount: network.nodeCount)
    for arc in lanes.arcs where isInside[whole.end(arc)] || isInside[whole.start(arc)] {
      let way = Way(start: number[whole.start(arc)], end: number[whole.end(arc)])
      tree.arcInto[way.end] = arcOf[way]
    }
  }

  /// The links of the whole network that lanes of the region are.
  func links(of lanes: AccessTree) -> [Int] { lanes.arcs.map { origins[$0] / 2 } }
}

extension AccessNetwork {
  /// The tree that links make from the road.
  func tree(along links: Set<Int>) -> AccessTree {
    var tree = AccessTree(nodeCount: nodeCount)
    var queue = [Self.road]
    var place = 0
    while place < queue.count {
      for arc in leaving[queue[place]] where links.contains(arc / 2) && !tree.contains(end(arc)) {
        tree.arcInto[end(arc)] = arc
        queue.append(end(arc))
      }
      place += 1
    }
    return tree
  }
}
