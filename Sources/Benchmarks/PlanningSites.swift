import Glibc
import Planning
import Regulations
import Settlement
import SyntheticSettlements

/// Plans of the published test bed (facts/layout.md §1): plots, bound and gap beside the time that each takes.
struct PlanningSites: Benchmark {
  static let name = "test-bed"

  func run() throws -> [Row] {
    let book = try RuleBook.builtIn("thailand-mr55")
    var sites = [try SyntheticSettlement.siteA(), try SyntheticSettlement.siteB()]
    sites += try SyntheticSettlement.stripDepthsMetres.map {
      try SyntheticSettlement.strip(depthMetres: $0)
    }
    return try [false, true].flatMap { isRelaxed in
      try sites.map { try row($0, book, isRelaxed: isRelaxed) }
    }
  }

  private func row(_ site: SyntheticSettlement, _ book: RuleBook, isRelaxed: Bool) throws -> Row {
    var request = PlanRequest(rules: book)
    request.isRelaxed = isRelaxed
    PeakMemory.reset()
    let (outcome, seconds) = try Stopwatch.time { try Planner.plan(site.settlement, request) }
    try expect(outcome.measures.plots <= outcome.bound, toBe: true, of: "plots within the bound")
    if getenv("KLONG_BOUNDS") != nil {
      let bounds = outcome.bounds.map { "\($0.name) \($0.plots)" }.joined(separator: ", ")
      complain("\(site.name): \(outcome.measures.plots): \(bounds) \(outcome.notes)\n")
    }
    return Row(
      name: Self.name, amount: "\(site.name)\(isRelaxed ? " relaxed" : ""): \(outcome.measures.plots) plots",
      seconds: seconds, rate: "bound \(outcome.bound), gap \(Table.rounded(outcome.gap * 100, to: 1)) %")
  }
}
