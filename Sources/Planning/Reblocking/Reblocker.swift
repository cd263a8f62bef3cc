import Geometry

/// The least new lanes that give every parcel access, with a bound that is checked.
///
/// A pure function of its input: the same partition and request give the same lanes on any number of threads, unless
/// the work is cut short.
public enum Reblocker {
  public static func reblock(_ partition: ParcelPartition, _ request: ReblockingRequest) -> ReblockingOutcome
  {
    let question = AccessQuestion(partition, request)
    let counter = PartCounter(total: question.parts.count)
    // The largest first, so that no core waits for one that came last.
    let order = question.parts.indices.sorted {
      (question.parts[$1].network.nodeCount, $0) < (question.parts[$0].network.nodeCount, $1)
    }
    let jobs = order.map { question.parts[$0] }
    let solved = Parallel.map(jobs) { part in
      let answer = PartSolver(part, request).solved()
      request.report(counter.count(), counter.total)
      return answer
    }
    var answers = [PartAnswer?](repeating: nil, count: order.count)
    for (place, number) in order.enumerated() { answers[number] = solved[place] }
    return outcome(of: answers.compactMap { $0 }, question, isPartial: request.isCancelled())
  }

  private static func outcome(
    of answers: [PartAnswer], _ question: AccessQuestion, isPartial: Bool
  ) -> ReblockingOutcome {
    var outcome = ReblockingOutcome()
    outcome.isolatedBefore = question.isolated
    outcome.unreachable = question.unreachable
    outcome.parts = answers.count
    for answer in answers {
      outcome.opened += answer.edges
      outcome.cost += answer.cost
      outcome.bound += answer.bound
      if answer.isProven { outcome.provenParts += 1 }
    }
    outcome.opened.sort()
    outcome.isPartial = isPartial && !outcome.isOptimal
    return outcome
  }
}

/// The lanes of one part.
struct PartAnswer: Sendable {
  var edges: [Int]
  var cost: Double
  /// What the proof shows, as its own check counted it.
  var bound: Double
  var isProven: Bool { cost - bound <= Self.tolerance }

  /// Half a millimetre, less than any tape reads.
  static let tolerance = 5e-4
}

/// Greedy lanes, better ones region by region where there are many, the proof, and its check.
struct PartSolver {
  let part: AccessPart
  let request: ReblockingRequest

  /// A network of so many nodes is solved and proven at once in a tenth of a second.
  static let mostAtOnce = 150

  init(_ part: AccessPart, _ request: ReblockingRequest) {
    self.part = part
    self.request = request
  }

  func solved() -> PartAnswer {
    let network = part.network
    var growth = GreedyGrowth(network)
    let costs = (0..<network.arcCount).map { network.cost($0) }
    guard var tree = growth.tree(costs: costs) else { return PartAnswer(edges: [], cost: 0, bound: 0) }
    if network.nodeCount > Self.mostAtOnce {
      var regions = RegionSearch(network, seed: request.seed)
      tree = regions.improved(tree, isOver: request.isCancelled)
    }
    var exact = BranchAndCut(network, start: tree, isOver: request.isCancelled)
    let proof = exact.prove()
    let bound = ProofCheck(network, found: exact.bestCost).bound(proof)
    let edges = exact.best.arcs.flatMap { part.edges[$0 / 2] }
    return PartAnswer(edges: edges, cost: exact.bestCost, bound: bound)
  }
}
