/// The shortest lanes with their proof: a linear program over directed cuts, and cases where it stays fractional.
struct BranchAndCut {
  let network: AccessNetwork
  let widened: WidenedNetwork
  private(set) var best: AccessTree
  private(set) var bestCost: Double
  private var growth: GreedyGrowth
  private var search: CutSearch
  private let isOver: () -> Bool
  /// What cuts may lack to a millimetre is no reason to look for more.
  static let tolerance = 1e-4

  private enum Row {
    case cut([Int], target: Int)
    case nested([Int], target: Int)
    case balance(Int)
    case atMostOnce(Int)
    case shut
  }

  /// A linear program with the meaning of its rows and columns.
  private struct Relaxation {
    var program: CutProgram
    var rows: [Row] = []
    /// The arc of each column, and the column of each arc.
    var arcs: [Int]
    var columns: [Int?]
    var required: [Int] = []
    var depth = 0
  }

  init(_ network: AccessNetwork, start: AccessTree, isOver: @escaping () -> Bool) {
    self.network = network
    widened = WidenedNetwork(network)
    best = start
    bestCost = start.cost(in: network)
    growth = GreedyGrowth(network)
    search = CutSearch(widened)
    self.isOver = isOver
  }

  mutating func prove() -> AccessProof {
    var ascent = DualAscent(widened)
    var first = AccessCertificate(network)
    first.cuts = ascent.cuts()
    let bound = first.cuts.reduce(0) { $0 + $1.weight }
    grow(slack: ascent.slack)
    guard bound < bestCost - Self.tolerance, !isOver() else { return .bound(first) }
    // What the check may keep for a last digit's sake has to be in the program.
    let arcs = widened.arcs.indices.filter { bound + ascent.slack[$0] <= bestCost + 1e-6 }
    var relaxation = self.relaxation(of: arcs)
    for cut in first.cuts { add(.cut(cut.nodes, target: cut.target), to: &relaxation) }
    let proof = AccessProof.ruledOut(first, prove(&relaxation))
    // A deadline can end the program before it reaches what dual ascent has.
    return ProofCheck(network, found: bestCost).bound(proof) >= bound ? proof : .bound(first)
  }

  private func relaxation(of arcs: [Int]) -> Relaxation {
    var columns = [Int?](repeating: nil, count: widened.arcs.count)
    for (column, arc) in arcs.enumerated() { columns[arc] = column }
    var noise = SeededNumbers(seed: 7)
    // Costs that differ by less than a micrometre keep the simplex method from going in circles.
    let costs = arcs.map { widened.arcs[$0].cost + noise.fraction() * 2e-7 }
    return Relaxation(program: CutProgram(costs: costs), arcs: arcs, columns: columns)
  }

  private func add(_ row: Row, to relaxation: inout Relaxation) {
    var terms: [(column: Int, factor: Double)] = []
    func add(_ arcs: [Int], _ factor: Double) {
      for arc in arcs { if let column = relaxation.columns[arc] { terms.append((column, factor)) } }
    }
    func addBorder(of nodes: [Int]) {
      let inside = Set(nodes)
      for node in nodes { add(widened.entering[node].filter { !inside.contains(widened.arcs[$0].start) }, 1) }
    }
    var least = 0.0
    switch row {
    case .cut(let nodes, _):
      addBorder(of: nodes)
      least = 1
    case .nested(let nodes, let target):
      addBorder(of: nodes)
      add(widened.entering[target], -1)
    case .balance(let node):
      add(widened.leaving[node], 1)
      add(widened.entering[node], -1)
    case .atMostOnce(let group):
      add(widened.entering[network.nodeCount + group], -1)
      least = -1
    case .shut: break
    }
    _ = relaxation.program.addRow(terms, atLeast: least)
    relaxation.rows.append(row)
  }

  private func shut(_ node: Int, in relaxation: inout Relaxation) {
    let arcs = widened.entering[node] + widened.leaving[node]
    let terms = arcs.compactMap { arc in relaxation.columns[arc].map { (column: $0, factor: -1.0) } }
    _ = relaxation.program.addRow(terms, atLeast: 0)
    relaxation.rows.append(.shut)
  }

  private mutating func prove(_ relaxation: inout Relaxation) -> AccessProof {
    var rounds = 0
    while true {
      let outcome = relaxation.program.solve(isOver: isOver)
      if outcome == .infeasible { return .bound(impossible(relaxation)) }
      let values = values(of: relaxation)
      guard outcome == .solved, relaxation.program.cost < bestCost - Self.tolerance else { break }
      grow(values: values)
      guard relaxation.program.cost < bestCost - Self.tolerance, !isOver() else { break }
      let rows = brokenRows(values, relaxation)
      rounds += 1
      guard !rows.isEmpty, rounds < 400 else { return branch(relaxation, values) }
      for row in rows { add(row, to: &relaxation) }
    }
    return .bound(certificate(relaxation))
  }

  private func values(of relaxation: Relaxation) -> [Double] {
    relaxation.columns.map { column in
      column.map { min(1, max(0, relaxation.program.value(ofColumn: $0))) } ?? 0
    }
  }

