import Compliance
import Regulations
import SyntheticSettlements

/// The setback check of a made city, whose breaches are known from how it was made.
struct CheckingHouses: Benchmark {
  static let name = "check-houses"

  var houses = 20_000

  func run() throws -> [Row] {
    let city = try SyntheticCity.made(houses: houses, seed: 1)
    let checker = Checker(book: try RuleBook.builtIn("thailand-mr55"))
    PeakMemory.reset()
    let (report, seconds) = try Stopwatch.time {
      try checker.check(CheckedLayout(settlement: city.settlement))
    }
    try expect(report.summary.checked, toBe: houses, of: "houses checked")
    try expect(report.summary.breaches, toBe: city.housesOverWater + city.housesTooClose, of: "breaches")
    return [
      Row(
        name: Self.name, amount: "\(houses) houses", seconds: seconds,
        rate: "\(Table.rounded(Double(houses) / seconds, to: 0)) houses/s")
    ]
  }
}
