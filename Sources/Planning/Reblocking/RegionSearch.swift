import Geometry

/// Shorter lanes by finding the least of a region after another, exactly, with the lanes outside as they are.
///
/// Regions that do not meet are taken at once, a fixed number of them, so that the lanes are the same on any number of
/// cores.
struct RegionSearch {
  let network: AccessNetwork
  private var random: SeededNumbers
  /// How far the search of each node's region has come: the size of region that found nothing better.
  private var settled: [Int]

  /// Regions of so many nodes, one size after the other.
  static let sizes = [40, 70]
  private static let atOnce = 4
  /// How often a region's program may ask whether time is up, each after eight steps of the simplex method.
  private static let patience = 150

  init(_ network: AccessNetwork, seed: UInt64) {
    self.network = network
    random = SeededNumbers(seed: seed)
    settled = Array(repeating: 0, count: network.nodeCount)
  }

  mutating func improved(_ start: AccessTree, isOver: @Sendable () -> Bool) -> AccessTree {
    var tree = start
    for size in Self.sizes where size < 2 * network.nodeCount {
      while !isOver() {
        let regions = regions(in: tree, size: size)
        guard !regions.isEmpty else { break }
        take(regions, size, &tree, isOver)
      }
    }
    return tree
  }

  private mutating func take(
    _ regions: [[Int]], _ size: Int, _ tree: inout AccessTree, _ isOver: @Sendable () -> Bool
  ) {
    let (start, network) = (tree, network)
    let answers = Parallel.map(regions) { Self.better(start, $0, in: network, isOver) }
    for (region, answer) in zip(regions, answers) {
      if let middle = region.first { settled[middle] = size }
      guard let answer else { continue }
      let inside = Set(region)
      let kept = tree.arcs.filter { !inside.contains(network.start($0)) && !inside.contains(network.end($0)) }
      var joined = network.tree(along: Set(kept.map { $0 / 2 } + answer))
      joined.prune(in: network)
      // Two regions that changed at once can part what each alone leaves joined.
      guard joined.serves(network), joined.cost(in: network) < tree.cost(in: network) else { continue }
      tree = joined
      for node in region { settled[node] = 0 }
    }
  }

  /// The links of better lanes in a region; nil where there are none or the time was too short.
  private static func better(
    _ tree: AccessTree, _ region: [Int], in network: AccessNetwork, _ isOver: @Sendable () -> Bool
  ) -> [Int]? {
    let part = RegionNetwork(network, tree, region: region)
    var asked = 0
    return withoutActuallyEscaping(isOver) { isOver in
      var exact = BranchAndCut(part.network, start: part.tree) {
        asked += 1
        return asked > patience || isOver()
      }
      _ = exact.prove()
      let gain = part.tree.cost(in: part.network) - exact.bestCost
      return gain > BranchAndCut.tolerance ? part.links(of: exact.best) : nil
    }
  }

  /// Regions that do not meet, each with its middle first, round places whose regions may hold something better.
  private mutating func regions(in tree: AccessTree, size: Int) -> [[Int]] {
    var open = tree.arcInto.indices.filter { tree.arcInto[$0] != nil && settled[$0] < size }
    var isTaken = [Bool](repeating: false, count: network.nodeCount)
    var regions: [[Int]] = []
    for _ in 0..<(4 * Self.atOnce) where !open.isEmpty && regions.count < Self.atOnce {
      let middle = open.swapRemove(random.below(open.count))
      let region = region(round: middle, size: size)
      guard !region.contains(where: { isTaken[$0] }) else { continue }
      for node in region { isTaken[node] = true }
      regions.append(region)
    }
    return regions
  }

  /// The nodes nearest to a place.
  private func region(round middle: Int, size: Int) -> [Int] {
    var distance = [middle: 0.0]
    var heap = MinimumHeap()
    heap.insert(middle, key: 0)
    var region: [Int] = []
    while let (key, node) = heap.popLeast(), region.count < size {
      guard key <= distance[node] ?? .infinity else { continue }
      region.append(node)
      for arc in network.leaving[node] where network.end(arc) != AccessNetwork.road {
        let reach = key + network.cost(arc)
        guard reach < distance[network.end(arc)] ?? .infinity else { continue }
        distance[network.end(arc)] = reach
        heap.insert(network.end(arc), key: reach)
      }
    }
    return region
  }
}

extension [Int] {
  /// Takes one out without keeping the order.
  fileprivate mutating func swapRemove(_ place: Int) -> Int {
    swapAt(place, count - 1)
    return removeLast()
  }
}
