internal import Compliance
internal import GEOS
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

extension PlanRun {
  /// Houses that keep the setback stay, with today's lanes; lanes and plots for the others fit between them.
  func onSite() throws -> PlanAttempt {
    var ground = ground
    let cut = try cutHouses(ground.settlement)
    let gone = Set(cut.map(\.feature))
    for index in ground.settlement.houses.indices {
      let house = ground.settlement.houses[index]
      guard !gone.contains(house.reference), !house.isLocked else { continue }
      ground.settlement.houses[index].isLocked = true
      ground.marks[house.reference] = [("locked", true)]
    }
    let narrow = ground.cleared.filter { ($0.widthMetres ?? 0) < terms.laneWidthMetres }
    for var lane in ground.cleared where !narrow.contains(lane) {
      lane.isLocked = true
      ground.settlement.lanes.append(lane)
      ground.marks[lane.reference] = [("locked", true)]
    }
    // A path narrower than a lane gives no access, and what is built may take its place.
    ground.cleared = narrow
    let services = try console.progress("fitting lanes between the houses") { _ in
      try refusing { () throws(PlanningError) in
        // The rest is for the plots between them.
        try ServiceLanes.fitted(to: ground.settlement, within(share: 0.7).request(on: ground))
      }
    }
    let lanes = services.lanes.filter { !$0.isEmpty }.map {
      Lane(use: .lane, area: $0, widthMetres: nil, isLocked: true)
    }
    ground.settlement.lanes += lanes
    var households = terms
    households.households = terms.households.map { min($0, cut.count) } ?? cut.count
    var attempt = try attempt(on: ground, terms: households, adding: lanes)
    let staying = ground.settlement.houses.count(where: \.isLocked)
    let squareMetres = lanes.flatMap(\.area).reduce(0) { $0 + $1.areaInSquareMetres }
    let unserved = services.unserved.map { house, width in
      JSONValue.object([
        "feature": .count(ground.settlement.houses[house].reference.index),
        "id": .text(ground.settlement.houses[house].reference.id),
        "house_no": .text(ground.settlement.houses[house].houseNumber),
        "widest_way_m": width.map(JSONValue.metres) ?? .null,
      ])
    }
    attempt.add(
      "strategy",
      [
        "name": "on-site", "houses_staying": .count(staying), "houses_cut": .count(cut.count),
        "cut": .array(cut.map { .object($0.json) }),
        "houses_served": .count(services.served.count), "partial": .bool(services.isPartial),
        "unserved": .array(unserved),
        "new_lanes": .count(lanes.count), "new_lane_m2": .squareMetres(squareMetres),
        "new_plots": .count(attempt.plots), "narrow_lanes": .count(narrow.count),
      ],
      notes: [
        "on-site: \(counted(staying, "house")) stay, \(counted(cut.count, "house")) break the setback and must go",
        "\(counted(lanes.count, "new lane")) (\(fixed(squareMetres, decimals: 0)) m²); "
          + "\(services.served.count) of the houses that stay are reached, to \(services.unserved.count) no lane of "
          + "\(fixed(terms.laneWidthMetres, decimals: 1)) m fits",
      ]
        + (services.isPartial
          ? [
            "the deadline passed while lanes were fitted: more houses may be reached with a longer --deadline"
          ]
          : [])
        + (narrow.isEmpty ? [] : ["\(counted(narrow.count, "lane")) of today too narrow to count as access"]))
    return attempt
  }

  /// Houses that break the setback, with how many metres.
  private func cutHouses(_ settlement: Settlement) throws -> [BankLoss.Taken] {
    var today = settlement
    today.plots = []
    let names = Dictionary(
      settlement.houses.map { ($0.reference, $0.houseNumber) }, uniquingKeysWith: { first, _ in first })
    let locked = Set(settlement.houses.filter(\.isLocked).map(\.reference))
    return try Checker(book: book).check(CheckedLayout(settlement: today)).setbacks
      .filter { $0.verdict == .breach && !locked.contains($0.feature) }
      .map {
        BankLoss.Taken(
          feature: $0.feature, name: names[$0.feature] ?? nil, distanceMetres: $0.distanceMetres,
          requiredMetres: $0.requiredMetres, isOverWater: $0.isOverWater, wasTakenBefore: false)
      }
  }
}
