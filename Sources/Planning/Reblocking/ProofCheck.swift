/// Checks a proof by arithmetic alone; it knows nothing of how the proof was found.
struct ProofCheck {
  let network: WidenedNetwork
  /// The length of the lanes that were found: the proof has to reach no further.
  let found: Double

  init(_ network: AccessNetwork, found: Double) {
    self.network = WidenedNetwork(network)
    self.found = found
  }

  /// A length that no lanes fall below, however wrong the multipliers are.
  func bound(_ proof: AccessProof) -> Double {
    max(0, bound(proof, shut: Array(repeating: false, count: network.arcs.count), required: []))
  }

  private func bound(_ proof: AccessProof, shut: [Bool], required: Set<Int>) -> Double {
    switch proof {
    case .bound(let certificate):
      return min(found, worth(certificate, shut, required).bound)
    case .ruledOut(let certificate, let rest):
      let (bound, slack) = worth(certificate, shut, required)
      let more = shut.indices.map { shut[$0] || bound + max(0, slack[$0]) > found }
      return self.bound(rest, shut: more, required: required)
    case .cases(let node, let without, let with):
      let more = shut.indices.map {
        shut[$0] || network.arcs[$0].start == node || network.arcs[$0].end == node
      }
      return min(
        bound(without, shut: more, required: required),
        bound(with, shut: shut, required: required.union([node])))
    }
  }

  /// Lagrange's bound: every open arc is used at most once, so a negative slack counts once against it.
  private func worth(_ proof: AccessCertificate, _ shut: [Bool], _ required: Set<Int>) -> (
    bound: Double, slack: [Double]
  ) {
    var slack = network.arcs.map { arc in
      arc.cost - max(0, proof.balance[at: arc.start]) + max(0, proof.balance[at: arc.end])
        - proof.terminal[at: arc.end - network.nodeCount]
    }
    var bound = proof.terminal.reduce(0, +)
    for cut in proof.cuts where cut.weight > 0 {
      let nodes = Set(cut.nodes)
      let isBinding = cut.target >= network.nodeCount || required.contains(cut.target)
      guard isBinding, nodes.contains(cut.target), !nodes.contains(AccessNetwork.road) else { continue }
      bound += cut.weight
      for arc in entering(nodes, cut.nodes) { slack[arc] -= cut.weight }
    }
    for cut in proof.nested where cut.weight > 0 {
      let nodes = Set(cut.nodes)
      guard nodes.contains(cut.target), !nodes.contains(AccessNetwork.road) else { continue }
      for arc in network.entering[cut.target] { slack[arc] += cut.weight }
      for arc in entering(nodes, cut.nodes) { slack[arc] -= cut.weight }
    }
    for (arc, rest) in slack.enumerated() where !shut[arc] && rest < 0 { bound += rest }
    return (bound, slack)
  }

  /// The arcs that lead into a set from outside.
  private func entering(_ nodes: Set<Int>, _ list: [Int]) -> [Int] {
    list.flatMap { network.entering[$0].filter { !nodes.contains(network.arcs[$0].start) } }
  }
}

/// The network with one terminal a group: its nodes, then its terminals; its arcs, then those into terminals.
struct WidenedNetwork: Sendable {
  struct Arc: Hashable, Sendable {
    var start: Int
    var end: Int
    var cost: Double
  }

  let nodeCount: Int
  let arcs: [Arc]
  let entering: [[Int]]
  let leaving: [[Int]]
  /// The arc of the network that each arc is; nil into a terminal.
  let origin: [Int?]

  init(_ network: AccessNetwork) {
    nodeCount = network.nodeCount
    let open = (0..<network.arcCount).filter(network.isOpen)
    var arcs = open.map { Arc(start: network.start($0), end: network.end($0), cost: network.cost($0)) }
    for (group, nodes) in network.groups.enumerated() {
      arcs += nodes.map { Arc(start: $0, end: network.nodeCount + group, cost: 0) }
    }
    self.arcs = arcs
    origin = open.map(Optional.some) + Array(repeating: nil, count: arcs.count - open.count)
    var entering = [[Int]](repeating: [], count: network.nodeCount + network.groups.count)
    var leaving = entering
    for (number, arc) in arcs.enumerated() {
      entering[arc.end].append(number)
      leaving[arc.start].append(number)
    }
    self.entering = entering
    self.leaving = leaving
  }

  var count: Int { entering.count }
}

extension [Double] {
  /// Zero beyond the ends.
  fileprivate subscript(at place: Int) -> Double { indices.contains(place) ? self[place] : 0 }
}
