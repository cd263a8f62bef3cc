internal import Cooperative

/// Sums over projects.
struct ProgrammeTally {
  private(set) var projects = 0
  private(set) var families = 0
  private(set) var plots = 0
  private(set) var gap = 0
  /// Families of projects without a plan.
  private(set) var unplanned = 0
  private(set) var breaches = 0
  private(set) var projectsInBreach = 0
  private(set) var unread = 0
  private(set) var siteSquareMetres = 0.0
  /// What was stated, by currency; `-` where the list names none.
  private(set) var budgets: [String: (sum: Money, projects: Int)] = [:]
  private(set) var grants = Money.zero
  private(set) var cost: Money?
  private(set) var loans: Money?
  private(set) var plotsTaken: Int?
  private(set) var otherGrants: Money?

  mutating func add(_ figures: ProjectFigures) {
    projects += 1
    families += figures.families ?? 0
    plots += figures.plots ?? 0
    gap += figures.gap ?? 0
    if figures.plots == nil { unplanned += figures.families ?? 0 }
    breaches += figures.breaches ?? 0
    if (figures.breaches ?? 0) > 0 { projectsInBreach += 1 }
    if !figures.problems.isEmpty { unread += 1 }
    siteSquareMetres += figures.siteSquareMetres ?? 0
    if let budget = figures.entry.budget {
      let old = budgets[figures.entry.currency ?? "-"] ?? (.zero, 0)
      budgets[figures.entry.currency ?? "-"] = (old.sum + budget, old.projects + 1)
    }
    grants = grants + (figures.grants ?? .zero)
    if let more = figures.cost { cost = (cost ?? .zero) + more }
    if let more = figures.loans { loans = (loans ?? .zero) + more }
    if let more = figures.change.plotsTaken { plotsTaken = (plotsTaken ?? 0) + more }
    if let more = figures.change.grants { otherGrants = (otherGrants ?? .zero) + more }
  }
}

/// Projects gathered by a property, and which of them must not be told.
struct ProgrammeGroups {
  let key: ProgrammeEntry.Key
  private(set) var groups: [Group] = []
  /// Names of groups that stay unsaid: of fewer than five families, and one more where a single one could be had by
  /// taking the others from the whole.
  private(set) var unsaid: Set<String> = []

  struct Group {
    let name: String
    private(set) var projects: [ProjectFigures] = []
    private(set) var tally = ProgrammeTally()

    init(_ name: String) { self.name = name }

    mutating func add(_ project: ProjectFigures) {
      projects.append(project)
      tally.add(project)
    }
  }

  init(_ key: ProgrammeEntry.Key, _ projects: [ProjectFigures]) {
    self.key = key
    var found: [String: Group] = [:]
    for project in projects { found[project[key], default: Group(project[key])].add(project) }
    let order = ProgrammeEntry.Status.allCases.map(\.rawValue)
    groups = found.values.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.name) ?? .max, order.firstIndex(of: b.name) ?? .max)
      return key == .status
        ? first < second : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
    unsaid = Self.unsaid(groups.map { ($0.name, $0.tally.families) })
  }

  /// Of names with their families, those whose figures stay unsaid.
  static func unsaid(_ all: [(name: String, families: Int)]) -> Set<String> {
    let small = all.filter { (1..<SmallCount.least).contains($0.families) }
    guard small.count == 1 else { return Set(small.map(\.name)) }
    let next = all.filter { $0.families >= SmallCount.least }.min { $0.families < $1.families }
    return Set((small + [next].compactMap(\.self)).map(\.name))
  }
}
