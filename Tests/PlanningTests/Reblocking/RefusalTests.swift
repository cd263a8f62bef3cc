import Geometry
import Planning
import TestSupport
import Testing

/// Lanes of which some are refused.
@Suite struct RefusalTests {
  /// Search after search goes round what was refused, and whoever can still be reached is reached, although a search
  /// of such a block that is left alone takes all the time there is.
  @Test(arguments: 1...3) func thoseWhoCanBeReachedAreReached(seed: Int) throws {
    let grid = ParcelGrid(columns: 24, rows: 24, seed: UInt64(seed))
    let partition = try PartitionCleaning(grid.parcels()).partition
    var random = SplitMix64(seed: UInt64(seed))
    let forbidden = Set(
      partition.edges.indices.filter { !partition.edges[$0].isOutline && random.next() % 10 == 0 })
    let deadline = ContinuousClock.now + .seconds(2)
    var request = ReblockingRequest(partition) { ContinuousClock.now >= deadline }
    var last: ReblockingOutcome?
    let (refused, bound) = Reblocker.reblock(partition, &request, deadline: deadline) { outcome, _ in
      last = outcome
      return outcome.opened.filter(forbidden.contains)
    }
    let found = try #require(last)
    #expect(Set(refused).isSubset(of: forbidden))
    #expect(found.opened.allSatisfy { !forbidden.contains($0) })
    #expect(bound <= found.cost + 1e-9)
    #expect(!refused.isEmpty)

    var known = ReblockingRequest(partition) { true }
    for edge in forbidden { known.weights[edge] = .infinity }
    let best = LaneWalks(partition, known).walks(
      along: partition.edges.indices.filter { !forbidden.contains($0) })
    let walks = LaneWalks(partition, known).walks(along: found.opened)
    for parcel in walks.indices where best[parcel] != nil {
      #expect(walks[parcel] != nil, "parcel \(parcel)")
    }
  }
}
