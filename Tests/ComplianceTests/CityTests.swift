import Compliance
import Settlement
import SyntheticSettlements
import Testing

/// Many houses at known distances: the counts must come out to the house.
@Suite struct CityTests {
  @Test(arguments: [(400, 1 as UInt64), (3000, 7)])
  func countsComeOut(houses: Int, seed: UInt64) throws {
    let city = try SyntheticCity.made(houses: houses, seed: seed)
    let report = try Checker(book: TestBook.thailand).check(CheckedLayout(settlement: city.settlement))
    #expect(report.summary.checked == houses)
    #expect(report.summary.breaches == city.housesOverWater + city.housesTooClose)
    #expect(report.setbacks.count(where: \.isOverWater) == city.housesOverWater)
    #expect(report.setbacks.count { $0.verdict == .ok } == city.housesClear)
  }

  @Test func isTheSameEveryTime() throws {
    let city = try SyntheticCity.made(houses: 800, seed: 3)
    var turned = city.settlement
    turned.houses.reverse()
    let checker = Checker(book: TestBook.thailand)
    let first = try checker.check(CheckedLayout(settlement: city.settlement))
    let second = try checker.check(CheckedLayout(settlement: turned))
    #expect(first.findings == second.findings)
  }
}
