import Compliance
import Glibc
import Planning
import Regulations
import Settlement
import SyntheticSettlements

/// Plans of seeded random sites, each judged by the independent checker: none may break a rule.
///
/// Every site is planned plainly, with rows along the bank alone as they are drawn by hand, and with one of
/// ``RandomSiteWish/all`` in turn.
struct PlanningRandomSites: Benchmark {
  static let name = "random-sites"

  /// `KLONG_SITES=2000` looks at more of them.
  var sites = number("KLONG_SITES") ?? 60
  /// `KLONG_FIRST=300` begins with that one.
  var first = number("KLONG_FIRST") ?? 0
  /// `KLONG_OPTIONS=4` also asks each site for so many plans to choose from.
  var options = number("KLONG_OPTIONS").map(Int.init)
  /// `KLONG_WISH=spine` asks every site for that one alone.
  var wish = getenv("KLONG_WISH").map { String(cString: $0) }

  func run() throws -> [Row] {
    var tally = Tally(book: try RuleBook.builtIn("thailand-mr55"))
    PeakMemory.reset()
    let (_, seconds) = try Stopwatch.time {
      for seed in first..<(first + sites) { try look(at: seed, &tally) }
    }
    try expect(tally.broken, toBe: 0, of: "plans of random sites that break a rule")
    return [
      Row(
        name: Self.name, amount: "\(tally.plans) plans, \(tally.plots) plots", seconds: seconds,
        rate: "mean gap \(Table.rounded(tally.meanGap * 100, to: 1)) %"),
      Row(
        name: "", amount: "beside rows alone", seconds: seconds,
        rate: "\(tally.better) more, \(tally.alike) alike of \(tally.compared)"),
    ]
  }

  private func look(at seed: UInt64, _ tally: inout Tally) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    let wishes =
      wish.map { name in RandomSiteWish.all.filter { $0.name == name } }
      ?? [RandomSiteWish.all[0], RandomSiteWish.all[1 + Int(seed % UInt64(RandomSiteWish.all.count - 1))]]
    for wish in wishes {
      var request = PlanRequest(rules: tally.book)
      wish.ask(&request)
      guard let outcome = try? Planner.plan(made.settlement, request) else { continue }
      try tally.take(outcome, of: made.settlement, request, as: "seed \(seed), \(wish.name): \(made)")
      guard wish.name == "plain" else { continue }
      tally.note(gap: outcome.gap)
      request.patterns = [.rows]
      guard let rows = try? Planner.plan(made.settlement, request) else { continue }
      tally.compare(outcome.measures.plots, withRows: rows.measures.plots, of: "seed \(seed)")
    }
    guard let options else { return }
    let request = PlanRequest(rules: tally.book)
    let found = (try? OptionSearch.options(made.settlement, request, count: options)) ?? []
    for option in found {
      var settlement = made.settlement
      for index in settlement.houses.indices
      where option.keptHouses.contains(settlement.houses[index].reference) {
        settlement.houses[index].isLocked = true
      }
      try tally.take(
        option.outcome, of: settlement, request, as: "seed \(seed), option \(option.purpose): \(made)")
    }
  }

  private static func number(_ name: String) -> UInt64? {
    getenv(name).flatMap { UInt64(String(cString: $0)) }
  }
}

extension PlanningRandomSites {
  /// What the plans of many sites come to.
  struct Tally {
    let book: RuleBook
    private(set) var plans = 0
    private(set) var plots = 0
    private(set) var broken = 0
    private var gaps: [Double] = []
    private(set) var better = 0
    private(set) var alike = 0
    private(set) var compared = 0

    init(book: RuleBook) { self.book = book }

    var meanGap: Double { gaps.reduce(0, +) / Double(max(1, gaps.count)) }

    mutating func note(gap: Double) { gaps.append(gap) }

    mutating func compare(_ plots: Int, withRows rows: Int, of name: String) {
      compared += 1
      if plots < rows { complain("\(name): \(plots) plots, \(rows) by rows alone\n") }
      if plots > rows { better += 1 } else if plots == rows { alike += 1 }
    }

    /// Judges a plan, and says at once what is wrong with it.
    mutating func take(
      _ outcome: PlanOutcome, of settlement: Settlement, _ request: PlanRequest, as name: String
    ) throws {
      plans += 1
      plots += outcome.measures.plots
      let faults = try PlanFaults.of(outcome, on: settlement, request, book)
      guard !faults.isEmpty else { return }
      broken += 1
      complain("\(name): \(faults)\n")
    }
  }
}
