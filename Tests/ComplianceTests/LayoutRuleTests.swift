import Compliance
import Geometry
import Settlement
import Testing

/// One change to a plan drawn by hand, and the rules that it breaks: no more and no fewer.
@Suite struct LayoutRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var broken: [String]
    var change: @Sendable (inout HandPlan) throws -> Void
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "as drawn", broken: []) { _ in },
    Case(name: "back to back is no row mate", broken: []) { $0 = try HandPlan(rearGap: 0) },
    Case(name: "ten units and 40 m", broken: []) { $0 = try HandPlan(unitsInRow: 10) },
    Case(name: "eleven units", broken: ["row-length", "row-units"]) { $0 = try HandPlan(unitsInRow: 11) },
    Case(name: "2 m beside a short row", broken: []) { try $0.add(x: 42, y: 6) },
    Case(name: "1.9 m beside a short row", broken: ["row-side"]) { try $0.add(x: 41.9, y: 6) },
    Case(name: "4 m after a full row", broken: []) {
      $0 = try HandPlan(unitsInRow: 10)
      try $0.add(x: 48, y: 6)
    },
    Case(name: "3.9 m after a full row", broken: ["row-gap"]) {
      $0 = try HandPlan(unitsInRow: 10)
      try $0.add(x: 47.9, y: 6)
    },
    Case(name: "beside the end of the rear row only", broken: ["frontage", "row-side"]) {
      try $0.add(x: 40.5, y: 13)
    },
    Case(name: "no front", broken: ["frontage"]) { try $0.add(x: 50, y: 30) },
    Case(name: "4 cm from the lane is a front", broken: []) { try $0.add(x: 50, y: 25.04) },
    Case(name: "6 cm from the lane is none", broken: ["frontage"]) { try $0.add(x: 50, y: 25.06) },
    Case(name: "overlap of 1 cm2, as a bump", broken: ["plot-overlap"]) {
      try $0.reshape(
        3, [(16, 6), (20, 6), (20, 9), (20.01, 9), (20.01, 9.01), (20, 9.01), (20, 13), (16, 13)])
    },
    Case(name: "overlap of 1 cm2, as a sliver", broken: ["plot-overlap"]) {
      try $0.reshape(3, [(16, 6), (20.000_029, 6), (20, 13), (16, 13)])
    },
    Case(name: "a sliver of rounding where corners are not shared", broken: []) {
      // A plot behind two halves of others: its corners lie on their long sides.
      try $0.add(x: 50, y: 6)
      try $0.add(x: 48, y: 12.999_94, width: 8, depth: 7)
      $0.plan.plots.removeLast()
    },
    Case(name: "on the lane", broken: ["plot-on-lane"]) {
      try $0.reshape(17, [(36, 15), (40, 15), (40, 22.01), (36, 22.01)])
    },
    Case(name: "on the walkway", broken: ["canal-setback", "plot-on-walkway"]) {
      try $0.reshape(8, [(36, 5.99), (40, 5.99), (40, 13), (36, 13)])
    },
    Case(name: "on a shared place", broken: ["plot-on-shared"]) {
      $0.plan.sharedPlaces = [
        SharedPlace(reference: .init(index: 90), area: [try HandPlan.box(39, 6, 42, 13)])
      ]
    },
    Case(name: "1 mm outside the site", broken: ["outside-site"]) {
      $0.settlement.site = [try HandPlan.box(0, 0, 60, 24.999), try HandPlan.box(0, 24.999, 39.999, 40)]
      try $0.reshape(17, [(36, 25), (40, 25), (40, 32), (36, 32)])
    },
    Case(name: "over two site polygons that touch", broken: []) {
      $0.settlement.site = [try HandPlan.box(0, 0, 30.5, 40), try HandPlan.box(30.5, 0, 60, 40)]
    },
    Case(name: "a tree at its clearance", broken: []) {
      $0.settlement.keeps = [
        Keep(reference: .init(index: 91), shape: .point(Point(x: 42, y: 9)), clearanceMetres: 2)
      ]
    },
    Case(name: "a tree 1 mm nearer", broken: ["on-kept"]) {
      $0.settlement.keeps = [
        Keep(reference: .init(index: 91), shape: .point(Point(x: 41.999, y: 9)), clearanceMetres: 2)
      ]
    },
    Case(name: "a temple beside a plot", broken: []) {
      $0.settlement.keeps = [
        Keep(reference: .init(index: 91), shape: .polygon(try HandPlan.box(40, 6, 44, 13)))
      ]
    },
    Case(name: "a temple on a plot", broken: ["on-kept"]) {
      $0.settlement.keeps = [
        Keep(reference: .init(index: 91), shape: .polygon(try HandPlan.box(39.9, 6, 44, 13)))
      ]
    },
    Case(name: "a pipe through a plot", broken: ["on-kept"]) {
      let pipe = try LineString([Point(x: 30, y: 0), Point(x: 30, y: 30)])
      $0.settlement.keeps = [Keep(reference: .init(index: 91), shape: .lineString(pipe))]
    },
    Case(name: "a house that stays, cut by a plot", broken: ["locked-house", "row-side"]) {
      $0.settlement.houses = [
        House(reference: .init(index: 92), footprint: [try HandPlan.box(39, 7, 45, 12)], isLocked: true)
      ]
    },
    Case(name: "a plot around a house that stays", broken: []) {
      $0.settlement.houses = [
        House(reference: .init(index: 92), footprint: [try HandPlan.box(36.5, 7, 39.5, 12)], isLocked: true)
      ]
    },
    Case(name: "a house of today does not matter", broken: []) {
      $0.settlement.houses = [
        House(reference: .init(index: 92), footprint: [try HandPlan.box(20, -2, 26, 8)])
      ]
    },
    Case(name: "a building of its own in the strip", broken: []) {
      try $0.reshape(0, [(4, 6), (8, 6), (8, 13), (4, 13)])
      $0.plan.plots[0].id = "a"
      $0.plan.buildings = [
        BuildingEnvelope(reference: .init(index: 93), plot: "a", area: [try HandPlan.box(4, 7, 8, 13)])
      ]
    },
    Case(name: "a building outside its plot", broken: ["building-in-plot"]) {
      $0.plan.plots[0].id = "a"
      $0.plan.buildings = [
        BuildingEnvelope(reference: .init(index: 93), plot: "a", area: [try HandPlan.box(3.999, 7, 8, 13)])
      ]
    },
    Case(name: "a plot reaches into the strip, its building does not", broken: []) {
      $0.plan.lanes[0].area = [try HandPlan.box(0, 2, 60, 5)]
      for unit in 0..<9 {
        let x = 4 + Double(unit) * 4
        try $0.reshape(unit, [(x, 5), (x + 4, 5), (x + 4, 13), (x, 13)])
        $0.plan.plots[unit].id = "f\(unit)"
        $0.plan.buildings.append(
          BuildingEnvelope(
            reference: .init(index: 100 + unit), plot: "f\(unit)", area: [try HandPlan.box(x, 6, x + 4, 13)]))
      }
    },
    Case(name: "an outline that crosses itself", broken: ["frontage", "plot-geometry", "row-side"]) {
      try $0.reshape(17, [(36, 15), (40, 22), (40, 15), (36, 22)])
    },
    Case(name: "a plot of nothing", broken: ["frontage", "plot-geometry"]) {
      try $0.reshape(17, [(36, 22), (40, 22), (38, 22)])
      $0.plan.plots[17].area = [try HandPlan.box(50, 30, 50.01, 30.01)]
    },
    Case(name: "the same number twice", broken: ["number"]) {
      $0.plan.plots[0].number = 1
      $0.plan.plots[5].number = 1
    },
    Case(name: "the same id twice", broken: ["id"]) {
      $0.plan.plots[0].id = "a"
      $0.plan.plots[5].id = "a"
    },
    Case(name: "a road without access", broken: ["reach"]) {
      $0.settlement.roads[0].givesAccess = false
      $0.settlement.accessPoints = [AccessPoint(reference: .init(index: 94), point: Point(x: 0, y: 4.5))]
    },
    Case(name: "both ways entered at points", broken: []) {
      $0.settlement.roads = []
      $0.settlement.accessPoints = [(0, 4.5), (0, 23.5)].map {
        AccessPoint(reference: .init(index: 94), point: Point(x: $0.0, y: $0.1))
      }
    },
    Case(name: "0.9 m from the road", broken: []) {
      $0.settlement.roads[0].area = [try HandPlan.box(-6, -5, -0.9, 45)]
    },
    Case(name: "1.1 m from the road", broken: ["reach"]) {
      $0.settlement.roads[0].area = [try HandPlan.box(-6, -5, -1.1, 45)]
    },
    Case(name: "lane in two pieces that touch", broken: []) {
      $0.plan.lanes[1].area = [try HandPlan.box(0, 22, 20, 25)]
      $0.plan.lanes.append(Lane(reference: .init(index: 5), area: [try HandPlan.box(20.04, 22, 60, 25)]))
    },
    Case(name: "lane in two pieces 8 cm apart", broken: ["reach"]) {
      $0.plan.lanes[1].area = [try HandPlan.box(0, 22, 20, 25)]
      $0.plan.lanes.append(Lane(reference: .init(index: 5), area: [try HandPlan.box(20.08, 22, 60, 25)]))
    },
    Case(name: "a neck of 0.9 m where 1 m is the least", broken: ["reach"]) {
      $0.plan.lanes[1].area = [
        try Polygon(
          corners: [(0.0, 22.0), (60, 22), (60, 25), (3, 25), (3, 22.9), (2, 22.9), (2, 25), (0, 25)].map {
            Point(x: $0.0, y: $0.1)
          })
      ]
    },
    Case(name: "narrower than it states", broken: ["lane-width", "reach"]) {
      $0.plan.lanes[1].widthMetres = 3.5
    },
    Case(name: "as wide as it states", broken: []) { $0.plan.lanes[1].widthMetres = 3 },
    Case(name: "drawn as a centre line", broken: []) {
      $0.plan.lanes[1].area = []
      $0.plan.lanes[1].centreline = [try LineString([Point(x: 0, y: 23.5), Point(x: 60, y: 23.5)])]
      $0.plan.lanes[1].widthMetres = 3
    },
    Case(name: "a dead end of 60 m where 40 m are stated", broken: ["dead-end"]) {
      $0.statement = PlanStatement(laneWidthMetres: 3)
      $0.statement?.deadEndMetres = 40
    },
    Case(name: "a dead end of 60 m where 60 m are stated", broken: []) {
      $0.statement = PlanStatement(laneWidthMetres: 3)
      $0.statement?.deadEndMetres = 60
    },
    Case(name: "a round has no end", broken: []) {
      $0.statement = PlanStatement(laneWidthMetres: 3)
      $0.statement?.deadEndMetres = 10
      $0.plan.lanes.append(Lane(reference: .init(index: 5), area: [try HandPlan.box(57, 6, 60, 22)]))
    },
    Case(name: "a lane that stays may end where it does", broken: []) {
      $0.statement = PlanStatement(laneWidthMetres: 3)
      $0.statement?.deadEndMetres = 40
      $0.plan.lanes[1].isLocked = true
    },
    Case(name: "17 m beyond a fork where 10 m are stated", broken: ["dead-end"]) {
      $0.statement = PlanStatement(laneWidthMetres: 3)
      $0.statement?.deadEndMetres = 10
      $0.plan.lanes.append(Lane(reference: .init(index: 5), area: [try HandPlan.box(41, 6, 44, 22)]))
    },
    Case(name: "smaller than claimed", broken: ["plot-size"]) {
      $0.statement = PlanStatement(plotFrontageMetres: 4, plotDepthMetres: 7)
      try $0.reshape(17, [(36, 15.2), (40, 15.2), (40, 22), (36, 22)])
    },
    Case(name: "narrower than claimed", broken: ["frontage"]) {
      $0.statement = PlanStatement(plotFrontageMetres: 4, plotDepthMetres: 7)
      try $0.reshape(17, [(36, 14.5), (39.8, 14.5), (39.8, 22), (36, 22)])
    },
    Case(name: "a plot lost", broken: ["plot-count"]) { $0.statement = PlanStatement(plots: 19) },
  ]

  @Test(arguments: cases)
  func breaks(_ row: Case) throws {
    var plan = try HandPlan()
    try row.change(&plan)
    let broken = try plan.broken()
    #expect(broken == row.broken, "\(broken)")
  }

  @Test func normsAreReportedAndBreakNothing() throws {
    let report = try HandPlan().report()
    #expect(!report.isBroken)
    let small = report.findings.filter { $0.rule.id == "row-plot-area" }
    #expect(small.count == 18)
    #expect(small.allSatisfy { $0.verdict == .norm && $0.measured == 28 && $0.required == 64 })
    #expect(report.findings.filter { $0.rule.id == "storeys" }.count == 1)
  }

  @Test func withoutAnEntranceReachIsUnknown() throws {
    var plan = try HandPlan()
    plan.settlement.roads = []
    let report = try plan.report()
    #expect(report.findings.filter { $0.verdict == .unknown }.map(\.rule.id) == ["reach"])
  }

  @Test func numbersOutOfOrderAreToldOfAHandPlanAndBreakAClaimedOne() throws {
    var plan = try HandPlan()
    for index in 0..<18 { plan.plan.plots[index].number = index + 1 }
    plan.plan.plots[2].number = 8
    plan.plan.plots[7].number = 3
    #expect(try plan.report().findings.contains { $0.rule.id == "number-order" && $0.verdict == .norm })
    plan.statement = PlanStatement()
    #expect(try plan.broken() == ["number-order"])
  }
}
