/// A smaller network with the same least lanes.
///
/// Corners of degree one or two that serve nobody new are taken out, a longer of two ways between the same corners
/// too, and parcels that are served whenever another is.
struct AccessReduction {
  /// A way along boundaries between two nodes.
  struct Way: Sendable {
    var a: Int
    var b: Int
    var cost: Double
    /// The edges of the partition that it follows.
    var edges: [Int]
  }

  private var ways: [Way?]
  private var waysAt: [[Int]]
  private var groupsAt: [Set<Int>]
  private var groups: [[Int]]

  init(nodeCount: Int, ways: [Way], groups: [[Int]]) {
    self.ways = ways
    self.groups = groups.map { $0.sorted() }
    waysAt = Array(repeating: [], count: nodeCount)
    groupsAt = Array(repeating: [], count: nodeCount)
    for (number, way) in ways.enumerated() {
      waysAt[way.a].append(number)
      waysAt[way.b].append(number)
    }
    dropServedWithOthers()
    for (number, group) in self.groups.enumerated() { for node in group { groupsAt[node].insert(number) } }
  }

  /// The network, and for each of its links the way that it is.
  mutating func reduced() -> (network: AccessNetwork, ways: [Way]) {
    var queue = Array(waysAt.indices)
    while !queue.isEmpty {
      simplify(&queue)
      queue = dropDetours()
    }
    return made()
  }

  /// A group that holds all nodes of another is served with it.
  private mutating func dropServedWithOthers() {
    let order = groups.indices.sorted { (groups[$0].count, $0) < (groups[$1].count, $1) }
    var kept: [Int] = []
    var smallAt: [Int: [Int]] = [:]
    for number in order {
      let nodes = Set(groups[number])
      let rivals = Set(groups[number].flatMap { smallAt[$0] ?? [] })
      guard !rivals.contains(where: { nodes.isSuperset(of: groups[$0]) }) else { continue }
      kept.append(number)
      for node in groups[number] { smallAt[node, default: []].append(number) }
    }
    groups = kept.sorted().map { groups[$0] }
  }

  private mutating func simplify(_ queue: inout [Int]) {
    while let node = queue.popLast() {
      guard node != AccessNetwork.road else { continue }
      dropParallels(at: node)
      let around = waysAt[node]
      let ends = around.map { other(than: node, $0) }
      switch around.count {
      case 1 where serves(ends[0], allOf: node):
        remove(around[0])
        groupsAt[node] = []
        queue.append(ends[0])
      case 2 where serves(ends[0], allOf: node) && serves(ends[1], allOf: node):
        guard let first = ways[around[0]], let second = ways[around[1]] else { continue }
        remove(around[0])
        remove(around[1])
        groupsAt[node] = []
        let edges =
          (first.b == node ? first.edges : first.edges.reversed())
          + (second.a == node ? second.edges : second.edges.reversed())
        add(Way(a: ends[0], b: ends[1], cost: first.cost + second.cost, edges: edges))
        queue += ends
      default: continue
      }
    }
  }

  private func serves(_ other: Int, allOf node: Int) -> Bool {
    groupsAt[node].isSubset(of: groupsAt[other])
  }

  private func other(than node: Int, _ number: Int) -> Int {
    guard let way = ways[number] else { return node }
    return way.a == node ? way.b : way.a
  }

  private mutating func add(_ way: Way) {
    ways.append(way)
    waysAt[way.a].append(ways.count - 1)
    waysAt[way.b].append(ways.count - 1)
  }

  private mutating func remove(_ number: Int) {
    guard let way = ways[number] else { return }
    waysAt[way.a].removeAll { $0 == number }
    waysAt[way.b].removeAll { $0 == number }
    ways[number] = nil
  }

  /// Of several ways between the same two nodes the cheapest stays; a way back to its start goes.
  private mutating func dropParallels(at node: Int) {
    var cheapest: [Int: Int] = [:]
    for number in waysAt[node] {
      let end = other(than: node, number)
      guard end != node else {
        remove(number)
        continue
      }
      if let known = cheapest[end], let rival = ways[known], let way = ways[number] {
        remove(way.cost < rival.cost ? known : number)
        if way.cost < rival.cost { cheapest[end] = number }
      } else {
        cheapest[end] = number
      }
    }
  }

  /// Takes out each way whose ends are joined by others that together cost no more; gives the nodes to look at again.
  private mutating func dropDetours() -> [Int] {
    var touched: [Int] = []
    var distance = [Double](repeating: .infinity, count: waysAt.count)
    var heap = MinimumHeap()
    for number in ways.indices {
      guard let way = ways[number] else { continue }
      var reached = [way.a]
      distance[way.a] = 0
      heap.removeAll()
      heap.insert(way.a, key: 0)
      var isDetour = false
      while let (key, node) = heap.popLeast(), reached.count < 60 {
        if node == way.b {
          isDetour = true
          break
        }
        guard key <= distance[node] else { continue }
        for next in waysAt[node] where next != number {
          guard let step = ways[next], key + step.cost <= way.cost else { continue }
          let end = other(than: node, next)
          guard key + step.cost < distance[end] else { continue }
          distance[end] = key + step.cost
          reached.append(end)
          heap.insert(end, key: key + step.cost)
        }
      }
      for node in reached { distance[node] = .infinity }
      guard isDetour else { continue }
      remove(number)
      touched += [way.a, way.b]
    }
    return touched
  }

  private func made() -> (network: AccessNetwork, ways: [Way]) {
    var number = [Int?](repeating: nil, count: waysAt.count)
    var count = 0
    for node in waysAt.indices where node == AccessNetwork.road || !waysAt[node].isEmpty {
      number[node] = count
      count += 1
    }
    let kept = ways.compactMap { $0 }
    let links = kept.compactMap { way -> AccessNetwork.Link? in
      guard let a = number[way.a], let b = number[way.b] else { return nil }
      return .init(a: a, b: b, forward: way.cost, backward: way.cost)
    }
    let groups = groups.map { $0.filter { groupsAt[$0].count > 0 }.compactMap { number[$0] } }
    return (AccessNetwork(nodeCount: count, links: links, groups: groups), kept)
  }
}
