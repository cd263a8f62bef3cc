/// Sets that are entered by less than one whole arc: what a fractional answer of the linear program still breaks.
struct CutSearch {
  let network: WidenedNetwork
  private var room: [Double]
  /// What flows back over each arc's capacity.
  private var flow: [Double]
  private var via: [Int?]
  private var seen: [Int]
  private var turn = 0

  private static let tiny = 1e-6

  init(_ network: WidenedNetwork) {
    self.network = network
    room = Array(repeating: 0, count: network.arcs.count)
    flow = room
    via = Array(repeating: nil, count: network.count)
    seen = Array(repeating: 0, count: network.count)
  }

  /// Sets round the target: by a least cut seen from the target and from the road, then again where the first are shut.
  ///
  /// - Parameter asked: how much has to enter each set.
  mutating func cuts(round target: Int, values: [Double], most: Int, asked: Double = 1) -> [[Int]] {
    room = values
    var found: [[Int]] = []
    while found.count < most {
      for arc in flow.indices { flow[arc] = 0 }
      guard send(to: target, most: asked) < asked - 1e-4 else { break }
      let near = reaching(target)
      found.append(near)
      let far = beyondRoad()
      if far.count != near.count { found.append(far) }
      turn += 1
      for node in near { seen[node] = turn }
      for node in near {
        for arc in network.entering[node] where seen[network.arcs[arc].start] != turn { room[arc] = 1 }
      }
    }
    return found
  }

  private mutating func send(to target: Int, most asked: Double) -> Double {
    var sent = 0.0
    while sent < asked - 1e-4, findWay(to: target) {
      var most = asked - sent
      var node = target
      while node != AccessNetwork.road, let step = via[node] {
        let arc = step >= 0 ? step : ~step
        most = min(most, step >= 0 ? room[arc] - flow[arc] : flow[arc])
        node = step >= 0 ? network.arcs[arc].start : network.arcs[arc].end
      }
      node = target
      while node != AccessNetwork.road, let step = via[node] {
        let arc = step >= 0 ? step : ~step
        flow[arc] += step >= 0 ? most : -most
        node = step >= 0 ? network.arcs[arc].start : network.arcs[arc].end
      }
      sent += most
    }
    return sent
  }

  /// A shortest way with room left from the road; a step over the complement of an arc takes flow back.
  private mutating func findWay(to target: Int) -> Bool {
    turn += 1
    seen[AccessNetwork.road] = turn
    var queue = [AccessNetwork.road]
    var place = 0
    while place < queue.count, seen[target] != turn {
      let node = queue[place]
      place += 1
      for arc in network.leaving[node] where room[arc] - flow[arc] > Self.tiny {
        visit(network.arcs[arc].end, by: arc, &queue)
      }
      for arc in network.entering[node] where flow[arc] > Self.tiny {
        visit(network.arcs[arc].start, by: ~arc, &queue)
      }
    }
    return seen[target] == turn
  }

  private mutating func visit(_ node: Int, by step: Int, _ queue: inout [Int]) {
    guard seen[node] != turn else { return }
    seen[node] = turn
    via[node] = step
    queue.append(node)
  }

  /// The nodes from which more could flow to the target: the smallest set.
  private mutating func reaching(_ target: Int) -> [Int] {
    turn += 1
    seen[target] = turn
    var found = [target]
    var place = 0
    while place < found.count {
      let node = found[place]
      place += 1
      for arc in network.entering[node] where room[arc] - flow[arc] > Self.tiny {
        visit(network.arcs[arc].start, by: arc, &found)
      }
      for arc in network.leaving[node] where flow[arc] > Self.tiny {
        visit(network.arcs[arc].end, by: ~arc, &found)
      }
    }
    return found.sorted()
  }

  /// The nodes to which no more can flow: the largest set.
  private mutating func beyondRoad() -> [Int] {
    turn += 1
    seen[AccessNetwork.road] = turn
    var queue = [AccessNetwork.road]
    var place = 0
    while place < queue.count {
      let node = queue[place]
      place += 1
      for arc in network.leaving[node] where room[arc] - flow[arc] > Self.tiny {
        visit(network.arcs[arc].end, by: arc, &queue)
      }
      for arc in network.entering[node] where flow[arc] > Self.tiny {
        visit(network.arcs[arc].start, by: ~arc, &queue)
      }
    }
    return seen.indices.filter { seen[$0] != turn }
  }
}
