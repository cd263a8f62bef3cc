import Geometry

extension Reblocker {
  /// Lanes of which nothing is refused: looked for again and again without the edges that cannot be had.
  ///
  /// Where that does not come to an end in time, lanes that are refused are left out, with those behind them.
  /// - Parameters:
  ///   - request: edges that were given up weigh infinitely much in it afterwards.
  ///   - mostRounds: how often lanes are looked for at most.
  ///   - refusals: the edges that cannot be had, of lanes that were found; none to accept them.
  /// - Returns: the edges given up, in the order of giving up, and the bound of the first round, which no lanes
  ///   undercut, whichever edges they follow.
  public static func reblock(
    _ partition: ParcelPartition, _ request: inout ReblockingRequest, mostRounds: Int = 30,
    refusals: (_ outcome: ReblockingOutcome, _ request: ReblockingRequest) throws -> [Int]
  ) rethrows -> (refused: [Int], boundOfAll: Double) {
    var outcome = reblock(partition, request)
    let boundOfAll = outcome.bound
    var refused: [Int] = []
    var round = 1
    while true {
      let fresh = try refusals(outcome, request).filter { request.weights[$0].isFinite }
      guard !fresh.isEmpty else { return (refused, boundOfAll) }
      refused += fresh
      for edge in fresh { request.weights[edge] = .infinity }
      round += 1
      outcome =
        round <= mostRounds && !request.isCancelled()
        ? reblock(partition, request) : outcome.withoutBarred(partition, request)
    }
  }
}

extension ReblockingOutcome {
  /// The lanes that are left without edges that weigh infinitely much: those that still hang together with a road.
  func withoutBarred(_ partition: ParcelPartition, _ request: ReblockingRequest) -> ReblockingOutcome {
    let left = opened.filter { request.weights[$0].isFinite }
    let distances = LaneWalks(partition, request).distances(fromRoadsAlong: left)
    var outcome = self
    outcome.opened = left.filter { distances[partition.edges[$0].start].isFinite }
    outcome.cost = outcome.opened.reduce(0) { $0 + partition.length(ofEdge: $1) * request.weights[$1] }
    outcome.bound = min(bound, outcome.cost)
    outcome.provenParts = 0
    outcome.isPartial = request.isCancelled()
    return outcome
  }
}
