import Glibc
import Planning
import Regulations
import SyntheticSettlements

/// Plans of the published test bed and of the sample, each with at least as many plots as it is known to hold.
struct PlanningSites: Benchmark {
  static let name = "plan"

  func run() throws -> [Row] {
    let book = try RuleBook.builtIn("thailand-mr55")
    let sites: [(SyntheticSettlement, least: Int)] = [
      (try .siteA(), 246), (try .siteB(), 240), (try .strip(depthMetres: 12), 47),
      (try .strip(depthMetres: 15), 70),
      (try .strip(depthMetres: 18), 70), (try .strip(depthMetres: 20), 94),
      (try .strip(depthMetres: 25), 117),
      (SyntheticSettlement(name: "Bang Bua", settlement: try BangBua.made().settlement), 150),
    ]
    return try sites.map { site, least in
      PeakMemory.reset()
      let (outcome, seconds) = try Stopwatch.time {
        try Planner.plan(site.settlement, PlanRequest(rules: book))
      }
      let plots = outcome.measures.plots
      if getenv("KLONG_BOUNDS") != nil {
        complain("\(site.name): \(outcome.bounds.map { "\($0.name) \($0.plots)" })\n")
      }
      try expect(
        plots >= least && plots <= outcome.bound, toBe: true,
        of: "plots of \(site.name) in range, \(plots), \(outcome.notes)")
      return Row(
        name: "plan \(site.name)", amount: "\(plots) plots, bound \(outcome.bound)", seconds: seconds,
        rate: "gap \(Table.rounded(outcome.gap * 100, to: 1)) %")
    }
  }
}
