internal import Cartography
internal import CommandLineKit
internal import Cooperative
internal import Settlement

/// One run of `klong map --sheet programme`.
struct ProgrammePrint {
  let terms: MapTerms
  let console: Console
  let programme: ProgrammeRun

  init(_ terms: MapTerms, paths: [String], options: IntakeOptions, console: Console) throws {
    guard paths.count == 1 else {
      throw UsageError(
        "the programme's sheet is of one folder or one list", remedy: "name one; a list may name any file")
    }
    (self.terms, self.console) = (terms, console)
    programme = try ProgrammeRun(paths[0], ProgrammeTerms(), options, console)
  }

  func run() throws -> ExitCode {
    programme.tellFiles(console)
    let typesetter = try Typesetter(family: terms.language.font)
    let style = MapStyle(
      language: terms.language, usesThaiDigits: terms.usesThaiDigits, isColoured: terms.isColoured)
    let subject = MapSubject(
      settlement: Settlement(), plan: Plan(), title: terms.title ?? "", digest: "", systemName: "",
      gridScale: 1, convergence: 0, version: terms.version, isAgreed: terms.isAgreed, date: terms.date)
    let pages = SheetMaker(subject, style: style, typesetter: typesetter).programme(
      ProgrammeFigures(programme), paper: terms.paper)
    let batch = OutputBatch(console: console, protecting: programme.inputs + terms.inputs)
    try SheetWriter(terms: terms, typesetter: typesetter, reference: nil).write(
      pages, SheetKind.programme.rawValue, to: batch)
    try batch.commit()
    if terms.output != "/dev/null" {
      console.note("\(counted(pages.count, "page")) written to \(terms.output)")
    }
    let isLegible = terms.isLinted ? try SheetWriter.lint(pages, console) : true
    return programme.code == .done && !isLegible ? .findings : programme.code
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
      together: whole, inBreach: run.total.projectsInBreach, unread: run.total.unread, parts: groups + lists,
      leastFamilies: SmallCount.least)
  }
}

extension ProgrammeFigures.Row {
  fileprivate init(_ tally: ProgrammeTally, name: String?) {
    self.init(
      name: name, standing: .told, families: tally.families, plots: tally.plots, without: tally.gap,
      findings: tally.breaches, unplanned: tally.unplanned)
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
      findings: project.breaches, unplanned: project.plots == nil ? project.families ?? 0 : 0)
  }
}
