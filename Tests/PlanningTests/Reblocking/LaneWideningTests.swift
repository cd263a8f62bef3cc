import Compliance
import GEOS
import Geometry
import Planning
import TestSupport
import Testing

@Suite struct LaneWideningTests {
  private static func solved(_ seed: Int) throws -> (
    partition: ParcelPartition, request: ReblockingRequest, lines: [[Int]]
  ) {
    let grid = ParcelGrid(columns: 5, rows: 5, seed: UInt64(seed))
    let partition = try PartitionCleaning(grid.parcels()).partition
    let request = ReblockingRequest(partition)
    let outcome = Reblocker.reblock(partition, request)
    return (partition, request, partition.lines(of: outcome.opened, isRoad: request.isRoad))
  }

  /// A house of 3 m in the middle of each parcel.
  private static func houses(_ partition: ParcelPartition) throws -> [[Polygon]] {
    try (0..<partition.parcelCount).map { parcel in
      let middle = try #require(Bounds(of: partition.rings(ofParcel: parcel)[0].points).centre)
      let corners = [(-1.5, -1.5), (1.5, -1.5), (1.5, 1.5), (-1.5, 1.5)].map {
        Point(x: middle.x + $0.0, y: middle.y + $0.1)
      }
      return [try Polygon(corners: corners)]
    }
  }

  private static func check(
    _ wide: LaneWidening, _ partition: ParcelPartition, _ request: ReblockingRequest, _ lines: [[Int]],
    houses: [[Polygon]] = []
  ) throws -> LaneAreaCheck {
    let roads = try partition.edges.indices.filter { request.isRoad[$0] }.map {
      try LineString([
        partition.corners[partition.edges[$0].start], partition.corners[partition.edges[$0].end],
      ])
    }
    let lanes = try zip(lines, zip(wide.laneAreas, wide.stretches)).map {
      LaneAreaCheck.Lane(
        line: try LineString($0.map { partition.corners[$0] }), area: $1.0, widthMetres: $1.1.widthMetres)
    }
    return try LaneAreaCheck(
      lanes: lanes, roads: roads, before: wide.before, after: wide.after, houses: houses)
  }

  /// Land is conserved to 1e-6 m², and the independent check finds every lane as wide as said.
  @Test(arguments: 0..<60) func landIsConserved(seed: Int) throws {
    let (partition, request, lines) = try Self.solved(seed)
    let terms = WideningTerms(widthMetres: 1 + Double(seed % 3), parcels: partition.parcelCount)
    let wide = try LaneWidening(partition, lines: lines, isRoad: request.isRoad, terms: terms)
    let check = try Self.check(wide, partition, request, lines)
    #expect(abs(check.surplusSquareMetres) < 1e-6, "m², seed \(seed)")
    #expect(check.narrow.isEmpty, "seed \(seed)")
    for parcel in wide.before.indices { #expect(wide.given(byParcel: parcel) > -1e-9) }
  }

  /// No house is cut where all are to be kept, unless the lane says that it is refused.
  @Test(arguments: 0..<40) func housesAreKept(seed: Int) throws {
    let (partition, request, lines) = try Self.solved(seed)
    var terms = WideningTerms(widthMetres: 4, parcels: partition.parcelCount)
    terms.houses = try Self.houses(partition)
    terms.keepsHouses = true
    terms.leastWidthMetres = 1
    let wide = try LaneWidening(partition, lines: lines, isRoad: request.isRoad, terms: terms)
    let check = try Self.check(wide, partition, request, lines, houses: terms.houses)
    let isRefused = wide.stretches.contains(where: \.isRefused)
    #expect(check.housesCut.isEmpty || isRefused, "seed \(seed)")
    #expect(isRefused == !wide.refusedEdges.isEmpty)
    #expect(wide.stretches.allSatisfy { $0.isRefused || $0.widthMetres >= 1 - 1e-9 })
  }

  private static func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) throws -> [Polygon] {
    [
      try Polygon(corners: [
        Point(x: x.lowerBound, y: y.lowerBound), Point(x: x.upperBound, y: y.lowerBound),
        Point(x: x.upperBound, y: y.upperBound), Point(x: x.lowerBound, y: y.upperBound),
      ])
    ]
  }

