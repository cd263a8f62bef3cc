import Compliance
import Regulations
import SyntheticSettlements

/// The check of a made plan that keeps every rule: nothing may be found.
struct CheckingPlan: Benchmark {
  static let name = "check-plan"

  var plots = 2_000

  func run() throws -> [Row] {
    let made = try SyntheticPlan.made(plots: plots)
    let checker = Checker(book: try RuleBook.builtIn("thailand-mr55"))
    PeakMemory.reset()
    let layout = CheckedLayout(settlement: made.settlement, plan: made.plan)
    let (report, seconds) = try Stopwatch.time { try checker.check(layout) }
    try expect(report.summary.checked, toBe: plots, of: "plots checked")
    let breaches = report.findings.filter { $0.verdict == .breach }
    try expect(breaches.count, toBe: 0, of: "breaches in a plan without any, the first \(breaches.prefix(1))")
    return [
      Row(
        name: Self.name, amount: "\(plots) plots", seconds: seconds,
        rate: "\(Table.rounded(Double(plots) / seconds, to: 0)) plots/s")
    ]
  }
}
