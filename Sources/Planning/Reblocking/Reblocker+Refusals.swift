import Geometry

extension Reblocker {
  /// Lanes of which nothing is refused: looked for again and again without the edges that cannot be had.
  ///
  /// Where that does not come to an end in time, lanes that are refused are left out, with those behind them.
  /// - Parameters:
  ///   - request: edges that were given up weigh infinitely much in it afterwards.
  ///   - mostRounds: how often lanes are looked for at most.
  ///   - deadline: when all is to be done, where edges may be refused: a search that takes all the time for itself
  ///     leaves none to go round what was refused. Nil where each search may take what the request gives.
  ///   - refusals: the edges that cannot be had, of lanes that were found; none to accept them.
  /// - Returns: the edges given up, in the order of giving up, and the best bound before any was, which no lanes
  ///   undercut, whichever edges they follow.
  public static func reblock(
    _ partition: ParcelPartition, _ request: inout ReblockingRequest, mostRounds: Int = 30,
    deadline: ContinuousClock.Instant? = nil,
    refusals: (_ outcome: ReblockingOutcome, _ request: ReblockingRequest) throws -> [Int]
  ) rethrows -> (refused: [Int], boundOfAll: Double) {
    var outcome = reblock(partition, request.until(deadline, share: firstShare))
    var boundOfAll = outcome.bound
    var refused: [Int] = []
    var accepted: ReblockingOutcome?
    var round = 1
    while true {
      let fresh = try refusals(outcome, request).filter { request.weights[$0].isFinite }
      let isOver = round >= mostRounds || request.isCancelled()
      if fresh.isEmpty {
        guard outcome.isPartial, !isOver, deadline != nil else { return (refused, boundOfAll) }
        accepted = outcome
      }
      refused += fresh
      for edge in fresh { request.weights[edge] = .infinity }
      round += 1
      if isOver {
        // What was accepted before serves more than what is left of lanes that were refused.
        outcome = accepted ?? outcome.withoutBarred(partition, request)
        accepted = nil
      } else {
        // Lanes that were accepted, but not proven to be the shortest, get most of the time that is left.
        let share = fresh.isEmpty ? finalShare : roundShare
        outcome = reblock(partition, request.until(deadline, share: share))
        if refused.isEmpty { boundOfAll = max(boundOfAll, outcome.bound) }
      }
    }
  }

  /// Of the time that is left: the first search gives the bound, of those that follow most is thrown away again.
  private static let firstShare = 0.25
  private static let roundShare = 0.1
  private static let finalShare = 0.8
}

extension ReblockingRequest {
  /// The same, cut short when a share of the time that is left until a deadline has passed.
  func until(_ deadline: ContinuousClock.Instant?, share: Double) -> ReblockingRequest {
    guard let deadline else { return self }
    let end = ContinuousClock.now + (deadline - .now) * share
    var request = self
    request.isCancelled = { [isCancelled] in isCancelled() || ContinuousClock.now >= end }
    return request
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
