internal import Cartography
internal import CommandLineKit
internal import Cooperative
internal import Settlement

/// One run of `klong map --sheet programme` or `--sheet landowner`.
struct ProgrammePrint {
  let terms: MapTerms
  let console: Console
  let programme: ProgrammeRun

  init(_ terms: MapTerms, paths: [String], options: IntakeOptions, console: Console) throws {
    guard paths.count == 1 else {
      throw UsageError(
        "a programme's sheets are of one folder or one list", remedy: "name one; a list may name any file")
    }
    (self.terms, self.console) = (terms, console)
    programme = try ProgrammeRun(paths[0], ProgrammeTerms(terms.programme), options, console)
  }

  func run() throws -> ExitCode {
    programme.tellFiles(console)
    let typesetter = try Typesetter(family: terms.language.font)
    let style = MapStyle(
      language: terms.language, usesThaiDigits: terms.usesThaiDigits, isColoured: terms.isColoured)
    let subject = MapSubject(
      settlement: Settlement(), plan: Plan(), title: terms.title ?? "", digest: "", systemName: "",
      gridScale: 1, convergence: 0, version: terms.version, isAgreed: terms.isAgreed, date: terms.date)
    let maker = SheetMaker(subject, style: style, typesetter: typesetter)
    let files = terms.sheets.contains(.landowner) ? try landowners(maker) : [overview(maker)]
    let pages = files.flatMap(\.pages)
    let batch = OutputBatch(console: console, protecting: programme.inputs + terms.inputs)
    let writer = SheetWriter(terms: terms, typesetter: typesetter, reference: nil)
    for file in files { try writer.write(file.pages, file.name, to: batch) }
    try batch.commit()
    if terms.output != "/dev/null" {
      console.note("\(counted(pages.count, "page")) written to \(terms.output)")
    }
    let isLegible = terms.isLinted ? try SheetWriter.lint(pages, console) : true
    return programme.code == .done && !isLegible ? .findings : programme.code
  }

  private func overview(_ maker: SheetMaker) -> (name: String, pages: [SheetPage]) {
    (SheetKind.programme.rawValue, maker.programme(ProgrammeFigures(programme), paper: terms.paper))
  }

  /// All owners in one file, or each in a file of its own.
  private func landowners(_ maker: SheetMaker) throws(Refusal) -> [(name: String, pages: [SheetPage])] {
    let owners = LandownerFigures.all(of: programme, terms.programme)
    if owners.unowned > 0 {
      console.note("\(counted(owners.unowned, "project")) without a landowner: on no sheet")
    }
    guard !owners.figures.isEmpty else {
      throw Refusal(
        problem: "there is no landowner to make a sheet for",
        remedy: "state landowners in the column landowner of the list"
          + (terms.programme.options.isEmpty ? "" : ", or ask for another with --landowner and --network"))
    }
    let files = owners.figures.enumerated().map { place, figures in
      maker.landowner(figures, number: place + 1, paper: terms.paper ?? .a4)
    }
    let name = SheetKind.landowner.rawValue
    return terms.writesEach
      ? files.enumerated().map { ("\(name)-\($0 + 1)", $1) } : [(name, files.flatMap(\.self))]
  }
}

extension LandownerFigures {
  /// A sheet for each landowner that anybody stated, and how many projects have none.
  fileprivate static func all(
    of run: ProgrammeRun, _ terms: ProgrammeSheetTerms
  ) -> (figures: [LandownerFigures], unowned: Int) {
    let groups = ProgrammeGroups(.landowner, run.projects, run.told).groups
    let unowned = groups.first { $0.name == ProjectFigures.notStated }?.projects.count ?? 0
    let owners = groups.filter { group in
      group.name != ProjectFigures.notStated && terms.landowner.map { $0 == group.name } ?? true
    }
    return (owners.map { LandownerFigures($0, network: terms.network, run.told) }, unowned)
  }

