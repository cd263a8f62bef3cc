import Compliance
import GEOS
import Geometry
import Planning
import SyntheticSettlements

/// The same block with lanes of 2 m, and with a metre of frontage, each judged by the independent checks.
extension Reblocking {
  private static let width = 2.0

  /// What lanes of 2 m take: land is conserved to 1e-6 m², and no lane is narrower than said.
  func widened(_ name: String, _ partition: ParcelPartition, _ request: ReblockingRequest, _ opened: [Int])
    throws -> Row
  {
    PeakMemory.reset()
    let lines = partition.lines(of: opened, isRoad: request.isRoad)
    let terms = WideningTerms(widthMetres: Self.width, parcels: partition.parcelCount)
    let (wide, seconds) = try Stopwatch.time {
      try LaneWidening(partition, lines: lines, isRoad: request.isRoad, terms: terms)
    }
    let lanes = try zip(lines, zip(wide.laneAreas, wide.stretches)).map {
      LaneAreaCheck.Lane(line: try line($0, partition), area: $1.0, widthMetres: $1.1.widthMetres)
    }
    let check = try LaneAreaCheck(
      lanes: lanes, roads: try roads(partition, request), before: wide.before, after: wide.after, houses: [])
    try expect(
      abs(check.surplusSquareMetres) <= 1e-6, toBe: true,
      of: "\(name): \(check.surplusSquareMetres) m² came or went, at most 1e-6")
    try expect(check.narrow.count, toBe: 0, of: "\(name): lanes narrower than said")
    try expect(
      wide.stretches.allSatisfy { $0.widthMetres == Self.width && !$0.isRefused }, toBe: true,
      of: "\(name): every lane as wide as asked")
    let taken = wide.laneAreas.reduce(0) { $0 + LaneWidening.area($1) }
    let givers = wide.before.indices.count { wide.given(byParcel: $0) > 1e-6 }
    let emptied = wide.after.indices.count { wide.after[$0].isEmpty && !wide.before[$0].isEmpty }
    return Row(
      name: "reblock \(name) --width 2", amount: "\(lines.count) lanes, \(givers) parcels give",
      seconds: seconds,
      rate: "\(Table.rounded(taken, to: 1)) m² taken, \(emptied) parcels emptied, 0 lanes narrow, surplus "
        + "\(check.surplusSquareMetres) m²")
  }

  /// Lanes of 2 m, down to 1 m, that cut no house: each parcel has one at 0.2 to 1.6 m from its boundaries.
  func keepingHouses(_ name: String, _ partition: ParcelPartition) throws -> Row {
    PeakMemory.reset()
    var draw = SeededDraw(seed: 7)
    let houses = try (0..<partition.parcelCount).map { parcel in
      try Shape(partition.ground(ofParcel: parcel)).buffered(byMetres: -draw.number(from: 0.2, to: 1.6))
        .polygons
    }
    var terms = WideningTerms(widthMetres: Self.width, parcels: partition.parcelCount)
    (terms.leastWidthMetres, terms.keepsHouses, terms.houses) = (1, true, houses)
    let end = ContinuousClock.now + .seconds(10)
    let request = ReblockingRequest(partition, isCancelled: { ContinuousClock.now >= end })
    terms.isOver = request.isCancelled
    let (found, seconds) = try Stopwatch.time { try WideLanes(partition, request, terms, deadline: end) }
    let lines = partition.lines(of: found.opened, isRoad: request.isRoad)
    let stretches = found.wide.stretches
    let lanes = try zip(lines, zip(found.wide.laneAreas, stretches)).map {
      LaneAreaCheck.Lane(line: try line($0, partition), area: $1.0, widthMetres: $1.1.widthMetres)
    }
    let check = try LaneAreaCheck(
      lanes: lanes, roads: try roads(partition, request), before: found.wide.before,
      after: found.wide.after, houses: houses)
    try expect(check.housesCut.count, toBe: 0, of: "\(name): houses cut with --keep-houses")
    try expect(check.narrow.count, toBe: 0, of: "\(name): lanes narrower than said with --keep-houses")
    try expect(
      abs(check.surplusSquareMetres) <= 1e-6, toBe: true,
      of: "\(name): \(check.surplusSquareMetres) m² came or went with --keep-houses")
    try expect(
      stretches.allSatisfy { $0.widthMetres >= 1 - 1e-9 && !$0.isRefused }, toBe: true,
      of: "\(name): lanes from 1 m")
    let access = AccessCheck(
      parcels: (0..<partition.parcelCount).map(partition.rings),
      lanes: try lines.map { try line($0, partition) }, roads: try roads(partition, request))
    let narrowed = stretches.count { $0.widthMetres < Self.width - 1e-9 }
    return Row(
      name: "reblock \(name) --width 2 --keep-houses", amount: "\(houses.count) houses, \(lines.count) lanes",
      seconds: seconds,
      rate: "\(Table.rounded(found.outcome.cost, to: 1)) m, 0 houses cut, \(narrowed) lanes narrowed, "
        + "\(found.refused.count) boundaries given up, \(access.unserved.count) parcels unreachable")
  }

  /// Lanes by `frontage:1.0`: every parcel has its metre, but those that nothing can reach, and it is no shorter than
  /// the bound of lanes that need only a corner.
  func fronted(_ name: String, _ cleaned: ParcelPartition, touchBound: Double, seconds limit: Double) throws
    -> Row
  {
    PeakMemory.reset()
    let ((contacts, request, outcome), seconds) = Stopwatch.time {
      let contacts = AccessContacts(cleaned, rule: .frontage(metres: 1))
      let end = ContinuousClock.now + .seconds(limit)
      let request = ReblockingRequest(contacts, isCancelled: { ContinuousClock.now >= end })
      return (contacts, request, Reblocker.reblock(contacts.partition, request))
    }
    let partition = contacts.partition
    let lines = partition.lines(of: outcome.opened, isRoad: request.isRoad)
    let check = AccessCheck(
      parcels: (0..<partition.parcelCount).map(partition.rings),
      lanes: try lines.map { try line($0, partition) }, roads: try roads(partition, request),
      frontageMetres: contacts.frontageMetres)
    let unreachable = outcome.unreachable.filter { !partition.outlines[$0].isEmpty }
    try expect(check.unserved, toBe: unreachable, of: "\(name): parcels without a metre of frontage")
    try expect(check.loose.count, toBe: 0, of: "\(name): loose lanes")
    try expect(
      outcome.cost >= touchBound - 0.01 && outcome.bound <= outcome.cost + 0.01, toBe: true,
      of:
        "\(name): \(outcome.cost) m by frontage, bound \(outcome.bound) m, by touch at least \(touchBound) m")
    return Row(
      name: "reblock \(name) --rule frontage:1.0",
      amount: "\(partition.parcelCount) parcels, \(outcome.isolatedBefore.count) isolated", seconds: seconds,
      rate: "\(Table.rounded(outcome.cost, to: 1)) m, bound \(Table.rounded(outcome.bound, to: 1)), gap "
        + "\(Table.rounded(outcome.gap * 100, to: 2)) % (\(outcome.provenParts)/\(outcome.parts) proven)")
  }

  private func roads(_ partition: ParcelPartition, _ request: ReblockingRequest) throws -> [LineString] {
    try partition.edges.indices.filter { request.isRoad[$0] }.map {
      try line([partition.edges[$0].start, partition.edges[$0].end], partition)
    }
  }

  private func line(_ corners: [Int], _ partition: ParcelPartition) throws -> LineString {
    try LineString(corners.map { partition.corners[$0] })
  }
}
