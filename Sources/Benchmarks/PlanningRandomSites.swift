import Compliance
import Glibc
import Planning
import Regulations
import Settlement
import SyntheticSettlements

/// Plans of seeded random sites, each judged by the independent checker: none may break a rule.
struct PlanningRandomSites: Benchmark {
  static let name = "random-sites"

  /// `KLONG_SITES=2000` looks at more of them.
  var sites = getenv("KLONG_SITES").flatMap { UInt64(String(cString: $0)) } ?? 100
  /// `KLONG_FIRST=300` begins with that one.
  var first = getenv("KLONG_FIRST").flatMap { UInt64(String(cString: $0)) } ?? 0

  /// `KLONG_DEAD_END=30 KLONG_COURTS=2` asks for that besides.
  static let deadEnd = getenv("KLONG_DEAD_END").flatMap { Double(String(cString: $0)) }
  static let courts = getenv("KLONG_COURTS").flatMap { Int(String(cString: $0)) } ?? 0

  func run() throws -> [Row] {
    let book = try RuleBook.builtIn("thailand-mr55")
    var request = PlanRequest(rules: book)
    (request.deadEndMetres, request.courts) = (Self.deadEnd, Self.courts)
    var plots = 0
    var gaps: [Double] = []
    var broken: [String] = []
    PeakMemory.reset()
    let (_, seconds) = try Stopwatch.time {
      for seed in first..<(first + sites) {
        let made = try SyntheticSettlement.random(seed: seed)
        guard let outcome = try? Planner.plan(made.settlement, request) else { continue }
        if getenv("KLONG_BOUNDS") != nil {
          complain("\(seed): \(outcome.measures.plots) of \(outcome.bound) \(outcome.notes)\n")
        }
        plots += outcome.measures.plots
        gaps.append(outcome.gap)
        let words = try Self.breaches(made.settlement, outcome, book)
        if !words.isEmpty { broken.append("seed \(seed): \(made): \(words)") }
        if outcome.measures.plots > outcome.bound { broken.append("seed \(seed): more plots than the bound") }
      }
    }
    for line in broken { complain(line + "\n") }
    try expect(broken.count, toBe: 0, of: "random sites whose plan breaks a rule")
    let mean = gaps.reduce(0, +) / Double(max(1, gaps.count))
    return [
      Row(
        name: Self.name, amount: "\(gaps.count) sites, \(plots) plots", seconds: seconds,
        rate: "mean gap \(Table.rounded(mean * 100, to: 1)) %")
    ]
  }

  static func breaches(
    _ settlement: Settlement, _ outcome: PlanOutcome, _ book: RuleBook
  ) throws -> String {
    var statement = PlanStatement(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4)
    (statement.deadEndMetres, statement.courts) = (deadEnd, courts)
    let layout = CheckedLayout(settlement: settlement, plan: outcome.plan, statement: statement)
    // Houses that stay where they are may stand too near; that is no fault of the plan.
    let found = try Checker(book: book).check(layout).findings.filter {
      $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
    }
    return found.isEmpty
      ? ""
      : "\(found.count): " + Set(found.map(\.rule.id)).sorted().joined(separator: " ") + ": "
        + (found.first?.message ?? "")
  }
}