  /// Houses stand at the boundary, first on its right, at last on its left: the lane changes sides between.
  @Test func theLaneChangesSides() throws {
    let parcels = try (0..<4).flatMap { place in
      let x = 2 * Double(place)...2 * Double(place + 1)
      return [try Self.box(x, 0...5), try Self.box(x, -5...0)]
    }
    let partition = try PartitionCleaning(parcels).partition
    let request = ReblockingRequest(partition)
    let line = try (0...4).map { place in
      try #require(partition.corners.firstIndex { $0.distance(to: Point(x: 2 * Double(place), y: 0)) < 0.01 })
    }
    var terms = WideningTerms(widthMetres: 1, parcels: partition.parcelCount)
    terms.houses = try [Self.box(0.1...2, -3...0), Self.box(6...7.9, 0...3)]
    terms.keepsHouses = true
    let wide = try LaneWidening(partition, lines: [line], isRoad: request.isRoad, terms: terms)
    let check = try Self.check(wide, partition, request, [line], houses: terms.houses)
    #expect(wide.refusedEdges.isEmpty && check.housesCut.isEmpty && check.narrow.isEmpty)
    #expect(wide.stretches[0].offsets == [0.5, 0.5, -0.5, -0.5], "metres")
  }

  /// Where houses stand close to the boundaries, hardly anybody is left without access whom boundaries that can be
  /// opened one by one would reach.
  @Test func housesCloseToBoundaries() throws {
    var (unserved, least, waiting) = (0, 0, 0)
    for seed in 0..<24 {
      let grid = ParcelGrid(columns: 6, rows: 6, seed: UInt64(900 + seed))
      let partition = try PartitionCleaning(grid.parcels()).partition
      let request = ReblockingRequest(partition)
      var terms = WideningTerms(widthMetres: 1.5, parcels: partition.parcelCount)
      terms.leastWidthMetres = 0.8
      terms.keepsHouses = true
      var random = SplitMix64(seed: UInt64(seed))
      for parcel in 0..<partition.parcelCount {
        let inset = [0.02, 0.15, 0.4, 0.8][Int.random(in: 0..<4, using: &random)]
        let house = try Shape(partition.rings(ofParcel: parcel).map { Polygon($0) })
          .buffered(byMetres: -inset, join: .mitre).polygons
        if !house.isEmpty, Double.random(in: 0...1, using: &random) > 0.15 { terms.houses.append(house) }
      }
      let barred = try LaneWidening.unopenable(partition, request, terms)
      let open = partition.edges.indices.filter { !barred.contains($0) }
      least += LaneWalks(partition, request).walks(along: open).count { $0 == nil }
      waiting += LaneWalks(partition, request).isServed.count { !$0 }
      let found = try WideLanes(partition, request, terms)
      unserved += LaneWalks(partition, request).walks(along: found.opened).count { $0 == nil }
      let lines = partition.lines(of: found.opened, isRoad: request.isRoad)
      let check = try Self.check(found.wide, partition, request, lines, houses: terms.houses)
      #expect(check.housesCut.isEmpty && check.narrow.isEmpty, "seed \(seed)")
      #expect(abs(check.surplusSquareMetres) < 1e-6, "m², seed \(seed)")
    }
    #expect(waiting > 300 && least < waiting / 4)
    #expect(unserved <= least + waiting / 32, "\(unserved) without access, \(least) at least, of \(waiting)")
  }

