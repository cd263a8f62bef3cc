internal import GEOS
internal import Geometry
public import Settlement

/// Judges a file of lanes between today's parcels by what is drawn in it alone.
///
/// It knows nothing of how the lanes were found, so a file that was changed by hand is judged as it is now.
public struct ReblockedCheck {
  public private(set) var findings: [Finding] = []

  /// The rule of findings on houses that a lane cuts.
  public static let houseRule = "house-kept"

  private static let access = RuleCitation.layout("parcel-access", "Every parcel has access from a way")
  private static let joined = RuleCitation.layout("lane-joined", "Every new lane hangs together with a road")
  private static let width = RuleCitation.claim("lane-width", "A lane is as wide as it states")
  private static let onLane = RuleCitation.layout("parcel-on-lane", "No parcel lies on a lane")
  private static let houses = RuleCitation.claim(houseRule, "No lane cuts a house")
  private static let setback = RuleCitation.layout("lane-setback", "New lanes keep the setback of the canal")
  private static let land = RuleCitation.claim(
    "land-conserved", "Parcels and lanes make up the land of before")

  /// Ground that two things may share, in square metres: what rounding of corners makes.
  private static let sharedSquareMetres = 0.01
  /// Of all land, what rounding of corners may add or lose, as a part.
  private static let landShare = 1e-6

  /// - Parameters:
  ///   - checker: by whose book the setback is judged.
  ///   - isNew: whether a lane is one of the new ones.
  /// - Throws: `GEOSError`.
  public init(
    _ settlement: Settlement, _ statement: ReblockingStatement, checker: Checker, isNew: (Lane) -> Bool
  ) throws {
    let new = settlement.lanes.filter(isNew)
    let outline = try BlockOutline(
      settlement, lanes: new.flatMap(\.area), existing: settlement.lanes.filter { !isNew($0) }, statement)
    try judgeAccess(settlement.parcels, new, outline.roads, statement)
    try judgeGround(settlement, new, outline.roads, statement)
    guard !settlement.canals.isEmpty else { return }
    try judgeSetback(new, SetbackJudge(settlement, checker: checker), statement)
  }

  /// A lane keeps off the strip beside the water; one that comes to a walkway may cross the strip, not run along in it.
  private mutating func judgeSetback(
    _ lanes: [Lane], _ judge: SetbackJudge, _ statement: ReblockingStatement
  ) throws {
    func isTooNear(_ judgement: SetbackJudgement) -> Bool {
      guard judgement.verdict == .breach || judgement.verdict == .norm else { return false }
      // A millimetre by which lanes are laid out, and one by which files round.
      guard let distance = judgement.distanceMetres, let required = judgement.requiredMetres else {
        return true
      }
      return judgement.isOverWater || required - distance > 0.002
    }
    for lane in lanes {
      let sides = lane.centreline.flatMap(\.segments)
      let near = sides.first { side in
        statement.hasWalkway
          ? isTooNear(judge.judgement(ofPoint: side.start)) && isTooNear(judge.judgement(ofPoint: side.end))
          : isTooNear(judge.judgement(ofLine: side))
      }
      guard let near else { continue }
      let judgement = judge.judgement(ofLine: near)
      var found = finding(
        lane, Self.setback,
        "The lane comes within \((judgement.distanceMetres ?? 0).text(decimals: 2)) m of "
          + "\(judgement.canal ?? "the canal"); \((judgement.requiredMetres ?? 0).text(decimals: 2)) m are asked for.",
        statement.hasWalkway
          ? "lead it across the strip to the walkway, not along in it"
          : "lead it along a boundary farther from the water, or plan a walkway (--walkway)")
      (found.measured, found.required) = (judgement.distanceMetres, judgement.requiredMetres)
      found.place = near.midpoint
      findings.append(found)
    }
  }

  private mutating func judgeAccess(
    _ parcels: [Parcel], _ lanes: [Lane], _ roads: [LineString], _ statement: ReblockingStatement
  ) throws {
    var drawn: [(lane: Int, line: LineString)] = []
    // A lane that runs round a parcel has a hole, whose border hangs together with that outside.
    var grounds: [Int] = []
    for (number, lane) in lanes.enumerated() {
      let parts = lane.area.isEmpty ? lane.centreline.map { [$0] } : lane.area.map { $0.rings.map(\.line) }
      for part in parts {
        grounds += part.map { _ in drawn.count }
        drawn += part.map { (number, $0) }
      }
    }
    let check = AccessCheck(
      parcels: parcels.map { $0.area.flatMap(\.rings) }, lanes: drawn.map(\.line), roads: roads,
      // A lane with a width cuts off some of the edge that it was to pass by.
      frontageMetres: statement.landBefore == nil && statement.frontageMetres > 0
        ? parcels.map { asked($0, statement) } : nil,
      grounds: grounds, touchingMetres: statement.looseMetres + AccessCheck.touching)
    let joined = drawn.indices.filter { !check.loose.contains($0) }.flatMap { drawn[$0].line.points }
    for number in check.unserved where !meets(parcels[number], joined, statement) {
      let parcel = parcels[number]
      findings.append(
        Finding(
          feature: parcel.reference, subject: "parcel", rule: Self.access, verdict: .breach,
          place: Shape(parcel.area).bounds.centre,
          message: "The parcel touches no road and no lane that leads to one.",
          remedy: "open a boundary up to it, or run klong reblock again"))
    }
    let loose = Set(check.loose.map { drawn[$0].lane })
    let ground = lanes.indices.filter { !loose.contains($0) }.flatMap { lanes[$0].area }
    for number in loose.sorted() where try !begins(lanes[number], on: ground) {
      findings.append(
        finding(lanes[number], Self.joined, "The lane leads to no road.", "join it to a road or another lane")
      )
    }
  }

