internal import Settlement

/// Who waits where while a plan is built in phases, by the plots that households were given.
struct PhaseWaits {
  /// For each household the phase at whose start its house goes, and after which its plot is ready; from 1.
  private(set) var leaves: [Int?] = []
  private(set) var ready: [Int?] = []
  /// The number of the temporary home in which each household waits, from 1; nil for those that need none.
  private(set) var homes: [Int?] = []

  /// Nil where the plan tells of no phases.
  init?(_ intake: Intake, plots: [Plot], seats: [Int?], houses: [Int]) {
    func whole(_ reference: FeatureReference, _ name: String) -> Int? {
      intake.feature(reference).flatMap { PropertyReader($0.properties.object).whole(name) }
    }
    let phases = plots.map { whole($0.reference, "phase") }
    guard phases.contains(where: { $0 != nil }) else { return nil }
    leaves = houses.map { whole(intake.settlement.houses[$0].reference, "leaves") }
    ready = seats.map { $0.flatMap { phases[$0] } }
    homes = numberedHomes
  }

  /// Each household the lowest home that is free for all of its time, those who leave first before others: that takes as
  /// few homes as ever wait at one time.
  private var numberedHomes: [Int?] {
    var homes = [Int?](repeating: nil, count: leaves.count)
    var takenUntil: [Int] = []
    let waiting = leaves.indices.filter { waits($0) > 0 }
    for household in waiting.sorted(by: { (leaves[$0] ?? 0, $0) < (leaves[$1] ?? 0, $1) }) {
      guard let start = leaves[household], let end = ready[household] else { continue }
      if let free = takenUntil.firstIndex(where: { $0 < start }) {
        takenUntil[free] = end
        homes[household] = free + 1
      } else {
        takenUntil.append(end)
        homes[household] = takenUntil.count
      }
    }
    return homes
  }

  /// For how many phases a household lives in a temporary home.
  func waits(_ household: Int) -> Int {
    guard let leaves = leaves[household], let ready = ready[household], leaves <= ready else { return 0 }
    return ready - leaves + 1
  }

  /// One phase: whose houses go at its start, who lives in a temporary home, who moves onto a plot at its end.
  struct Phase {
    let number: Int
    var leaving: [Int] = []
    var waiting: [Int] = []
    var movingIn: [Int] = []
  }

  /// All phases in which anything happens to anybody, in order.
  var byPhase: [Phase] {
    var phases: [Int: Phase] = [:]
    func note(_ number: Int, _ part: WritableKeyPath<Phase, [Int]>, _ household: Int) {
      phases[number, default: Phase(number: number)][keyPath: part].append(household)
    }
    for household in leaves.indices {
      if let leaves = leaves[household] { note(leaves, \.leaving, household) }
      guard let ready = ready[household] else { continue }
      note(ready, \.movingIn, household)
      for phase in (0..<waits(household)).prefix(Self.mostPhases) {
        note(ready - phase, \.waiting, household)
      }
    }
    return phases.values.sorted { $0.number < $1.number }
  }

  /// More phases than this are no plan's.
  private static let mostPhases = 10_000

  /// The most households in temporary homes at one time, and household-phases in all.
  var totals: (peak: Int, phases: Int) {
    let last = (ready.compactMap(\.self) + leaves.compactMap(\.self)).max() ?? 0
    guard last > 0, last <= Self.mostPhases else { return (0, 0) }
    var waiting = Array(repeating: 0, count: last + 1)
    for household in leaves.indices {
      guard let leaves = leaves[household], let ready = ready[household], leaves <= ready else { continue }
      for phase in leaves...ready { waiting[phase] += 1 }
    }
    return (waiting.max() ?? 0, waiting.reduce(0, +))
  }
}
