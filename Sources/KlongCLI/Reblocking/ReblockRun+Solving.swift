internal import Planning

extension ReblockRun {
  /// The least lanes of which nothing is refused, and ways for those who were cut off by what was given up.
  func solved(
    _ cleaning: PartitionCleaning, _ contacts: AccessContacts, _ given: ReblockingRequest,
    _ widening: WideningTerms?, hasRoads: Bool
  ) throws -> FoundLanes {
    let partition = contacts.partition
    let canRefuse = widening?.canRefuse ?? false
    let end = canRefuse ? deadline - reserve(partition) : deadline
    let isOver: @Sendable () -> Bool = { ContinuousClock.now >= end }
    var (given, widening) = (given, widening)
    given.isCancelled = isOver
    widening?.isOver = isOver
    typealias Laid = (
      outcome: ReblockingOutcome, request: ReblockingRequest, lanes: LaidLanes, wide: LaneWidening?
    )
    func laid(_ outcome: ReblockingOutcome, _ request: ReblockingRequest, _ earlier: LaneWidening?) throws
      -> Laid
    {
      let lanes = LaidLanes(partition, request, outcome, terms)
      let wide = try widening.map {
        try LaneWidening(partition, lines: lanes.corners, isRoad: request.isRoad, terms: $0, earlier: earlier)
      }
      return (outcome, request, lanes, wide)
    }
    var request = given
    var last: Laid?
    var barred: [Int] = []
    var (refused, boundOfAll) = try console.progress("looking for lanes") { progress in
      request.report = { _, _ in progress.advance() }
      return try Reblocker.reblock(partition, &request, deadline: canRefuse ? end : nil) {
        outcome, request in
        let now = try laid(outcome, request, last?.wide)
        let refused = now.wide?.refusedEdges ?? []
        defer { last = now }
        guard let widening, last == nil, !refused.isEmpty else { return refused }
        // All that cannot be had in any case is given up at once, rather than piece by piece.
        barred = try LaneWidening.unopenable(partition, request, widening)
        return refused + barred.filter { !refused.contains($0) }
      }
    }
    guard var last else { throw Refusal(problem: "no lanes were looked for", remedy: "", code: .ourFault) }
    if let widening, let wide = last.wide, wide.refusedEdges.isEmpty, !refused.isEmpty {
      let walks = LaneWalks(partition, last.request).walks(along: last.lanes.opened)
      var ways = try SidedWays(
        partition, given, widening, barred: barred, opened: last.lanes.opened, wide: wide)
      try ways.join(walks.indices.filter { walks[$0] == nil })
      for edge in ways.added { request.weights[edge] = given.weights[edge] }
      if !ways.added.isEmpty,
        case let joined = try laid(
          ways.outcome(after: last.outcome, request, boundOfAll: boundOfAll), request, ways.wide),
        joined.wide?.refusedEdges.isEmpty ?? false
      {
        last = joined
        refused.removeAll { ways.added.contains($0) }
      }
    }
    var lanes = FoundLanes(
      cleaning: cleaning, contacts: contacts, request: last.request, outcome: last.outcome, laid: last.lanes,
      wide: last.wide, houses: widening?.houses ?? [], hasRoads: hasRoads, surveyed: ground.references)
    (lanes.refusedEdges, lanes.boundOfAll) = (refused, boundOfAll)
    return lanes
  }

  /// The time that the last lanes need to be cut, checked and written: measured with 3,000 boundaries on two cores.
  private func reserve(_ partition: ParcelPartition) -> Duration {
    let whole = Duration.microseconds(300 * partition.edges.count)
    return min(whole, max(.zero, (deadline - .now) / 2))
  }
}
