internal import Cooperative

extension ProgrammeRun {
  func text(width: Int) -> String {
    var page = Page(width: width)
    page.list("Projects that could not be read whole", problems, showsAll: true) {
      $0.text.replacing("\n", with: " ")
    }
    page.title("The programme: \(counted(total.projects, "project"))")
    if tellsTotal {
      tell(total, in: &page)
    } else {
      page.line("fewer than \(SmallCount.least) families: no figures")
    }
    for note in notes { page.line(note) }
    page.list("Not a plan, passed over", passedOver, showsAll: true) { $0 }
    page.list("Counted with what was made from it", joined, showsAll: true) {
      "\($0.source): with \($0.result)"
    }
    if sheet {
      tellSheets(in: &page)
    } else {
      for key in keys.isEmpty ? [.status, .city, .canal, .landowner] : keys { tell(key, in: &page) }
    }
    let withGap = projects.filter { ($0.gap ?? 0) > 0 && told.tells($0) }
    page.list("Projects with families without a plot", withGap) { "\($0.entry.project): \($0.gap ?? 0)" }
    let inBreach = projects.filter { ($0.breaches ?? 0) > 0 && told.tells($0) }
    page.list("Projects that break a rule", inBreach) {
      "\($0.entry.project): \(counted($0.breaches ?? 0, "finding"))"
    }
    page.line("grants are reckoned by the cost book \(costs.id): \(costs.title)")
    return page.text
  }

  private func tell(_ tally: ProgrammeTally, in page: inout Page) {
    page.line(
      "\(grouped(Double(tally.families))) families, \(grouped(Double(tally.plots))) plots, "
        + "\(grouped(Double(tally.gap))) families without one where there is a plan")
    page.line(
      "\(counted(tally.breaches, "finding")) that break a rule, in \(counted(tally.projectsInBreach, "project"))"
    )
    for (currency, budget) in tally.budgets.sorted(by: { $0.key < $1.key }) {
      let mean = budget.sum.times(1, over: Int128(max(1, budget.projects)))
      page.line(
        "stated budgets: \(budget.sum.grouped) \(currency) in \(counted(budget.projects, "project")), "
          + "\(mean.grouped) each on average")
    }
    page.line("grants: \(tally.grants.grouped) \(costs.currency)")
    if let cost = tally.cost, let loans = tally.loans {
      page.line("works and houses: \(cost.grouped) \(costs.currency), of it loans \(loans.grouped)")
    }
    if tally.withoutReckoning > 0 {
      page.line(
        "sums of money are without \(counted(tally.withoutReckoning, "project")) whose figures are not told")
    }
    if let taken = tally.plotsTaken {
      page.line("by the later bank line: \(counted(taken, "plot")) too near the water")
    }
    if let other = tally.otherGrants {
      page.line("with the changed subsidy: \(other.grouped), \((other - tally.grants).grouped) more")
    }
  }

  private func tell(_ key: ProgrammeEntry.Key, in page: inout Page) {
    let groups = ProgrammeGroups(key, projects, told)
    page.title("By \(key.rawValue)")
    for group in groups.groups {
      page.line(
        "\(group.name): \(counted(group.tally.projects, "project"))\(words(group.tally, group.isTold))"
      )
    }
  }

  private func words(_ tally: ProgrammeTally, _ isTold: Bool) -> String {
    guard isTold else {
      return "; figures not told: fewer than \(SmallCount.least) families, or they would tell of such"
    }
    let budgets = tally.budgets.sorted { $0.key < $1.key }.map { ", \($0.value.sum.grouped) \($0.key)" }
      .joined()
    let taken = tally.plotsTaken.map { ", \(counted($0, "plot")) taken by the later line" } ?? ""
    return ", \(tally.families) families, \(tally.plots) plots, \(tally.gap) without, "
      + "\(counted(tally.breaches, "finding"))\(budgets)\(taken)"
  }

  private func tellSheets(in page: inout Page) {
    let groups = ProgrammeGroups(.landowner, projects, told)
    for group in groups.groups {
      page.title("Landowner: \(group.name), \(counted(group.tally.projects, "site"))")
      for project in group.projects {
        var own = ProgrammeTally()
        let isTold = told.tells(project)
        own.add(project, isTold: isTold)
        page.line(
          "\(project.entry.project), \(project[.city]), \(project[.canal]), \(project[.status])"
            + words(own, isTold) + (isTold ? site(own) : ""))
      }
      page.line("together\(words(group.tally, group.isTold))\(group.isTold ? site(group.tally) : "")")
    }
  }

  private func site(_ tally: ProgrammeTally) -> String { ", land \(grouped(tally.siteSquareMetres)) m²" }
}
