/// Lanes with a width of which nothing is refused, found by going round what cannot be had.
public struct WideLanes: Sendable {
  public private(set) var outcome: ReblockingOutcome
  /// What was asked; edges that were given up weigh infinitely much.
  public private(set) var request: ReblockingRequest
  /// The edges that are lanes, in ascending order.
  public private(set) var opened: [Int]
  public private(set) var wide: LaneWidening
  /// The edges given up, in the order of giving up.
  public private(set) var refused: [Int] = []
  /// The best bound before any was given up: no lanes weigh less, whichever edges they follow.
  public private(set) var boundOfAll: Double

  /// - Parameters:
  ///   - deadline: when lanes are to be there, where any can be refused; nil where only the request's own end counts.
  ///   - laying: all edges that become lanes with what was found, such as those of loops; what was found unless said.
  /// - Throws: `GEOSError`.
  public init(
    _ partition: ParcelPartition, _ given: ReblockingRequest, _ terms: WideningTerms,
    deadline: ContinuousClock.Instant? = nil,
    laying: (ReblockingOutcome, ReblockingRequest) -> [Int] = { outcome, _ in outcome.opened }
  ) throws {
    typealias Laid = (
      outcome: ReblockingOutcome, request: ReblockingRequest, opened: [Int], wide: LaneWidening
    )
    func laid(_ outcome: ReblockingOutcome, _ request: ReblockingRequest, _ earlier: LaneWidening?) throws
      -> Laid
    {
      let opened = laying(outcome, request)
      let wide = try LaneWidening(
        partition, lines: partition.lines(of: opened, isRoad: request.isRoad), isRoad: request.isRoad,
        terms: terms, earlier: earlier)
      return (outcome, request, opened, wide)
    }
    var request = given
    var last: Laid?
    var barred: [Int] = []
    (refused, boundOfAll) = try Reblocker.reblock(
      partition, &request, deadline: terms.canRefuse ? deadline : nil
    ) { outcome, request in
      let now = try laid(outcome, request, last?.wide)
      defer { last = now }
      let refused = now.wide.refusedEdges
      guard last == nil, !refused.isEmpty else { return refused }
      // All that cannot be had in any case is given up at once, rather than piece by piece.
      barred = try LaneWidening.unopenable(partition, request, terms)
      return refused + barred.filter { !refused.contains($0) }
    }
    var best = try last ?? laid(ReblockingOutcome(), request, nil)
    if best.wide.refusedEdges.isEmpty, !refused.isEmpty {
      let walks = LaneWalks(partition, best.request).walks(along: best.opened)
      var ways = try SidedWays(
        partition, given, terms, barred: barred, opened: best.opened, wide: best.wide)
      try ways.join(walks.indices.filter { walks[$0] == nil })
      for edge in ways.added { request.weights[edge] = given.weights[edge] }
      let joined = ways.outcome(after: best.outcome, request, boundOfAll: boundOfAll)
      if !ways.added.isEmpty, case let more = try laid(joined, request, ways.wide),
        more.wide.refusedEdges.isEmpty
      {
        best = more
        refused.removeAll { ways.added.contains($0) }
      }
    }
    (outcome, self.request, opened, wide) = best
  }
}
