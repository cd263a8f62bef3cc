import Foundation
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import Testing

@Suite struct MeasureTests {
  /// Worked out by hand; the tolerance stands in the unit of the measure.
  @Test(
    arguments: [
      (MeasureID.homes, 18.0, 0.0), (.missing, 2, 0), (.plotLand, 100 * 504 / 2400.0, 0.05),
      (.circulation, 100 * 360 / 2400.0, 0.05), (.streets, 50, 0.01), (.openSpace, 0, 0),
      (.homesPerHectare, 75, 0.05), (.personsPerHectare, 300, 0.05), (.smallPlots, 100, 0),
      (.frontageMean, 4, 0.05), (.frontageLeast, 4, 0.05), (.depthToFrontage, 1.75, 0.001),
      (.laneLength, 60, 0.05),
      (.walkwayLength, 60, 0.05), (.wallLength, 140, 0.05), (.lanePerPlot, 60 / 18.0, 0.05),
      (.worksPerPlot, 260 / 18.0, 0.05), (.demolition, 10, 0.01),
      // The road counts from a metre before its edge: doors from 5 to 37 m from there.
      (.walkToRoadMean, 21, 0.8), (.walkToRoadMost, 37, 0.8),
      // The rear row goes round by the road: 21 to 53 m; the front row opens on the walkway.
      (.walkToCanalMean, 18.5, 0.8), (.walkToCanalMost, 53, 0.9), (.plotsWithoutWay, 0, 0),
      (.fireReach30, 100 * 14 / 18.0, 0.06), (.fireReach90, 100, 0), (.longestRow, 9, 0),
      (.longestRowMetres, 36, 0.05), (.deadEnds, 2, 0), (.longestDeadEnd, 59, 1.5),
      (.leastRectangularity, 1, 1e-4), (.compactness, 4 * .pi * 28 / 484, 1e-4), (.areaInequality, 0, 1e-4),
      (.areaSpread, 1, 1e-4), (.cornerPlots, 0, 0), (.keptHouses, 1, 0), (.movingHouses, 2, 0),
      // (31.5, 4.5) to (30, 9.5) and (21, 23.5) to (22, 18.5).
      (.moveMean, 5.16, 0.05), (.moveMost, 5.22, 0.05), (.moveMost90, 5.22, 0.05),
      // Of three pairs one ends within 15 m.
      (.neighboursKept, 33.3, 0.05), (.canalDistance, 6, 0.05), (.walkwayPieces, 1, 0),
    ] as [(MeasureID, Double, Double)])
  func byHand(id: MeasureID, value: Double, tolerance: Double) throws {
    let tiny = try TinyPlan()
    let measures = try LayoutMeasures(tiny.settlement, tiny.plan, households: 20)
    let found = try #require(measures[id], "\(id)")
    #expect(abs(found - value) <= tolerance + 1e-9, "\(id): \(found), not \(value)")
  }

  @Test func everyMeasureIsDefinedOnceAndInOrder() {
    let ids = MeasureDefinition.all.map(\.id)
    #expect(Set(ids) == Set(MeasureID.allCases))
    #expect(ids.count == MeasureID.allCases.count)
    for definition in MeasureDefinition.all {
      #expect(!definition.name.isEmpty && !definition.formula.isEmpty)
      for norm in definition.norms { #expect(!norm.text.isEmpty && !norm.source.isEmpty) }
    }
  }

  @Test(arguments: [
    (MeasureNorm.Limit.atLeast(30), 30.0, MeasureLight.green), (.atLeast(30), 29.9, .amber),
    (.atLeast(30), 24, .amber), (.atLeast(30), 23.9, .red), (.atMost(40), 40, .green),
    (.atMost(40), 48, .amber),
    (.atMost(40), 48.1, .red), (.atMost(0), 0, .green), (.atMost(0), 1, .red), (.between(10, 20), 15, .green),
    (.between(10, 20), 8, .amber), (.between(10, 20), 24, .amber), (.between(10, 20), 25, .red),
    (.reference, 7, .none),
  ])
  func lights(limit: MeasureNorm.Limit, value: Double, light: MeasureLight) throws {
    var norm = try #require(MeasureDefinition.of(.streets)?.norms.first)
    norm.limit = limit
    #expect(norm.light(for: value) == light)
  }

  /// A layout without houses, roads or plots has fewer measures, and none that is made up.
  @Test func whatCannotBeToldIsLeftOut() throws {
    var tiny = try TinyPlan()
    tiny.settlement.houses = []
    tiny.settlement.roads = []
    tiny.settlement.canals = []
    let measures = try LayoutMeasures(tiny.settlement, tiny.plan)
    for id in [MeasureID.missing, .moveMean, .keptHouses, .walkToRoadMean, .deadEnds, .canalDistance] {
      #expect(measures[id] == nil, "\(id)")
    }
    #expect(measures[.plotLand] != nil)
    #expect(
      try LayoutMeasures(Settlement(), Plan()).values.map(\.definition.id).contains(.walkToRoadMean) == false)
  }

