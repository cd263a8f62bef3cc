internal import Compliance
internal import Geometry
internal import Planning
internal import Settlement

/// Lanes that were found, as lines, with who is served by which and what they take.
struct FoundLanes {
  let cleaning: PartitionCleaning
  let contacts: AccessContacts
  let request: ReblockingRequest
  let outcome: ReblockingOutcome
  /// The feature of each parcel; those at the end that nobody surveyed have a name of ours.
  let references: [FeatureReference]
  /// Roads were given, so that an outline alone is none.
  let hasRoads: Bool
  /// All edges that become lanes, those of loops and shorter walks as well.
  let opened: [Int]
  let loops: LaneLoops
  /// The corners of each new lane.
  let corners: [[Int]]
  let lines: [LineString]
  /// Parcels that touch no way, in ascending order: unreachable ones, and those that vanished in cleaning.
  let isolatedAfter: [Int]
  /// For each parcel: `road`, a lane's name, or nil.
  let servedBy: [String?]
  let walksBefore: [Double?]
  let walksAfter: [Double?]
  /// For each lane how far its far end lies from the road along lanes, in metres: as far as drains and pipes go.
  let toRoad: [Double]
  let order: OpeningOrder
  let wide: LaneWidening?
  let options: [LaneOption]
  /// Edges that were given up because a lane there would cut what stays.
  var refusedEdges: [Int] = []
  /// No lanes weigh less than this, whichever boundaries they follow: the bound before any was given up.
  var boundOfAll = 0.0
  /// What the check of the ground found; nil without a width.
  private(set) var groundCheck: LaneAreaCheck?
  private let houses: [[Polygon]]

  init(
    cleaning: PartitionCleaning, contacts: AccessContacts, request: ReblockingRequest,
    outcome: ReblockingOutcome, laid: LaidLanes, wide: LaneWidening?, houses: [[Polygon]], hasRoads: Bool,
    surveyed: [FeatureReference]
  ) {
    references =
      surveyed
      + (0..<cleaning.unclaimed).map {
        FeatureReference(index: surveyed.count + $0, id: Self.unclaimedName($0))
      }
    self.cleaning = cleaning
    self.contacts = contacts
    self.request = request
    self.outcome = outcome
    self.hasRoads = hasRoads
    self.houses = houses
    self.wide = wide
    let partition = contacts.partition
    options = LaneOption.all(partition, request, outcome)
    (loops, opened, corners) = (laid.loops, laid.opened, laid.corners)
    lines = corners.compactMap { line in try? LineString(line.map { partition.corners[$0] }) }
    let walks = LaneWalks(partition, request)
    walksBefore = walks.walks(along: partition.edges.indices)
    let walksAfter = walks.walks(along: opened)
    self.walksAfter = walksAfter
    let distances = walks.distances(fromRoadsAlong: opened)
    toRoad = corners.map { line in line.map { distances[$0] }.max() ?? 0 }
    var laneAt: [Int: Int] = [:]
    for (number, line) in corners.enumerated() {
      for corner in line where laneAt[corner] == nil { laneAt[corner] = number }
    }
    let isServed = walks.isServed
    servedBy = partition.outlines.indices.map { parcel in
      guard walksAfter[parcel] != nil else { return nil }
      guard !isServed[parcel] else { return "road" }
      return contacts.corners[parcel].compactMap { laneAt[$0] }.min().map(Self.name)
    }
    isolatedAfter = partition.outlines.indices.filter { walksAfter[$0] == nil }
    var isOpen = [Bool](repeating: false, count: partition.corners.count)
    for (number, edge) in partition.edges.enumerated() where request.isRoad[number] {
      isOpen[edge.start] = true
      isOpen[edge.end] = true
    }
    let waiting = outcome.isolatedBefore.map { contacts.corners[$0] }
    order = OpeningOrder(
      partition, lines: corners, waiting: waiting, isOpen: isOpen, parcels: partition.parcelCount)
  }

  static func unclaimedName(_ number: Int) -> String { "unclaimed-\(number + 1)" }

  static func name(_ lane: Int) -> String { "L\(lane + 1)" }

  var partition: ParcelPartition { contacts.partition }
  var parcelCount: Int { partition.parcelCount }
  var newLaneMetres: Double { lines.reduce(0) { $0 + $1.lengthInMetres } }
  /// Metres that are there for loops or shorter walks alone.
  var addedMetres: Double {
    max(0, newLaneMetres - outcome.opened.reduce(0) { $0 + partition.length(ofEdge: $1) })
  }
  /// Whether all edges count by their length alone.
  var isByLength: Bool { request.weights.allSatisfy { $0 == 1 || $0 == .infinity } }
  /// Proven to be the least along the boundaries that were not given up.
  var isLeastOfRest: Bool { outcome.isOptimal && addedMetres < 1e-6 }
  /// Proven to be the least of all.
  var isOptimal: Bool { isLeastOfRest && (refusedEdges.isEmpty || outcome.cost - boundOfAll < 5e-4) }
  /// Lanes that would cut what stays, whatever their side and width.
  var refusedLanes: [Int] { wide?.stretches.indices.filter { wide?.stretches[$0].isRefused ?? false } ?? [] }
  /// Whether all is as it was asked.
  var isWhole: Bool {
    isolatedAfter.isEmpty && refusedLanes.isEmpty && (groundCheck?.narrow ?? []).isEmpty
  }