  /// Two rows of parcels with a way of half a metre between them: a lane that runs out onto it takes nothing from those
  /// across, in square metres.
  @Test func nothingIsTakenAcrossTheRoad() throws {
    let parcels = try [
      Self.box(0...6, 0...4), Self.box(6...12, 0...4), Self.box(0...6, 4...10), Self.box(6...12, 4...10),
      Self.box(0...12, 10.5...16),
    ]
    let partition = try PartitionCleaning(parcels, toleranceMetres: 0.05).partition
    let request = ReblockingRequest(partition)
    let corner = { (x: Double, y: Double) in
      partition.corners.firstIndex { $0.distance(to: Point(x: x, y: y)) < 0.01 }
    }
    let line = try [corner(6, 10), corner(6, 4)].map { try #require($0) }
    let wide = try LaneWidening(
      partition, lines: [line], isRoad: request.isRoad,
      terms: WideningTerms(widthMetres: 2, parcels: partition.parcelCount))
    #expect((0..<5).map { wide.given(byParcel: $0).rounded() } == [0, 0, 6, 6, 0])
    #expect(wide.given(byParcel: 4) == 0)
  }

  /// Who refuses gives nothing: the neighbour on the other side does.
  @Test func theOtherSideGives() throws {
    let (partition, request, lines) = try Self.solved(3)
    let refusing = try #require(
      lines.first.flatMap { line in
        partition.edges.first { Set([$0.start, $0.end]) == Set(line.prefix(2)) }?.left
      })
    var terms = WideningTerms(widthMetres: 2, parcels: partition.parcelCount)
    terms.weights[refusing] = .infinity
    let wide = try LaneWidening(partition, lines: lines, isRoad: request.isRoad, terms: terms)
    #expect(wide.stretches.contains { $0.isRefused } || wide.given(byParcel: refusing) < 0.01, "m²")
  }

  /// Half a metre too narrow, or a piece of land too much, is seen.
  @Test func theCheckSeesFaults() throws {
    let (partition, request, lines) = try Self.solved(8)
    let terms = WideningTerms(widthMetres: 2, parcels: partition.parcelCount)
    let wide = try LaneWidening(partition, lines: lines, isRoad: request.isRoad, terms: terms)
    let lanes = try zip(lines, wide.laneAreas).map {
      LaneAreaCheck.Lane(line: try LineString($0.map { partition.corners[$0] }), area: $1, widthMetres: 2.5)
    }
    let roads = try partition.edges.filter(\.isOutline).map {
      try LineString([partition.corners[$0.start], partition.corners[$0.end]])
    }
    let check = try LaneAreaCheck(
      lanes: lanes, roads: roads, before: wide.before, after: wide.before, houses: [])
    #expect(!check.narrow.isEmpty)
    #expect(check.surplusSquareMetres > 1)
  }

  /// A lane of 1.3 m leaves a road that turns away after 2.5 m, 14° from it, as met on real blocks: the road is its
  /// other half there, but not where the lane has left it.
  @Test(arguments: [(2.5, false), (12, true)])
  func aFlatMouthIsNoNarrowPlace(narrowed: Double, isNarrow: Bool) throws {
    let slope = 0.245
    let turn = Point(x: 2.5, y: 2.5 * slope)
    let road = try LineString([Point(x: 0, y: 0), turn, Point(x: 6, y: 6)])
    let upper = narrowed > 3 ? [Point(x: 12, y: 0.65), Point(x: 11, y: 0.2)] : []
    let area = try Polygon(
      corners: [Point(x: 0, y: 0), Point(x: 0, y: -0.65), Point(x: 20, y: -0.65), Point(x: 20, y: 0.65)]
        + upper + [Point(x: 10, y: 0.65), Point(x: 2.65, y: 0.65), turn])
    let lane = LaneAreaCheck.Lane(
      line: try LineString([Point(x: 0, y: 0), Point(x: 20, y: 0)]), area: [area], widthMetres: 1.3)
    let check = try LaneAreaCheck(lanes: [lane], roads: [road], before: [], after: [], houses: [])
    #expect(check.narrow.isEmpty == !isNarrow)
  }
}
