import Compliance
import Geometry
import Glibc
import Planning
import Regulations
import Settlement
import SyntheticSettlements

/// A city's programme: as many plots as it counts, over many sites along all real canals, each judged by the checker.
struct Programme: Benchmark {
  static let name = "programme"

  /// A figure of the issue: as many homes as the programme is to plan. `KLONG_PLOTS=5000` plans fewer.
  var wanted = getenv("KLONG_PLOTS").flatMap { Int(String(cString: $0)) } ?? 91_805

  private struct Planned: Sendable {
    var plots = 0
    var gap = 0.0
    /// More plots than any layout of rows along the water can have.
    var beatsParallel = false
    var breaches: String?
  }

  func run() throws -> [Row] {
    guard let canals = try RealCanals.read() else {
      complain("\(Self.name): \(RealCanals.missing)\n")
      return []
    }
    let book = try RuleBook.builtIn("thailand-mr55")
    let sites = try Self.sites(along: canals)
    var planned: [Planned] = []
    var seconds = 0.0
    PeakMemory.reset()
    var next = 0
    while planned.reduce(0, { $0 + $1.plots }) < wanted, next < sites.count {
      let batch = Array(sites[next..<min(next + 32, sites.count)])
      next += batch.count
      let (outcomes, time) = Stopwatch.time {
        Parallel.map(batch) { site in Result { try Planner.plan(site, PlanRequest(rules: book)) } }
      }
      seconds += time
      planned += Parallel.map(Array(zip(batch, outcomes))) { Self.judged($0, $1, book) }
    }
    let plots = planned.reduce(0) { $0 + $1.plots }
    for (index, site) in planned.enumerated() {
      if let words = site.breaches { complain("programme, site \(index): \(words)\n") }
    }
    try expect(planned.count { $0.breaches != nil }, toBe: 0, of: "sites of the programme that break a rule")
    try expect(plots >= wanted, toBe: true, of: "plots of the programme, \(plots)")
    let share = Double(planned.count(where: \.beatsParallel)) / Double(max(1, planned.count))
    let gap = planned.reduce(0) { $0 + $1.gap } / Double(max(1, planned.count))
    return [
      Row(
        name: Self.name, amount: "\(planned.count) sites, \(plots) plots", seconds: seconds,
        rate:
          "mean gap \(Table.rounded(gap * 100, to: 1)) %, \(Table.rounded(share * 100, to: 0)) % beat all parallel rows"
      )
    ]
  }

  private static func judged(
    _ site: Settlement, _ outcome: Result<PlanOutcome, any Error>, _ book: RuleBook
  ) -> Planned {
    var planned = Planned()
    do {
      let outcome = try outcome.get()
      planned.plots = outcome.measures.plots
      planned.gap = outcome.gap
      planned.beatsParallel =
        planned.plots > outcome.bounds.first { $0.name == "strip-parallel" }?.plots ?? .max
      let faults = try PlanFaults.of(outcome, on: site, PlanRequest(rules: book), book)
      if !faults.isEmpty { planned.breaches = faults }
    } catch {
      planned.breaches = "\(error)"
    }
    return planned
  }

  /// Strips beside both banks of every canal, of seeded lengths, depths and distances.
  private static func sites(along canals: RealCanals) throws -> [Settlement] {
    var draw = SeededDraw(seed: 1)
    var sites: [Settlement] = []
    for canal in canals.lines where canal.lengthInMetres > 200 {
      let width = draw.number(from: 8, to: 38).rounded()
      for isLeft in [true, false] {
        var along = draw.number(from: 20, to: 80)
        while true {
          let length = draw.number(from: 80, to: 300)
          guard along + length < canal.lengthInMetres - 20 else { break }
          let strip = BankStrip(
            canal: canal, canalWidthMetres: width, fromMetres: along, toMetres: along + length,
            isLeft: isLeft, depthMetres: draw.number(from: 12, to: 50).rounded())
          if let site = try strip.settlement(),
            site.site[0].areaInSquareMetres > 0.5 * length * strip.depthMetres
          {
            sites.append(site)
          }
          along += length + draw.number(from: 10, to: 60)
        }
      }
    }
    return sites
  }
}