  /// Asks the independent checks whether they see the same.
  ///
  /// - Throws: a fault of ours where they do not, so that nothing wrong is written.
  mutating func requireTrue() throws {
    let roads = partition.edges.indices.filter { request.isRoad[$0] }.compactMap { number in
      try? LineString([
        partition.corners[partition.edges[number].start], partition.corners[partition.edges[number].end],
      ])
    }
    let check = AccessCheck(
      parcels: (0..<parcelCount).map(partition.rings), lanes: lines, roads: roads,
      frontageMetres: contacts.frontageMetres)
    let expected = isolatedAfter.filter { !partition.outlines[$0].isEmpty }
    // Several short edges may come to the frontage of one: the check adds them up, the search does not.
    let isExact = contacts.frontageMetres.allSatisfy { $0 == 0 }
    let isSame = isExact ? check.unserved == expected : Set(check.unserved).isSubset(of: expected)
    guard check.loose.isEmpty, isSame, lines.count == corners.count else {
      let odd = Set(check.unserved).symmetricDifference(expected).min().map { ", such as \(references[$0])" }
      throw Self.disagreement(
        "\(check.unserved.count) parcels without access, \(expected.count) expected, "
          + "\(check.loose.count) loose lanes\(odd ?? "")")
    }
    guard let wide else { return }
    let lanes = zip(lines, zip(wide.laneAreas, wide.stretches)).map {
      LaneAreaCheck.Lane(line: $0, area: $1.0, widthMetres: $1.1.widthMetres)
    }
    let ground = try LaneAreaCheck(
      lanes: lanes, roads: roads, before: wide.before, after: wide.after, houses: houses)
    let total = wide.before.reduce(0) { $0 + LaneWidening.area($1) }
    guard abs(ground.surplusSquareMetres) <= 1e-6 * max(1, total) else {
      throw Self.disagreement("\(ground.surplusSquareMetres) m² of land came or went")
    }
    let told = Set(wide.stretches.flatMap(\.housesCut))
    guard ground.housesCut.allSatisfy(told.contains) else {
      throw Self.disagreement("a lane cuts a house that nobody named")
    }
    groundCheck = ground
  }

  private static func disagreement(_ what: String) -> Refusal {
    Refusal(
      problem: "the check does not agree with the lanes: \(what)",
      remedy: "please report it with the file", code: .ourFault)
  }
}

/// The edges that become lanes, with those of loops and shorter walks where these are asked for.
struct LaidLanes {
  let opened: [Int]
  let loops: LaneLoops
  /// The corners of each lane.
  let corners: [[Int]]

  init(
    _ partition: ParcelPartition, _ request: ReblockingRequest, _ outcome: ReblockingOutcome,
    _ terms: ReblockTerms
  ) {
    var opened = outcome.opened
    if let detour = terms.detour {
      opened = LaneDetours(partition, request, opened: opened, factor: detour).opened
    }
    loops = LaneLoops(
      partition, request, opened: opened, limitMetres: terms.loopMetres ?? .infinity)
    self.opened = (opened + loops.added).sorted()
    corners = partition.lines(of: self.opened, isRoad: request.isRoad)
  }
}

/// One bargain between the length of lanes and the walks along them.
struct LaneOption {
  /// Nil for the least length.
  let detour: Double?
  let laneMetres: Double
  let walks: WalkFigures

  /// Three to five of which none is better in both, the least length first.
  static func all(
    _ partition: ParcelPartition, _ request: ReblockingRequest, _ outcome: ReblockingOutcome
  ) -> [LaneOption] {
    let walks = LaneWalks(partition, request)
    func option(_ opened: [Int], _ detour: Double?) -> LaneOption {
      LaneOption(
        detour: detour, laneMetres: opened.reduce(0) { $0 + partition.length(ofEdge: $1) },
        walks: WalkFigures(walks.walks(along: opened), of: outcome.isolatedBefore))
    }
    guard !outcome.opened.isEmpty else { return [] }
    var options = [option(outcome.opened, nil)]
    for factor in LaneDetours.offered {
      let next = option(
        LaneDetours(partition, request, opened: outcome.opened, factor: factor).opened, factor)
      guard let last = options.last, next.walks.mean < last.walks.mean - 0.01,
        next.laneMetres > last.laneMetres + 0.01
      else { continue }
      options.append(next)
    }
    return Array(options.prefix(5))
  }
}

/// Walks to a road in metres, of those who have no road today.
struct WalkFigures {
  private(set) var mean = 0.0
  private(set) var ninetiethPercentile = 0.0
  private(set) var longest = 0.0
  private(set) var count = 0

  init(_ walks: [Double?], of parcels: [Int]) {
    let sorted = parcels.compactMap { walks[$0] }.sorted()
    guard let last = sorted.last else { return }
    count = sorted.count
    longest = last
    mean = sorted.reduce(0, +) / Double(sorted.count)
    ninetiethPercentile = sorted[min(sorted.count - 1, sorted.count * 9 / 10)]
  }
}