  /// A plot on two ways, a plot that none reaches, and one far from the others in size.
  @Test func cornersUnreachedAndUnequal() throws {
    var tiny = try TinyPlan()
    tiny.plan.lanes.append(
      Lane(reference: .init(index: 5), area: [try TinyPlan.box(40, 6, 43, 22)], widthMetres: 3))
    try tiny.add(x: 50, y: 30)
    try tiny.add(x: 50, y: 6, width: 8)
    let measures = try LayoutMeasures(tiny.settlement, tiny.plan)
    // The last plot of either row now lies on the cross-lane too.
    #expect(measures[.cornerPlots] == 10)
    #expect(measures[.plotsWithoutWay] == 1)
    #expect(measures[.areaSpread] == 2)
    #expect(measures[.frontageLeast] == 0)
    // With a cross-lane the rear row need not go round by the road.
    let most = try #require(measures[.walkToCanalMost])
    #expect(most < 40)
  }

  /// A walk bends round corners and never crosses what is no way (tolerance 1.4 % and a cell at each end).
  @Test(arguments: [0.0, 0.3, 0.7, 1.1]) func walksInAnyDirection(turn: Double) throws {
    func turned(_ polygon: Polygon) throws -> Polygon {
      try Polygon(
        corners: polygon.shell.points.dropLast().map {
          Point(x: $0.x * cos(turn) - $0.y * sin(turn), y: $0.x * sin(turn) + $0.y * cos(turn))
        })
    }
    let tiny = try TinyPlan()
    var (settlement, plan) = (tiny.settlement, tiny.plan)
    settlement.site = try settlement.site.map(turned)
    settlement.canals = []
    settlement.houses = []
    settlement.roads[0].area = try settlement.roads[0].area.map(turned)
    for index in plan.lanes.indices { plan.lanes[index].area = try plan.lanes[index].area.map(turned) }
    for index in plan.plots.indices { plan.plots[index].area = try plan.plots[index].area.map(turned) }
    let measures = try LayoutMeasures(settlement, plan)
    let mean = try #require(measures[.walkToRoadMean])
    #expect(abs(mean - 21) < 21 * 0.014 + 0.6, "\(mean)")
    let most = try #require(measures[.walkToCanalMost])
    #expect(abs(most - 53) < 53 * 0.014 + 1, "\(most)")
    #expect(measures[.deadEnds] == 2)
    #expect(measures[.longestRow] == 9)
  }

  /// The engine's plan of the test site lies where facts/layout.md §7 found its own.
  @Test func siteA() throws {
    let settlement = try SyntheticSettlement.siteA().settlement
    let outcome = try Planner.plan(settlement, PlanRequest(rules: TestBook.book))
    let measures = try LayoutMeasures(settlement, outcome.plan)
    for (id, range) in [
      (MeasureID.walkToRoadMean, 90.0...130.0), (.walkToRoadMost, 180...260), (.walkToCanalMean, 10...35),
      (.lanePerPlot, 2...4.5), (.frontageMean, 4...6), (.plotLand, 64...80), (.plotsWithoutWay, 0...0),
      (.longestRow, 2...10), (.canalDistance, 3...8),
    ] {
      let value = try #require(measures[id])
      #expect(range.contains(value), "\(id): \(value)")
    }
  }
}
