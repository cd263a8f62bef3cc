import GEOS
import Geometry
import Settlement
import SyntheticSettlements
import Testing

/// Sites whose sizes are published or promised.
struct KnownSettlementTests {
  /// facts/layout.md §1: Site A is 1.0 ha, Site B 1.09 ha, the strips 200 m long.
  static let areas: [(name: String, squareMetres: Double, tolerance: Double)] = [
    ("Site A", 10_000, 0.001), ("Site B", 10_900, 50), ("strip 12.0 m", 2400, 0.001),
    ("strip 15.0 m", 3000, 0.001), ("strip 18.0 m", 3600, 0.001), ("strip 20.0 m", 4000, 0.001),
    ("strip 25.0 m", 5000, 0.001),
  ]

  @Test(arguments: areas)
  func testBedHasThePublishedSize(name: String, squareMetres: Double, tolerance: Double) throws {
    let strips = try SyntheticSettlement.stripDepthsMetres.map {
      try SyntheticSettlement.strip(depthMetres: $0)
    }
    let made: [SyntheticSettlement] = try [.siteA(), .siteB()] + strips
    let settlement = try #require(made.first { $0.name == name }).settlement
    let site = Shape(settlement.site)
    #expect(abs(site.areaInSquareMetres - squareMetres) <= tolerance)
    let water = Shape(settlement.canals.flatMap(\.area))
    #expect(try site.intersection(water).areaInSquareMetres < 0.01)
    #expect(try site.isWithin(metres: 0, of: water))
    let road = Shape(settlement.roads.flatMap(\.area))
    #expect(try site.intersection(road).areaInSquareMetres < 0.01)
    #expect(try site.isWithin(metres: 0, of: road))
  }

  @Test func bangBuaKeepsItsWord() throws {
    let sample = try BangBua.made()
    let settlement = sample.settlement
    let land = Shape(settlement.site)
    #expect(settlement.houses.count == 190)
    #expect(settlement.houses.allSatisfy { (25.0...50).contains($0.shape.areaInSquareMetres + 0.001) })
    let overWater = try settlement.houses.filter { try !land.covers($0.shape) }
    #expect((20...60).contains(overWater.count))
    #expect(overWater.allSatisfy { $0.structure == "timber on stilts" })
    for shape in settlement.everyShape { #expect(try shape.isValid()) }
    let standing = settlement.houses.map(\.shape) + settlement.keeps.map(\.shape)
    for (index, shape) in standing.enumerated() {
      #expect(try standing.dropFirst(index + 1).allSatisfy { try !shape.intersects($0) })
    }
    let planks = try Shape(settlement.lanes.flatMap(\.centreline)).buffered(byMetres: 0.25)
    #expect(try settlement.houses.allSatisfy { try !planks.intersects($0.shape) })
    // Half of 38 m less half of 25 m.
    let bank = try #require(settlement.banks.first)
    let apart = try Shape.lineString(bank.line).hausdorffDistance(to: .lineString(sample.laterBank.line))
    #expect(abs(apart - 6.5) < 0.01)
  }

  @Test func firstPlanIsSmall() throws {
    let settlement = try FirstPlan.made()
    #expect(settlement.site.count == 1 && settlement.canals.count == 1 && settlement.roads.count == 1)
    #expect(try settlement.everyShape.allSatisfy { try $0.isValid() })
  }

  @Test(arguments: [(1, UInt64(1)), (700, 2), (5000, 3)])
  func cityKnowsItsAnswers(houses: Int, seed: UInt64) throws {
    let city = try SyntheticCity.made(houses: houses, seed: seed)
    #expect(city.settlement.houses.count == houses)
    #expect(city.housesOverWater + city.housesTooClose + city.housesClear == houses)
    let water = try PreparedShape(Shape(city.settlement.canals.flatMap(\.area)))
    let wet = try city.settlement.houses.filter { try water.intersects($0.shape) }
    #expect(wet.count == city.housesOverWater)
  }

  @Test(arguments: [1, 9, 450, 1000])
  func planHasNothingOnAnythingElse(plots: Int) throws {
    let made = try SyntheticPlan.made(plots: plots)
    let areas = made.plan.plots.flatMap(\.area) + made.plan.lanes.flatMap(\.area)
    #expect(made.plan.plots.count == plots)
    let united = try areas.map(Shape.polygon).unaryUnion()
    let sum = areas.reduce(0) { $0 + $1.areaInSquareMetres }
    // Lanes lie over each other nowhere, plots share only their walls.
    #expect(abs(united.areaInSquareMetres - sum) < 0.05)
    let site = try made.settlement.site.map(Shape.polygon).unaryUnion()
    #expect(try united.difference(site).areaInSquareMetres < 0.05)
  }
}
