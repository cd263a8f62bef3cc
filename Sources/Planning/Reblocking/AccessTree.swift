/// Lanes from the road to every group: each reached node but the road with the arc that leads to it.
struct AccessTree: Hashable, Sendable {
  /// The arc into each node; nil where the lanes do not go, and at the road.
  var arcInto: [Int?]

  init(nodeCount: Int) { arcInto = Array(repeating: nil, count: nodeCount) }

  /// The arcs in the order of their nodes.
  var arcs: [Int] { arcInto.compactMap { $0 } }

  func contains(_ node: Int) -> Bool { node == AccessNetwork.road || arcInto[node] != nil }

  func cost(in network: AccessNetwork) -> Double { arcs.reduce(0) { $0 + network.cost($1) } }

  /// Whether the lanes hang together with the road and reach every group.
  func serves(_ network: AccessNetwork) -> Bool {
    guard network.groups.allSatisfy({ $0.contains(where: contains) }) else { return false }
    return arcInto.indices.allSatisfy { node in
      var node = node
      var steps = 0
      while let arc = arcInto[node], steps <= arcInto.count {
        node = network.start(arc)
        steps += 1
      }
      return steps <= arcInto.count && (steps == 0 || node == AccessNetwork.road)
    }
  }

  /// The least tree over the same nodes, without the dead ends that nobody needs.
  func respanned(in network: AccessNetwork) -> AccessTree {
    var tree = AccessTree(nodeCount: arcInto.count)
    var heap = MinimumHeap()
    func see(from node: Int) {
      for arc in network.leaving[node] where contains(network.end(arc)) && !tree.contains(network.end(arc)) {
        heap.insert(arc, key: network.cost(arc))
      }
    }
    see(from: AccessNetwork.road)
    while let (_, arc) = heap.popLeast() {
      guard !tree.contains(network.end(arc)) else { continue }
      tree.arcInto[network.end(arc)] = arc
      see(from: network.end(arc))
    }
    tree.prune(in: network)
    return tree
  }

  /// Takes away dead ends that nobody needs, the longest first.
  mutating func prune(in network: AccessNetwork) {
    var children = [Int](repeating: 0, count: arcInto.count)
    var reached = [Int](repeating: 0, count: network.groups.count)
    for (node, arc) in arcInto.enumerated() {
      guard let arc else { continue }
      children[network.start(arc)] += 1
      for group in network.groupsOfNode[node] { reached[group] += 1 }
    }
    var heap = MinimumHeap()
    for (node, arc) in arcInto.enumerated() {
      if let arc, children[node] == 0 { heap.insert(node, key: -network.cost(arc)) }
    }
    while let (_, node) = heap.popLeast() {
      guard let arc = arcInto[node], network.groupsOfNode[node].allSatisfy({ reached[$0] > 1 }) else {
        continue
      }
      arcInto[node] = nil
      for group in network.groupsOfNode[node] { reached[group] -= 1 }
      let parent = network.start(arc)
      children[parent] -= 1
      if children[parent] == 0, let next = arcInto[parent] {
        heap.insert(parent, key: -network.cost(next))
      }
    }
  }
}
