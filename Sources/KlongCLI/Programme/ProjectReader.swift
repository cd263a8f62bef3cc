internal import Compliance
internal import Cooperative
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Regulations
internal import Settlement

/// Works out the figures of a project from its files; what cannot be used becomes a problem of that project alone.
struct ProjectReader {
  let options: IntakeOptions
  /// Nil where each plan is judged by the book it was made with.
  let bookName: String?
  let strict: [String]
  let costs: CostBook
  /// The cost book with the subsidies asked about; nil where nobody asked.
  let otherCosts: CostBook?
  /// Files of later bank lines.
  let banks: [SourceFile]

  func figures(_ entry: ProgrammeEntry) -> ProjectFigures {
    var figures = ProjectFigures(entry)
    do {
      if let plan = entry.plan { try read(plan, into: &figures) }
      if let path = entry.roster {
        let file = try RosterFile(path, options: options)
        figures.inputs.append(file.identity)
        try file.requireSound()
        figures.families = entry.families ?? file.roster.households.count(where: \.needsPlot)
      }
      figures.grants = figures.families.map { costs.grants(families: $0, land: figures.entry.land ?? .same) }
      figures.change.grants = figures.families.flatMap { families in
        otherCosts.map { $0.grants(families: families, land: figures.entry.land ?? .same) }
      }
    } catch {
      figures.problems += Refusal.all(for: error)
    }
    return figures
  }

  private func read(_ path: String, into figures: inout ProjectFigures) throws {
    let file = try SourceFile(path: path, options: options)
    figures.inputs.append(file.identity)
    (figures.digest, figures.stated) = (file.digest, file.collection.members["project"]?.object)
    figures.sources = (file.klong?["inputs"]?.array ?? []).compactMap { $0["sha256"]?.string }
    if let plan = file.klong?["allocation"]?["plan"]?["sha256"]?.string { figures.sources.append(plan) }
    if let stated = figures.stated {
      figures.entry.complete(from: stated, file: path)
      figures.problems = figures.entry.faults
    }
    let intake = try Intake.read([file], options: options, console: .silent())
    let layout = try CheckedFiles(intake).layout
    let (plots, houses) = (layout.plan.plots, intake.settlement.houses)
    guard !plots.isEmpty || !houses.isEmpty || !intake.settlement.site.isEmpty else {
      // Who calls itself a project is one.
      figures.isPassedOver = figures.entry.isFound && figures.stated == nil
      if figures.isPassedOver { return }
      throw Refusal(
        file: path, problem: "neither plots, houses nor a site are in it",
        remedy: "give a plan or a survey, or leave it out")
    }
    if figures.entry.words[.canal] == nil {
      figures.entry.words[.canal] = intake.settlement.canals.lazy.compactMap(\.name).first
    }
    figures.siteSquareMetres = intake.settlement.site.reduce(0) { $0 + $1.areaInSquareMetres }
    figures.families = figures.entry.families ?? (houses.isEmpty ? plots.count : houses.count)
    figures.status = figures.entry.status ?? (plots.isEmpty ? .surveyed : .planned)
    guard !plots.isEmpty else { return }
    figures.plots = plots.count
    let book = try book(for: intake)
    let known = intake.accuracyMetres()
    let checker = Checker(book: book, accuracyMetres: known > 0 ? known : nil)
    figures.breaches = try checker.check(layout).summary.breaches
    try reckon(layout, intake, into: &figures)
    figures.change.plotsTaken = try taken(file, book)
  }

  private func book(for intake: Intake) throws -> RuleBook {
    let terms = intake.klong.map { PlanTerms(header: $0) }
    guard bookName == nil, let terms else {
      return try RuleBook.chosen(bookName ?? "thailand-mr55", lifting: strict)
    }
    return try RuleBook.chosen(
      terms.book, lifting: terms.strict + strict.filter { !terms.strict.contains($0) })
  }

  private func reckon(_ layout: CheckedLayout, _ intake: Intake, into figures: inout ProjectFigures) throws {
    guard costs.prices.contains(where: { $0.price != nil }) else { return }
    var terms = BudgetTerms(costs)
    terms.land = figures.entry.land ?? .same
    let taken = Array(layout.plan.plots.prefix(figures.families ?? .max))
    let people = taken.enumerated().map {
      BudgetHousehold(id: String($0.offset), plotSquareMetres: $0.element.areaInSquareMetres)
    }
    let quantities = try PlanQuantities(
      intake.settlement, layout.plan, taken: taken, households: people.count, fillDepthMetres: 0)
    let budget = Budget(terms, quantities: quantities.amounts, households: people)
    (figures.cost, figures.loans) = (budget.cost, budget.loans)
  }

  /// Plots that the later bank lines take; nil where none of the lines comes near.
  private func taken(_ file: SourceFile, _ book: RuleBook) throws -> Int? {
    guard !banks.isEmpty else { return nil }
    let later = LaterBanks(paths: banks.map(\.path))
    var intake = try Intake.read([file] + banks, options: options, console: .silent())
    let own = Bounds(
      of: (intake.settlement.site.flatMap(\.shell.points)
        + intake.plan.plots.flatMap(\.area).flatMap(\.shell.points)))
    let near = intake.settlement.banks.filter { bank in
      later.paths.contains(bank.reference.file ?? "")
        && Self.isNear(Bounds(of: bank.line.points), own)
    }
    guard !near.isEmpty else { return nil }
    let before = intake.settlement.withoutBanks(of: later)
    let paths = Set(near.compactMap { $0.reference.file })
    intake.settlement.banks.removeAll { bank in
      later.paths.contains(bank.reference.file ?? "") && !near.contains { $0.reference == bank.reference }
    }
    let lines = LaterBanks(paths: later.paths.filter(paths.contains))
    try intake.take(lines)
    return try BankLoss(intake, before: before, book: book, banks: lines).plots.count
  }

  private static func isNear(_ a: Bounds, _ b: Bounds) -> Bool {
    a.minimum.x < b.maximum.x + reachMetres && b.minimum.x < a.maximum.x + reachMetres
      && a.minimum.y < b.maximum.y + reachMetres && b.minimum.y < a.maximum.y + reachMetres
  }

  /// An assumption: a bank line farther than this from a site is another site's.
  private static let reachMetres = 100.0
}