  private mutating func brokenRows(_ values: [Double], _ relaxation: Relaxation) -> [Row] {
    func sum(_ arcs: [Int]) -> Double { arcs.reduce(0) { $0 + values[$1] } }
    var rows: [Row] = []
    for node in 1..<max(1, network.nodeCount)
    where sum(widened.entering[node]) > sum(widened.leaving[node]) + 1e-6 {
      rows.append(.balance(node))
    }
    for group in network.groups.indices where sum(widened.entering[network.nodeCount + group]) > 1 + 1e-6 {
      rows.append(.atMostOnce(group))
    }
    var known = Set<[Int]>()
    for target in relaxation.required + Array(network.nodeCount..<widened.count) {
      for cut in search.cuts(round: target, values: values, most: 4) where known.insert(cut).inserted {
        rows.append(.cut(cut, target: target))
      }
    }
    // Cases by a node are quicker than rows for all nodes, as long as one is in doubt.
    return rows.isEmpty && mostInDoubt(values, relaxation) == nil ? brokenNests(values) : rows
  }

  /// Nodes that more enters than a set round them.
  ///
  /// Where each node is entered by one or by nothing and none of these rows is broken, what enters it is a mixture of
  /// trees over the same nodes, so that cases by nodes always come to an end.
  private mutating func brokenNests(_ values: [Double]) -> [Row] {
    var rows: [Row] = []
    for node in 1..<max(1, network.nodeCount) {
      let entered = widened.entering[node].reduce(0) { $0 + values[$1] }
      guard entered > 1e-3 else { continue }
      for cut in search.cuts(round: node, values: values, most: 2, asked: min(1, entered)) where cut.count > 1
      {
        rows.append(.nested(cut, target: node))
      }
    }
    return rows
  }

  /// Grows lanes where the linear program has them.
  private mutating func grow(values: [Double]) {
    var costs = (0..<network.arcCount).map { network.cost($0) }
    for (number, arc) in widened.origin.enumerated() {
      if let arc { costs[arc] *= 1 - 0.999 * values[number] }
    }
    take(growth.tree(costs: costs))
  }

  private mutating func grow(slack: [Double]) {
    var costs = [Double](repeating: .infinity, count: network.arcCount)
    for (number, arc) in widened.origin.enumerated() {
      if let arc { costs[arc] = slack[number] + 1e-3 * network.cost(arc) }
    }
    take(growth.tree(costs: costs))
  }

  private mutating func take(_ tree: AccessTree?) {
    guard let tree else { return }
    for tree in [tree, tree.respanned(in: network)] {
      let cost = tree.cost(in: network)
      if cost < bestCost { (best, bestCost) = (tree, cost) }
    }
  }

  /// The node that the linear program neither enters nor leaves out, nearest to half; nil where there is none.
  private func mostInDoubt(_ values: [Double], _ relaxation: Relaxation) -> Int? {
    var doubtful: (node: Int, distance: Double)?
    for node in 1..<max(1, network.nodeCount) where !relaxation.required.contains(node) {
      let entered = widened.entering[node].reduce(0) { $0 + values[$1] }
      guard entered > 1e-4, entered < 1 - 1e-4 else { continue }
      let distance = abs(entered - 0.5)
      if doubtful.map({ distance < $0.distance }) ?? true { doubtful = (node, distance) }
    }
    return doubtful?.node
  }

  /// Two cases by the node that is most in doubt: lanes that do not come by it, and lanes that do.
  private mutating func branch(_ relaxation: Relaxation, _ values: [Double]) -> AccessProof {
    guard let node = mostInDoubt(values, relaxation), relaxation.depth < 40 else {
      return .bound(certificate(relaxation))
    }
    var with = relaxation
    with.depth += 1
    with.required.append(node)
    add(.cut([node], target: node), to: &with)
    let withProof = prove(&with)
    var without = relaxation
    without.depth += 1
    shut(node, in: &without)
    return .cases(node: node, without: prove(&without), with: withProof)
  }

  private func certificate(_ relaxation: Relaxation) -> AccessCertificate {
    var certificate = AccessCertificate(network)
    for (row, weight) in relaxation.program.weights { add(relaxation.rows[row], weight, to: &certificate) }
    return certificate
  }

  /// A case without lanes: the program has no answer, and a ray of its rows weighs as much as one likes.
  private func impossible(_ relaxation: Relaxation) -> AccessCertificate {
    var certificate = certificate(relaxation)
    for (row, weight) in relaxation.program.ray {
      add(relaxation.rows[row], weight * 2 * max(1, bestCost), to: &certificate)
    }
    return certificate
  }

  private func add(_ row: Row, _ weight: Double, to certificate: inout AccessCertificate) {
    switch row {
    case .cut(let nodes, let target):
      certificate.cuts.append(.init(nodes: nodes, target: target, weight: weight))
    case .nested(let nodes, let target):
      certificate.nested.append(.init(nodes: nodes, target: target, weight: weight))
    case .balance(let node): certificate.balance[node] += weight
    case .atMostOnce(let group): certificate.terminal[group] -= weight
    case .shut: break
    }
  }
}
