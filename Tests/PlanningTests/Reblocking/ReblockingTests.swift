import Geometry
import Planning
import Testing

@Suite struct ReblockingTests {
  /// 300 blocks small enough to try everything: the found length is the least one, and the bound says so.
  @Test(arguments: 0..<300) func leastLanesOfGrids(seed: Int) throws {
    let isInner = seed.isMultiple(of: 2)
    let side = isInner ? 4 : 3
    let grid = ParcelGrid(columns: side, rows: side, seed: UInt64(seed))
    let partition = try PartitionCleaning(grid.parcels()).partition
    var request = ReblockingRequest(partition)
    if !isInner {
      // A road along one side only, so that most parcels wait.
      request.isRoad = partition.edges.map { edge in
        edge.isOutline && partition.corners[edge.start].y < 4 && partition.corners[edge.end].y < 4
      }
    }
    let outcome = Reblocker.reblock(partition, request)
    let least = ParcelGrid.leastLength(partition, isRoad: request.isRoad)
    let length = outcome.opened.reduce(0) { $0 + partition.length(ofEdge: $1) }
    #expect(abs(length - least) < 1e-6, "metres, seed \(seed)")
    #expect(abs(outcome.cost - length) < 1e-9)
    #expect(outcome.bound <= least + 1e-6)
    #expect(outcome.isOptimal)
    #expect(outcome.unreachable.isEmpty)
  }

  /// What was found serves everybody and never falls below the bound, also where time is up at once.
  @Test(arguments: 0..<40) func boundHoldsOnLargerGrids(seed: Int) throws {
    let grid = ParcelGrid(columns: 8, rows: 7, seed: UInt64(1000 + seed))
    let partition = try PartitionCleaning(grid.parcels()).partition
    let whole = Reblocker.reblock(partition, ReblockingRequest(partition))
    let hurried = Reblocker.reblock(partition, ReblockingRequest(partition, isCancelled: { true }))
    for outcome in [whole, hurried] {
      let walks = LaneWalks(partition, ReblockingRequest(partition)).walks(along: outcome.opened)
      #expect(walks.allSatisfy { $0 != nil })
      #expect(outcome.bound <= outcome.cost)
    }
    #expect(hurried.bound <= whole.cost + 1e-9)
    #expect(whole.bound <= hurried.cost + 1e-9)
    #expect(whole.cost <= hurried.cost + 1e-9)
    let again = Reblocker.reblock(partition, ReblockingRequest(partition))
    #expect(again.opened == whole.opened)
  }

  /// Never above lanes that serve everybody, on 5,000 blocks, also where time is up at once; each is proven.
  @Test(arguments: 0..<50) func boundHoldsOnManyGrids(hundred: Int) throws {
    for seed in (hundred * 100)..<(hundred * 100 + 100) {
      let grid = ParcelGrid(columns: 5, rows: 4, seed: UInt64(50_000 + seed))
      let partition = try PartitionCleaning(grid.parcels()).partition
      let whole = Reblocker.reblock(partition, ReblockingRequest(partition))
      let hurried = Reblocker.reblock(partition, ReblockingRequest(partition, isCancelled: { true }))
      #expect(whole.bound <= whole.cost + 1e-9, "metres, seed \(seed)")
      #expect(whole.isOptimal, "seed \(seed): \(whole.cost) m, bound \(whole.bound) m")
      #expect(hurried.bound <= whole.cost + 1e-6, "metres, seed \(seed)")
    }
  }

  /// Regions solved one after another give the same again, serve everybody and gain on greedy lanes.
  @Test func regionsGainOnALargeGrid() throws {
    let grid = ParcelGrid(columns: 24, rows: 24, seed: 9)
    let partition = try PartitionCleaning(grid.parcels()).partition
    let hurried = Reblocker.reblock(partition, ReblockingRequest(partition, isCancelled: { true }))
    let asked = PatienceCounter(most: 400)
    let better = Reblocker.reblock(
      partition, ReblockingRequest(partition, isCancelled: { asked.isOver() }))
    let walks = LaneWalks(partition, ReblockingRequest(partition)).walks(along: better.opened)
    #expect(walks.allSatisfy { $0 != nil })
    #expect(better.cost < hurried.cost - 1)
    #expect(better.bound <= better.cost)
  }

  @Test func oneParcelNeedsNothing() throws {
    let grid = ParcelGrid(columns: 1, rows: 1, seed: 1)
    let partition = try PartitionCleaning(grid.parcels()).partition
    let outcome = Reblocker.reblock(partition, ReblockingRequest(partition))
    #expect(outcome.opened.isEmpty && outcome.isolatedBefore.isEmpty && outcome.isOptimal)
  }

  @Test func barredEdgesLeaveParcelsNamed() throws {
    let grid = ParcelGrid(columns: 3, rows: 3, seed: 5)
    let partition = try PartitionCleaning(grid.parcels()).partition
    var request = ReblockingRequest(partition)
    request.weights = partition.edges.map { $0.isOutline ? 1 : .infinity }
    let outcome = Reblocker.reblock(partition, request)
    #expect(outcome.isolatedBefore == [4])
    #expect(outcome.unreachable == [4])
    #expect(outcome.opened.isEmpty)
  }
}
