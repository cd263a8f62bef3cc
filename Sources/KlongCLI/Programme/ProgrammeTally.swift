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
  /// What was stated, by currency; ``noCurrency`` where the list names none.
  private(set) var budgets: [String: (sum: Money, projects: Int)] = [:]
  private(set) var grants = Money.zero
  private(set) var cost: Money?
  private(set) var loans: Money?
  private(set) var plotsTaken: Int?
  private(set) var otherGrants: Money?

  /// Projects whose figures stay unsaid: sums of money are without them. Grants, costs and loans follow from the number
  /// of families, and a stated budget may be one of a few.
  private(set) var withoutReckoning = 0

  static let noCurrency = "-"

  init() {}

  init(_ projects: [ProjectFigures], _ told: ToldProjects) {
    for project in projects { add(project, isTold: told.tells(project)) }
  }

  mutating func add(_ figures: ProjectFigures, isTold: Bool) {
    projects += 1
    families += figures.families ?? 0
    plots += figures.plots ?? 0
    gap += figures.gap ?? 0
    if figures.plots == nil { unplanned += figures.families ?? 0 }
    breaches += figures.breaches ?? 0
    if (figures.breaches ?? 0) > 0 { projectsInBreach += 1 }
    if !figures.problems.isEmpty { unread += 1 }
    siteSquareMetres += figures.siteSquareMetres ?? 0
    if let more = figures.change.plotsTaken { plotsTaken = (plotsTaken ?? 0) + more }
    guard isTold else {
      withoutReckoning += 1
      return
    }
    if let budget = figures.entry.budget {
      let old = budgets[figures.entry.currency ?? Self.noCurrency] ?? (.zero, 0)
      budgets[figures.entry.currency ?? Self.noCurrency] = (old.sum + budget, old.projects + 1)
    }
    grants = grants + (figures.grants ?? .zero)
    if let more = figures.cost { cost = (cost ?? .zero) + more }
    if let more = figures.loans { loans = (loans ?? .zero) + more }
    if let more = figures.change.grants { otherGrants = (otherGrants ?? .zero) + more }
  }
}