  private init(_ group: ProgrammeGroups.Group, network: String?, _ told: ToldProjects) {
    var whole = ProgrammeFigures.Row(group, by: .landowner)
    whole.projects = group.tally.projects
    // What nobody knows is no zero.
    let isKnown = group.isTold && group.projects.contains { $0.siteSquareMetres != nil }
    self.init(
      owner: group.name, network: network, sites: group.projects.map { Site($0, told) },
      together: Site(row: whole, landSquareMetres: isKnown ? group.tally.siteSquareMetres : nil),
      withoutMoney: whole.budgets.isEmpty ? 0 : group.tally.withoutReckoning,
      leastFamilies: SmallCount.least)
  }
}

extension LandownerFigures.Site {
  fileprivate init(_ project: ProjectFigures, _ told: ToldProjects) {
    let isTold = told.tells(project) && project.problems.isEmpty
    let lines = [[ProgrammeEntry.Key.city, .canal], [.cooperative]].map { keys in
      keys.map { project[$0] }.filter { $0 != ProjectFigures.notStated }.joined(separator: ", ")
    }
    self.init(
      row: ProgrammeFigures.Row(project, isUnsaid: !told.tells(project)),
      places: lines.filter { !$0.isEmpty },
      status: ProgrammeFigures.Status(rawValue: project[.status]) ?? .unread,
      landSquareMetres: isTold ? project.siteSquareMetres : nil)
  }
}

extension ProgrammeFigures {
  /// As far as klong programme tells it: the same groups, and the same figures that stay unsaid.
  fileprivate init(_ run: ProgrammeRun) {
    let kinds: [(ProgrammeEntry.Key, Part.Kind)] = [
      (.status, .byStatus), (.city, .byCity), (.canal, .byCanal), (.landowner, .byLandowner),
    ]
    let groups = kinds.map { key, kind in
      let groups = ProgrammeGroups(key, run.projects, run.told)
      return Part(kind: kind, rows: groups.groups.map { Row($0, by: key) })
    }
    let lists = ProgrammeGroups(.status, run.projects, run.told).groups.map { group in
      Part(
        kind: .projects(Status(rawValue: group.name) ?? .unread),
        rows: group.projects.map { Row($0, isUnsaid: !run.told.tells($0)) })
    }
    var whole = run.tellsTotal ? Row(run.total, name: nil) : Row(name: nil, standing: .unsaid)
    whole.projects = run.total.projects
    self.init(
      together: whole, inBreach: run.total.projectsInBreach, unread: run.total.unread,
      grants: run.total.families > 0 ? Amount(run.total.grants, run.costs.currency) : nil,
      grantsSource: run.costs.id, isInvented: run.costs.isInvented, withoutMoney: run.total.withoutReckoning,
      parts: groups + lists,
      leastFamilies: SmallCount.least)
  }
}

extension ProgrammeFigures.Amount {
  fileprivate init(_ amount: Money, _ currency: String?) {
    self.init(amount.description, currency == ProgrammeTally.noCurrency ? "" : currency ?? "")
  }
}

extension ProgrammeFigures.Row {
  fileprivate init(_ tally: ProgrammeTally, name: String?) {
    self.init(
      name: name, standing: .told, families: tally.families, plots: tally.plots, without: tally.gap,
      findings: tally.breaches, unplanned: tally.unplanned,
      budgets: tally.budgets.sorted { $0.key < $1.key }.map { ProgrammeFigures.Amount($1.sum, $0) })
  }

  fileprivate init(_ group: ProgrammeGroups.Group, by key: ProgrammeEntry.Key) {
    let name = group.name == ProjectFigures.notStated ? nil : group.name
    if !group.isTold {
      self.init(name: name, standing: .unsaid)
    } else if key == .status, group.name == ProjectFigures.unread {
      self.init(name: name, standing: .unread)
    } else {
      self.init(group.tally, name: name)
    }
    projects = group.tally.projects
    if !group.tellsUnplanned { unplanned = nil }
  }

  fileprivate init(_ project: ProjectFigures, isUnsaid: Bool) {
    let name = project.entry.project
    if isUnsaid || !project.problems.isEmpty {
      self.init(name: name, standing: isUnsaid ? .unsaid : .unread)
      return
    }
    self.init(
      name: name, standing: .told, families: project.families, plots: project.plots, without: project.gap,
      findings: project.breaches, unplanned: project.plots == nil ? project.families ?? 0 : 0,
      budgets: project.entry.budget.map { [ProgrammeFigures.Amount($0, project.entry.currency)] } ?? [])
  }
}
