/// A first lower bound in milliseconds: sets round groups that nothing reaches yet, raised until a way in costs nothing.
///
/// After R. T. Wong, "A dual ascent approach for Steiner tree problems on a directed graph" (1984), the set with the
/// fewest nodes first.
struct DualAscent {
  let network: WidenedNetwork
  /// What the sets so far leave of each arc's cost.
  private(set) var slack: [Double]
  private var mark: [Int]
  private var turn = 0

  init(_ network: WidenedNetwork) {
    self.network = network
    slack = network.arcs.map(\.cost)
    mark = Array(repeating: 0, count: network.count)
  }

  /// The sets and their weights; slack holds what they leave of each arc's cost.
  mutating func cuts() -> [AccessCertificate.Cut] {
    var cuts: [AccessCertificate.Cut] = []
    var heap = MinimumHeap()
    for terminal in network.nodeCount..<network.count { heap.insert(terminal, key: 1) }
    while let (_, terminal) = heap.popLeast() {
      let set = reaching(terminal)
      guard mark[AccessNetwork.road] != turn else { continue }
      if let next = heap.popLeast() {
        heap.insert(next.number, key: next.key)
        if Double(set.count) > next.key {
          heap.insert(terminal, key: Double(set.count))
          continue
        }
      }
      let rim = set.flatMap { network.entering[$0] }.filter { mark[network.arcs[$0].start] != turn }
      // Where nothing leads in, the group cannot be reached; whoever asks has seen to that.
      guard let raise = rim.map({ slack[$0] }).min() else { continue }
      for arc in rim { slack[arc] -= raise }
      if raise > 0 { cuts.append(.init(nodes: set.sorted(), target: terminal, weight: raise)) }
      heap.insert(terminal, key: Double(set.count))
    }
    return cuts
  }

  /// The nodes from which the terminal is reached at no cost.
  private mutating func reaching(_ terminal: Int) -> [Int] {
    turn += 1
    mark[terminal] = turn
    var found = [terminal]
    var place = 0
    while place < found.count {
      for arc in network.entering[found[place]] where slack[arc] <= 0 {
        let start = network.arcs[arc].start
        guard mark[start] != turn else { continue }
        mark[start] = turn
        found.append(start)
      }
      place += 1
    }
    return found
  }
}
