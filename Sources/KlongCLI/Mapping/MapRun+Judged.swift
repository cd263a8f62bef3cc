internal import Cartography
internal import Compliance
internal import Planning
internal import Regulations
internal import Settlement

extension MapRun {
  /// How plots and houses stand to the water, by the book that the plan was made with.
  func setbackPages() throws -> [SheetPage] {
    let terms = intake.klong.map { PlanTerms(header: $0) }
    let name = terms?.book ?? RuleBook.standardName
    let book = try RuleBook.chosen(name, lifting: terms?.strict ?? [])
    let report = try CheckReport(intake, book: book, name: name, strict: terms?.strict ?? [])
    let layout = try CheckedFiles(intake).layout
    var plots: [FeatureReference: Plot] = [:]
    for plot in layout.plan.plots { plots[plot.reference] = plot }
    var houses: [FeatureReference: House] = [:]
    for house in layout.settlement.houses { houses[house.reference] = house }
    var envelopes: [FeatureReference: BuildingEnvelope] = [:]
    for envelope in layout.plan.buildings { envelopes[envelope.reference] = envelope }
    let judgements = report.report.setbacks.map { judgement in
      let house = houses[judgement.feature]
      let plot = plots[judgement.feature]
      let number = self.terms.privacy == .public ? nil : house?.houseNumber
      return MapJudgement(
        name: plot.map(MapSubject.key) ?? number ?? envelopes[judgement.feature]?.plot ?? "",
        isHouse: house != nil,
        area: plot?.area ?? house?.footprint ?? envelopes[judgement.feature]?.area ?? [],
        verdict: judgement.verdict.onMap, measuredMetres: judgement.distanceMetres,
        requiredMetres: judgement.requiredMetres, isOverWater: judgement.isOverWater)
    }
    guard !judgements.isEmpty else { return [] }
    var seen: Set<String> = []
    let clauses = layout.plan.setbacks.map(\.clause).filter { seen.insert($0).inserted }
    return maker.setbacks(judgements, clauses: clauses.map { ($0, !book.isUnverified) })
  }

  /// What became of each plot of `--before`; nothing where no such file is given.
  func changePages() throws -> [SheetPage] {
    guard let path = terms.before else { return [] }
    let earlier = try Intake.read(paths: [path], options: intake.options, console: console)
    guard earlier.plane?.system.name == intake.plane?.system.name else {
      throw Refusal(
        file: path, problem: "it lies on another plane than the plan",
        remedy: "give plans of one place, or name one plane for both with --crs")
    }
    let (old, new) = (try CheckedFiles(earlier).layout, try CheckedFiles(intake).layout)
    let comparison = try LayoutComparison(from: (old.settlement, old.plan), to: (new.settlement, new.plan))
    let changes = comparison.plots.map { change in
      MapChange(
        before: change.before.map(MapSubject.key), after: change.after.map(MapSubject.key),
        movedMetres: change.movedMetres, squareMetresBefore: change.before?.areaInSquareMetres,
        squareMetresAfter: change.after?.areaInSquareMetres, isMoved: change.kinds.contains(.moved),
        isResized: change.kinds.contains(.resized))
    }
    return maker.change(changes, before: try MapSubject(earlier, terms: terms))
  }
}

extension Verdict {
  /// What asks nothing here breaks nothing either.
  fileprivate var onMap: MapJudgement.Verdict {
    switch self {
    case .ok, .exempt, .norm: .ok
    case .breach: .breach
    case .tooClose: .unsure
    case .unknown: .unknown
    }
  }
}
