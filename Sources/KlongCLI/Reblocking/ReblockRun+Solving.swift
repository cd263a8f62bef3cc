internal import Planning

extension ReblockRun {
  /// The least lanes of which nothing is refused, and ways for those who were cut off by what was given up.
  func solved(
    _ cleaning: PartitionCleaning, _ contacts: AccessContacts, _ given: ReblockingRequest,
    _ widening: WideningTerms?, hasRoads: Bool
  ) throws -> FoundLanes {
    let partition = contacts.partition
    func lanes(_ outcome: ReblockingOutcome, _ request: ReblockingRequest, _ wide: LaneWidening?)
      -> FoundLanes
    {
      FoundLanes(
        cleaning: cleaning, contacts: contacts, request: request, outcome: outcome,
        laid: LaidLanes(partition, request, outcome, terms), wide: wide, houses: widening?.houses ?? [],
        hasRoads: hasRoads, surveyed: ground.references)
    }
    return try console.progress("looking for lanes") { progress in
      var request = given
      request.report = { _, _ in progress.advance() }
      guard var widening else {
        let outcome = Reblocker.reblock(partition, request)
        var found = lanes(outcome, request, nil)
        found.boundOfAll = outcome.bound
        return found
      }
      let end = widening.canRefuse ? deadline - reserve(partition) : deadline
      request.isCancelled = { ContinuousClock.now >= end }
      widening.isOver = request.isCancelled
      let wide = try WideLanes(partition, request, widening, deadline: end) {
        LaidLanes(partition, $1, $0, terms).opened
      }
      var found = lanes(wide.outcome, wide.request, wide.wide)
      (found.refusedEdges, found.boundOfAll) = (wide.refused, wide.boundOfAll)
      return found
    }
  }

  /// The time that the last lanes need to be cut, checked and written: measured with 3,000 boundaries on two cores.
  private func reserve(_ partition: ParcelPartition) -> Duration {
    let whole = Duration.microseconds(300 * partition.edges.count)
    return min(whole, max(.zero, (deadline - .now) / 2))
  }
}
