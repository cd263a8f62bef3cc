import Geometry
import Planning
import Testing

@Suite struct BeyondLengthTests {
  private static func block(_ seed: Int, side: Int = 7, rule: AccessRule = .touch) throws -> (
    contacts: AccessContacts, request: ReblockingRequest, outcome: ReblockingOutcome
  ) {
    let grid = ParcelGrid(columns: side, rows: side, seed: UInt64(300 + seed))
    let contacts = AccessContacts(try PartitionCleaning(grid.parcels()).partition, rule: rule)
    let request = ReblockingRequest(contacts)
    return (contacts, request, Reblocker.reblock(contacts.partition, request))
  }

  /// After loops no dead end is longer than asked, and what is measured before is the tree's.
  @Test(arguments: 0..<20) func deadEndsAreJoined(seed: Int) throws {
    let (contacts, request, outcome) = try Self.block(seed)
    let loops = LaneLoops(contacts.partition, request, opened: outcome.opened, limitMetres: 15)
    #expect(loops.longestAfter <= 15 + 1e-6, "metres")
    #expect(loops.longestBefore >= loops.longestAfter - 1e-9)
    #expect(Set(loops.added).isDisjoint(with: outcome.opened))
    #expect((loops.longestBefore > 15) == !loops.added.isEmpty)
  }

  /// No walk is longer than the factor allows; at one it is the shortest there is.
  @Test(arguments: 0..<20) func walksKeepTheFactor(seed: Int) throws {
    let (contacts, request, outcome) = try Self.block(seed)
    let walks = LaneWalks(contacts.partition, request)
    let shortest = walks.walks(along: contacts.partition.edges.indices)
    for factor in LaneDetours.offered {
      let detours = LaneDetours(contacts.partition, request, opened: outcome.opened, factor: factor)
      let now = walks.walks(along: detours.opened)
      for (walk, least) in zip(now, shortest) {
        #expect((walk ?? .infinity) <= (least ?? 0) * factor + 1e-5, "metres, factor \(factor)")
      }
    }
  }

  /// Each lane comes once, joined to what is open before it, and in the end everybody is served.
  @Test(arguments: 0..<20) func orderServesEverybody(seed: Int) throws {
    let (contacts, request, outcome) = try Self.block(seed)
    let partition = contacts.partition
    let lines = partition.lines(of: outcome.opened, isRoad: request.isRoad)
    var isOpen = [Bool](repeating: false, count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() where request.isRoad[number] {
      isOpen[edge.start] = true
      isOpen[edge.end] = true
    }
    let order = OpeningOrder(
      partition, lines: lines, waiting: outcome.isolatedBefore.map { contacts.corners[$0] }, isOpen: isOpen,
      parcels: partition.parcelCount)
    #expect(order.steps.map(\.lane).sorted() == Array(lines.indices))
    #expect(abs((order.steps.last?.servedShare ?? 0) - 1) < 1e-12)
    #expect(order.steps.reduce(0) { $0 + $1.newlyServed } == outcome.isolatedBefore.count)
    for step in order.steps {
      #expect(lines[step.lane].contains { isOpen[$0] }, "lane \(step.lane) hangs loose")
      for corner in lines[step.lane] { isOpen[corner] = true }
    }
  }

  /// Every parcel has its metre of edge on a way; that costs no less than a corner does.
  @Test(arguments: 0..<12) func frontageIsGiven(seed: Int) throws {
    let (contacts, request, outcome) = try Self.block(seed, side: 5, rule: .frontage(metres: 1))
    let partition = contacts.partition
    let isWay = Set(outcome.opened).union(partition.edges.indices.filter { request.isRoad[$0] })
    for parcel in partition.outlines.indices {
      let metres = isWay.filter { partition.edges[$0].parcels.contains(parcel) }
        .reduce(0) { $0 + partition.length(ofEdge: $1) }
      #expect(metres >= contacts.frontageMetres[parcel] - 1e-6, "metres, parcel \(parcel)")
    }
    #expect(outcome.bound <= outcome.cost + 1e-9)
    #expect(outcome.cost >= (try Self.block(seed, side: 5).outcome.bound) - 1e-6)
  }

  /// Lanes go round ground that counts for much.
  @Test func weightsTurnLanesAway() throws {
    let (contacts, request, outcome) = try Self.block(1, side: 5)
    let partition = contacts.partition
    let edge = try #require(outcome.opened.first)
    let line = try LineString([
      partition.corners[partition.edges[edge].start], partition.corners[partition.edges[edge].end],
    ])
    let weights = try EdgeWeights(partition, [.init(shape: .lineString(line), factor: 100)])
    #expect(weights.weights[edge] > 50)
    var dear = request
    dear.weights = weights.weights
    #expect(!Reblocker.reblock(partition, dear).opened.contains(edge))
  }

  /// Each house gets ground of its own, together as much as the block has, and they fit without a change.
  @Test func proxiesShareTheBlock() throws {
    let houses = try (0..<12).map { number in
      let (x, y) = (Double(number % 4) * 9 + 2, Double(number / 4) * 8 + 2)
      return Shape.polygon(
        try Polygon(corners: [
          Point(x: x, y: y), Point(x: x + 5, y: y), Point(x: x + 5, y: y + 4), Point(x: x, y: y + 4),
        ]))
    }
    let block = try Polygon(corners: [
      Point(x: 0, y: 0), Point(x: 36, y: 0), Point(x: 36, y: 24), Point(x: 0, y: 24),
    ])
    let proxies = try ProxyParcels(houses: houses, block: [block])
    let area = proxies.parcels.joined().reduce(0) { $0 + $1.areaInSquareMetres }
    #expect(abs(area - 864) < 0.01, "m²")
    #expect(proxies.parcels.allSatisfy { !$0.isEmpty })
    let cleaning = try PartitionCleaning(proxies.parcels)
    #expect(cleaning.changes.isEmpty)
    #expect(Reblocker.reblock(cleaning.partition, ReblockingRequest(cleaning.partition)).unreachable.isEmpty)
  }
}
