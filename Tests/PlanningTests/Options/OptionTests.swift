import Compliance
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import Testing

@Suite struct OptionTests {
  /// A strip of 200 x 25 m with a row of today's houses behind the setback, and room for more homes than they are.
  static func settlement(houses: Int = 20) throws -> Settlement {
    var settlement = try SyntheticSettlement.strip(depthMetres: 25).settlement
    let corner = settlement.site[0].bounds.minimum
    for number in 0..<houses {
      let (west, south) = (corner.x + 20 + Double(number) * 8, corner.y + 12)
      settlement.houses.append(
        House(
          reference: .init(index: 1000 + number, id: "house-\(number)"),
          footprint: [try TinyPlan.box(west, south, west + 5, south + 5)], houseNumber: "\(number + 1)"))
    }
    return settlement
  }

  static func request(households: Int? = 90) -> PlanRequest {
    var request = PlanRequest(rules: TestBook.book)
    request.households = households
    return request
  }

  @Test func differAndNoneIsWorseInEverything() throws {
    let settlement = try Self.settlement()
    let options = try OptionSearch.options(settlement, Self.request(), count: 6)
    #expect(options.count >= 3)
    #expect(options.first?.purpose == .mostPlots)
    for (place, option) in options.enumerated() {
      for other in options.indices where other != place {
        #expect(try option.distance(to: options[other]) >= OptionSearch.leastDistance)
        let isWorse = OptionPurpose.allCases.allSatisfy { purpose in
          guard let (id, isMore) = purpose.measure, let own = option.measures[id],
            let others = options[other].measures[id]
          else { return true }
          return isMore ? own <= others : own >= others
        }
        #expect(!isWorse, "\(option.purpose) is nowhere better than \(options[other].purpose)")
      }
      #expect((option.measures[.homes] ?? 0) >= 90)
      #expect(option.outcome.measures.missing == 0)
    }
    // Each is best at what it is for.
    for option in options {
      guard let (id, isMore) = option.purpose.measure, let own = option.measures[id] else { continue }
      let earlier = options.prefix { $0.outcome.plan != option.outcome.plan }.compactMap { $0.measures[id] }
      #expect(earlier.allSatisfy { isMore ? own > $0 : own < $0 }, "\(option.purpose)")
    }
  }

  @Test func everyOptionKeepsEveryRule() throws {
    try Self.check(Self.settlement(), Self.request())
  }

  @Test(arguments: Array(UInt64(0)..<2)) func everyOptionOfRandomSites(seed: UInt64) throws {
    do {
      try Self.check(SyntheticSettlement.random(seed: seed).settlement, Self.request(households: nil))
    } catch PlanningError.nothingLeftToPlan {
      // The whole site lies in the strip beside the water.
    }
  }

  static func check(_ settlement: Settlement, _ request: PlanRequest) throws {
    for option in try OptionSearch.options(settlement, request, count: 9) {
      var ground = settlement
      for index in ground.houses.indices where option.keptHouses.contains(ground.houses[index].reference) {
        ground.houses[index].isLocked = true
      }
      let statement = PlanStatement(
        plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
        rowMaximumUnits: 10, rowGapMetres: 4)
      let report = try Checker(book: TestBook.book).check(
        CheckedLayout(settlement: ground, plan: option.outcome.plan, statement: statement))
      let breaches = report.findings.filter {
        $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
      }
      #expect(breaches.isEmpty, "\(option.purpose): \(breaches.prefix(2).map(\.message))")
    }
  }

  @Test func sameOptionsEveryTime() throws {
    let settlement = try Self.settlement(houses: 6)
    let first = try OptionSearch.options(settlement, Self.request(), count: 4)
    let second = try OptionSearch.options(settlement, Self.request(), count: 4)
    #expect(first.map(\.outcome.plan) == second.map(\.outcome.plan))
    #expect(first.map(\.purpose) == second.map(\.purpose))
  }

  /// Where nine houses stand close together they stay, and not the lonely ones of which each costs as much ground.
  @Test func blocksFullOfHousesStay() throws {
    var settlement = try SyntheticSettlement.strip(depthMetres: 25).settlement
    let corner = settlement.site[0].bounds.minimum
    let steps = [0.0, 5.5, 11]
    var places = steps.flatMap { north in steps.map { (east: 150 + $0, north: 6 + north) } }
    places += [20.0, 50, 80, 110].map { (east: $0, north: 12) }
    for (number, place) in places.enumerated() {
      let (west, south) = (corner.x + place.east, corner.y + place.north)
      settlement.houses.append(
        House(
          reference: .init(index: 1000 + number, id: "house-\(number)"),
          footprint: [try TinyPlan.box(west, south, west + 5, south + 5)], houseNumber: "\(number + 1)"))
    }
    let options = try OptionSearch.options(settlement, Self.request(households: 105), count: 9)
    let kept = options.map { $0.keptHouses.compactMap(\.id).sorted() }.max { $0.count < $1.count } ?? []
    // One in the middle may have no way to it.
    #expect(kept.count >= 6 && kept.allSatisfy((0..<9).map { "house-\($0)" }.contains), "\(kept)")
  }

  /// Cancelled at once: the first plan is still there, or the error that says there is none.
  @Test func endsWhenCancelled() throws {
    var request = Self.request()
    request.isCancelled = { true }
    let settlement = try Self.settlement()
    do {
      let options = try OptionSearch.options(settlement, request, count: 5)
      #expect(options.count <= 1)
    } catch {
      guard case .cancelled = error else { throw error }
    }
  }
}

@Suite struct ObjectiveTests {
  static let corner = try? SyntheticSettlement.strip(depthMetres: 25).settlement.site.first?.bounds.minimum

  static func plan(_ change: (inout PlanObjective) -> Void) throws -> PlanOutcome {
    var request = PlanRequest(rules: TestBook.book)
    change(&request.objective)
    return try Planner.plan(SyntheticSettlement.strip(depthMetres: 25).settlement, request)
  }

  @Test func withoutWeightsNothingChanges() throws {
    let plain = try Self.plan { _ in }
    let neutral = try Self.plan { $0.places = [Point(x: 0, y: 0)] }
    #expect(neutral.measures.plots == plain.measures.plots)
  }

  @Test(arguments: [20, 60, 100]) func enoughIsEnough(plots: Int) throws {
    let all = try Self.plan { _ in }.measures.plots
    let corner = try #require(Self.corner)
    let found = try Self.plan {
      $0.places = [corner]
      $0.plotsPerMetreFromPlaces = 0.002
      $0.enoughPlots = plots
    }
    #expect(found.measures.plots >= plots)
    #expect(found.measures.plots < all)
    // What is left out lies far from the place.
    let farthest = found.plan.plots.flatMap(\.area).map(\.bounds.maximum.x).max() ?? 0
    #expect(farthest - corner.x < 60 + Double(plots) * 200 / Double(all), "\(farthest)")
  }

  @Test func dearGroundStaysOpen() throws {
    let found = try Self.plan { $0.plotsPerGroundSquareMetre = 1 }
    #expect(found.measures.plots == 0)
  }

  @Test func dearLanesAreFewer() throws {
    let plain = try Self.plan { _ in }
    let thrifty = try Self.plan { $0.plotsPerLaneSquareMetre = 1 / 14.0 }
    let lane = { (outcome: PlanOutcome) in
      outcome.measures.laneSquareMetres / Double(max(1, outcome.measures.plots))
    }
    #expect(thrifty.measures.laneSquareMetres <= plain.measures.laneSquareMetres)
    #expect(lane(thrifty) <= lane(plain) + 1e-6)
  }
}
