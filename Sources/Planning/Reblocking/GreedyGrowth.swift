/// Lanes grown from the road, again and again along the way that costs least for each parcel that it serves.
struct GreedyGrowth {
  let network: AccessNetwork
  private var distance: [Double]
  private var via: [Int?]
  private var heap = MinimumHeap()
  private var isServed: [Bool] = []
  private var unserved = 0

  init(_ network: AccessNetwork) {
    self.network = network
    distance = Array(repeating: .infinity, count: network.nodeCount)
    via = Array(repeating: nil, count: network.nodeCount)
  }

  /// - Parameter costs: what each arc counts for; zero for what is there already.
  /// - Returns: nil where a group cannot be reached.
  mutating func tree(costs: [Double]) -> AccessTree? {
    var tree = AccessTree(nodeCount: network.nodeCount)
    isServed = Array(repeating: false, count: network.groups.count)
    unserved = network.groups.count
    var fresh = [AccessNetwork.road]
    for node in distance.indices { distance[node] = .infinity }
    while true {
      // Distances only shrink while the tree grows, so the search goes on from the new nodes alone.
      spread(from: fresh, costs, tree)
      guard unserved > 0 else { break }
      guard let target = best(in: tree) else { return nil }
      fresh = join(target, to: &tree)
    }
    tree.prune(in: network)
    return tree
  }

  private mutating func spread(from nodes: [Int], _ costs: [Double], _ tree: AccessTree) {
    heap.removeAll()
    for node in nodes {
      distance[node] = 0
      heap.insert(node, key: 0)
    }
    while let (key, node) = heap.popLeast() {
      guard key <= distance[node] else { continue }
      for arc in network.leaving[node] {
        let end = network.end(arc)
        let reach = key + costs[arc]
        guard reach < distance[end] else { continue }
        distance[end] = reach
        via[end] = arc
        heap.insert(end, key: reach)
      }
    }
  }

  /// The node that serves somebody new at the least cost a parcel, the parcels along its way counted.
  private func best(in tree: AccessTree) -> Int? {
    var best: (node: Int, worth: Double)?
    for node in 1..<max(1, network.nodeCount) where distance[node].isFinite && !tree.contains(node) {
      let own = network.groupsOfNode[node].count { !isServed[$0] }
      guard own > 0 else { continue }
      let worth = distance[node] / Double(own + servedOnTheWay(to: node, tree))
      if best.map({ worth < $0.worth }) ?? true { best = (node, worth) }
    }
    return best?.node
  }

  private func servedOnTheWay(to node: Int, _ tree: AccessTree) -> Int {
    var seen = network.groupsOfNode[node]
    let own = seen.count
    var place = node
    while let arc = via[place] {
      place = network.start(arc)
      guard !tree.contains(place) else { break }
      for group in network.groupsOfNode[place] where !isServed[group] && !seen.contains(group) {
        seen.append(group)
      }
    }
    return seen.count - own
  }

  private mutating func join(_ target: Int, to tree: inout AccessTree) -> [Int] {
    var joined: [Int] = []
    var node = target
    while !tree.contains(node), let arc = via[node] {
      tree.arcInto[node] = arc
      joined.append(node)
      for group in network.groupsOfNode[node] where !isServed[group] {
        isServed[group] = true
        unserved -= 1
      }
      node = network.start(arc)
    }
    return joined
  }
}
