internal import Glibc

/// Shorter lanes by freeing the ground round a place, keeping the rest, and growing anew with some noise.
///
/// What is kept costs nothing, so that its pieces are taken up again where they serve. Steps that make it a little
/// longer are taken at first (simulated annealing).
struct NeighbourhoodSearch {
  let network: AccessNetwork
  private var growth: GreedyGrowth
  private var random: SeededNumbers

  init(_ network: AccessNetwork, seed: UInt64) {
    self.network = network
    growth = GreedyGrowth(network)
    random = SeededNumbers(seed: seed)
  }

  /// - Parameter steps: how often something is freed.
  mutating func improved(_ start: AccessTree, steps: Int, isOver: () -> Bool) -> AccessTree {
    var best = (tree: start, cost: start.cost(in: network))
    var current = best
    let heat = best.cost / Double(max(1, network.groups.count)) * 0.1
    for step in 0..<steps {
      if step.isMultiple(of: 16), isOver() { break }
      let places = current.tree.arcInto.indices.filter { current.tree.arcInto[$0] != nil }
      guard !places.isEmpty else { break }
      let freed = ball(round: places[random.below(places.count)], steps: 2 + random.below(6))
      guard let tree = growth.tree(costs: costs(keeping: current.tree, except: freed)) else { continue }
      let cost = tree.cost(in: network)
      let warmth = heat * (1 - Double(step) / Double(steps))
      let isTaken = cost <= current.cost || random.fraction() < exp((current.cost - cost) / max(1e-9, warmth))
      if isTaken { current = (tree, cost) }
      if cost < best.cost { best = (tree, cost) }
    }
    return best.tree
  }

  /// The nodes within some steps of a place, ways taken in either direction.
  private func ball(round middle: Int, steps: Int) -> [Bool] {
    var isInside = [Bool](repeating: false, count: network.nodeCount)
    isInside[middle] = true
    var rim = [middle]
    for _ in 0..<steps {
      var next: [Int] = []
      for node in rim {
        let around = network.leaving[node].map(network.end) + network.entering[node].map(network.start)
        for other in around where other != AccessNetwork.road && !isInside[other] {
          isInside[other] = true
          next.append(other)
        }
      }
      rim = next
    }
    return isInside
  }

  private mutating func costs(keeping tree: AccessTree, except freed: [Bool]) -> [Double] {
    var costs = (0..<network.arcCount).map { arc in network.cost(arc) * (0.8 + 0.4 * random.fraction()) }
    for (node, arc) in tree.arcInto.enumerated() {
      guard let arc, !freed[node], !freed[network.start(arc)] else { continue }
      costs[arc] = 0
    }
    return costs
  }
}
