internal import Compliance
internal import Geometry
internal import Planning

/// Lanes that were found, as lines, with who is served by which.
struct FoundLanes {
  let cleaning: PartitionCleaning
  let isRoad: [Bool]
  let outcome: ReblockingOutcome
  /// Roads were given, so that an outline alone is none.
  let hasRoads: Bool
  /// The corners of each new lane.
  let corners: [[Int]]
  let lines: [LineString]
  /// Parcels that touch no way, in ascending order: unreachable ones, and those that vanished in cleaning.
  let isolatedAfter: [Int]
  /// For each parcel: `road`, a lane's name, or nil.
  let servedBy: [String?]
  let walksBefore: [Double?]
  let walksAfter: [Double?]

  init(cleaning: PartitionCleaning, isRoad: [Bool], outcome: ReblockingOutcome, hasRoads: Bool) {
    self.cleaning = cleaning
    self.isRoad = isRoad
    self.outcome = outcome
    self.hasRoads = hasRoads
    let partition = cleaning.partition
    corners = partition.lines(of: outcome.opened, isRoad: isRoad)
    lines = corners.compactMap { line in try? LineString(line.map { partition.corners[$0] }) }
    let walks = LaneWalks(partition, isRoad: isRoad)
    walksBefore = walks.walks(along: partition.edges.indices)
    walksAfter = walks.walks(along: outcome.opened)
    var laneAt: [Int: Int] = [:]
    for (number, line) in corners.enumerated() {
      for corner in line where laneAt[corner] == nil { laneAt[corner] = number }
    }
    let walksAfter = walksAfter
    servedBy = partition.outlines.indices.map { parcel in
      guard let walk = walksAfter[parcel] else { return nil }
      guard walk > 0 else { return "road" }
      return partition.outlines[parcel].joined().compactMap { laneAt[$0] }.min().map(Self.name)
    }
    isolatedAfter = partition.outlines.indices.filter { walksAfter[$0] == nil }
  }

  static func name(_ lane: Int) -> String { "L\(lane + 1)" }

  var parcelCount: Int { cleaning.partition.parcelCount }
  var newLaneMetres: Double { lines.reduce(0) { $0 + $1.lengthInMetres } }

  /// Asks the independent check whether it sees the same.
  ///
  /// - Throws: a fault of ours where it does not, so that nothing wrong is written.
  func requireTrue() throws(Refusal) {
    let partition = cleaning.partition
    let roads = partition.edges.indices.filter { isRoad[$0] }.compactMap { number in
      try? LineString([
        partition.corners[partition.edges[number].start], partition.corners[partition.edges[number].end],
      ])
    }
    let check = AccessCheck(
      parcels: (0..<parcelCount).map(partition.rings), lanes: lines, roads: roads)
    let expected = isolatedAfter.filter { !partition.outlines[$0].isEmpty }
    guard check.loose.isEmpty, check.unserved == expected, lines.count == corners.count else {
      throw Refusal(
        problem: "the check does not agree with the lanes: \(check.unserved.count) parcels without access, "
          + "\(check.loose.count) loose lanes",
        remedy: "please report it with the file", code: .ourFault)
    }
  }
}