  /// Whether a lane without ground of its own comes from the ground of others, be it that it runs there from end to end.
  private func begins(_ lane: Lane, on ground: [Polygon]) throws -> Bool {
    guard lane.area.isEmpty, !lane.centreline.isEmpty, !ground.isEmpty else { return false }
    return try PreparedShape(ground.map(Shape.polygon).unaryUnion())
      .isWithin(metres: AccessCheck.touching, of: Shape(lane.centreline))
  }

  /// Whether a lane ends or bends at a side of a parcel as surveyed, which need not have a corner there.
  private func meets(_ parcel: Parcel, _ corners: [Point], _ statement: ReblockingStatement) -> Bool {
    guard statement.looseMetres > 0, statement.frontageMetres == 0 else { return false }
    let reach = statement.looseMetres + AccessCheck.touching
    let room = Shape(parcel.area).bounds.widened(byMetres: reach)
    let sides = parcel.area.flatMap(\.rings).flatMap(\.segments)
    return corners.contains { corner in
      room.meets(Bounds(of: [corner])) && sides.contains { $0.distance(to: corner) <= reach }
    }
  }

  /// A parcel of short edges has access from half of its longest one.
  private func asked(_ parcel: Parcel, _ statement: ReblockingStatement) -> Double {
    let longest = parcel.area.flatMap(\.rings).flatMap(\.segments).map(\.length).max() ?? 0
    return max(0, min(statement.frontageMetres, longest / 2) - 2 * statement.looseMetres)
  }

  private mutating func judgeGround(
    _ settlement: Settlement, _ lanes: [Lane], _ roads: [LineString], _ statement: ReblockingStatement
  ) throws {
    let wide = lanes.filter { !$0.area.isEmpty && $0.widthMetres != nil && !$0.centreline.isEmpty }
    let houses = settlement.houses.filter { !$0.footprint.isEmpty }
    let check = try LaneAreaCheck(
      lanes: wide.map {
        LaneAreaCheck.Lane(line: $0.centreline[0], area: $0.area, widthMetres: $0.widthMetres ?? 0)
      }, roads: roads, before: [], after: settlement.parcels.map(\.area), houses: houses.map(\.footprint))
    for number in check.narrow {
      var found = finding(
        wide[number], Self.width,
        "The lane is narrower somewhere than it states, or no road leads into it so wide.",
        "widen it, or state the width that it has")
      found.required = wide[number].widthMetres
      findings.append(found)
    }
    for number in check.housesCut {
      findings.append(
        Finding(
          feature: houses[number].reference, subject: "house", rule: Self.houses,
          verdict: statement.keepsHouses ? .breach : .norm,
          place: Shape(houses[number].footprint).bounds.centre,
          message: "A lane cuts the house.", remedy: "draw the lane beside it, or agree with who lives there")
      )
    }
    guard let before = statement.landBefore else { return }
    try judgeOverlaps(settlement.parcels, wide)
    let surplus = check.surplusSquareMetres - before
    guard abs(surplus) > max(Self.sharedSquareMetres, Self.landShare * before), let first = wide.first else {
      return
    }
    var found = finding(
      first, Self.land,
      "Parcels and lanes together have \(abs(surplus).text(decimals: 2)) m² \(surplus > 0 ? "more" : "less") than the land before.",
      "look for parcels and lanes that were changed by hand")
    (found.measured, found.required) = (check.surplusSquareMetres, before)
    found.unit = .squareMetres
    findings.append(found)
  }

  private mutating func judgeOverlaps(_ parcels: [Parcel], _ lanes: [Lane]) throws {
    let index = SpatialIndex(lanes.map { Shape($0.area).bounds })
    for parcel in parcels where !parcel.area.isEmpty {
      let ground = Shape(parcel.area)
      for number in index.query(ground.bounds) {
        let shared = try ground.intersection(Shape(lanes[number].area)).areaInSquareMetres
        guard shared > Self.sharedSquareMetres else { continue }
        findings.append(
          Finding(
            feature: parcel.reference, subject: "parcel", rule: Self.onLane, verdict: .breach,
            measured: shared,
            required: 0, unit: .squareMetres, place: ground.bounds.centre, other: lanes[number].reference,
            message: "The parcel lies on \(shared.text(decimals: 2)) m² of a lane.",
            remedy: "draw it back to the lane's edge"))
      }
    }
  }

  private func finding(_ lane: Lane, _ rule: RuleCitation, _ message: String, _ remedy: String) -> Finding {
    Finding(
      feature: lane.reference, subject: "lane", rule: rule, verdict: .breach,
      place: lane.centreline.first?.points.first ?? Shape(lane.area).bounds.centre, message: message,
      remedy: remedy)
  }
}

extension Report {
  /// The same with more findings, about so many things more.
  public func adding(_ more: [Finding], checked: Int) -> Report {
    Report(findings: findings + more, setbacks: setbacks, checked: summary.checked + checked)
  }
}
