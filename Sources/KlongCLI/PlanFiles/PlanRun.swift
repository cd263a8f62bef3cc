internal import CommandLineKit
internal import Compliance
internal import JSON
internal import Planning
internal import Regulations
internal import Settlement

/// One run of `klong plan`, from the options to a checked plan.
struct PlanRun {
  let output: String
  let intake: Intake
  private(set) var terms: PlanTerms
  let book: RuleBook
  /// Later bank lines, and the settlement before they were known.
  let banks: LaterBanks
  let before: Settlement
  let ground: GivenGround
  let strategy: StrategyTerms
  let console: Console
  /// How many plans to choose from are asked for; nil where one is.
  let optionCount: Int?
  let options: IntakeOptions
  private let deadline: ContinuousClock.Instant

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    self.console = console
    let seconds = try arguments.seconds("deadline", default: 60, in: 0.1...86_400)
    deadline = .now + .seconds(seconds)
    guard let output = arguments.string("output") else {
      throw UsageError("no place for the plan", remedy: "add -o PLAN.geojson, or -o - for standard output")
    }
    self.output = output
    optionCount = try arguments.integer("options", in: 2...9)
    if optionCount != nil, output == "-" {
      throw UsageError(
        "several plans do not go into one output",
        remedy: "name a file with -o: PLAN.geojson becomes PLAN-A.geojson")
    }
    var terms = try PlanTerms(arguments)
    options = try IntakeOptions(arguments)
    book = try RuleBook.chosen(terms.book, lifting: terms.strict)
    guard optionCount == nil || !terms.search.triesEntrance else {
      throw UsageError(
        "--options does not go with --what-if-entrance",
        remedy: "choose a plan first, then ask of that one")
    }
    banks = LaterBanks(arguments)
    strategy = try StrategyTerms(arguments)
    guard optionCount == nil || (banks.isEmpty && strategy.strategy == .reconstruction && !strategy.hasPhases)
    else {
      throw UsageError(
        "--options goes neither with --bank nor with --strategy or --phases",
        remedy: "choose a plan first, then plan it again with the other option")
    }
    var intake = try Intake.read(
      paths: arguments.positionals + banks.paths + strategy.sites, options: options, console: console)
    before = intake.settlement.withoutBanks(of: banks)
    try intake.take(banks)
    self.intake = intake
    // Known before the work begins, not after a minute of it.
    for name in Self.files(output, count: optionCount) {
      try OutputFile.check(name, protecting: intake.sources.map(\.identity))
    }
    ground = try GivenGround(intake)
    if let header = intake.klong { terms = terms.completed(by: header, given: arguments) }
    terms.households = terms.households ?? ground.houses(outside: strategy.sites)
    self.terms = terms
  }

  /// The files to be written.
  private static func files(_ output: String, count: Int?) -> [String] {
    count.map { (0..<$0).map { optionFile(output, $0) } } ?? [output]
  }

  var isPastDeadline: Bool { ContinuousClock.now >= deadline }

  /// The plan with the judgement of the independent checker, which reads the very bytes that will be written.
  ///
  /// Where a person edited an earlier plan, the rest of it stays unless a new layout has room for more plots.
  func plan() throws -> PlanAttempt {
    var plan = try planByStrategy()
    if terms.search.isRelaxed, strategy.strategy != .relocation {
      plan.file.header.strictPlots = otherReading(on: plan.ground).plots(until: deadline)
    }
    try addUnplanned(to: &plan)
    if terms.search.triesEntrance, strategy.strategy != .relocation { try addSecondEntrance(to: &plan) }
    return plan
  }

  private func planByStrategy() throws -> PlanAttempt {
    switch strategy.strategy {
    case .onSite: return try onSite()
    case .landSharing: return try landSharing(ownerPercent: strategy.ownerPercent)
    case .relocation: return try relocation(to: strategy.sites)
    case .reconstruction, .reblock:
      let plan = try reconstruction()
      return strategy.hasPhases ? try phased(plan, transit: strategy.transitHomes) : plan
    }
  }

  private func reconstruction() throws -> PlanAttempt {
    let anew = try attempt(on: ground)
    guard banks.isEmpty else { return try movedBank(anew) }
    guard !ground.edits.isEmpty, let kept = try keepingTheRest(), kept.plots >= anew.plots else {
      return anew
    }
    return kept
  }

  /// A plan in which all that can stay of the earlier one does; nil where nothing can.
  func keepingTheRest() throws -> PlanAttempt? {
    guard !ground.earlierPlots.isEmpty else { return nil }
    let given = try CheckReport(intake, book: book, name: terms.book, strict: terms.strict)
    return try attempt(keeping: StayingPlots(on: ground, terms: terms, report: given))
  }

  private func attempt(keeping staying: StayingPlots) throws -> PlanAttempt? {
    var staying = staying
    for _ in 0..<Self.mostRounds where !staying.references.isEmpty {
      let attempt = try attempt(on: GivenGround(intake, staying: staying.references))
      guard let fewer = staying.without(attempt) else { return attempt }
      staying = fewer
    }
    return nil
  }

  /// Plots that the checker finds at fault are taken out and the rest is judged again.
  ///
  /// - Parameters:
  ///   - outcome: what was laid out already; nil lays it out.
  ///   - lanes: lanes of the ground that are new and written with the plan.
  ///   - additions: features of a strategy.
  func attempt(
    on ground: GivenGround, terms: PlanTerms? = nil, outcome given: PlanOutcome? = nil,
    adding lanes: [Lane] = [],
    additions: [PlanFeatures.Addition] = []
  ) throws -> PlanAttempt {
    var run = self
    run.terms = terms ?? self.terms
    let start = ContinuousClock.now
    var outcome = try given ?? run.laidOut(on: ground)
    let layoutTime = ContinuousClock.now - start
    outcome.plan.lanes += lanes
    return try console.progress("checking the plan") { _ in
      var judged = try run.judged(outcome, on: ground, additions)
      for _ in 0..<Self.mostRounds {
        guard let better = outcome.without(judged.report.report.findings) else { break }
        outcome = better
        judged = try run.judged(outcome, on: ground, additions)
      }
      judged.file.header.measured = try judged.report.measured(households: outcome.measures.households)
      judged.layoutTime = layoutTime
      return judged
    }
  }

  /// Taking a plot out can only break the rule of another in rare cases, such as a number that is missed.
  private static let mostRounds = 6

  func judged(
    _ outcome: PlanOutcome, on ground: GivenGround, _ additions: [PlanFeatures.Addition]
  ) throws -> PlanAttempt {
    var terms = terms
    terms.search.roadGapMetres = outcome.roadGapMetres ?? terms.search.roadGapMetres
    var header = PlanHeader(terms: terms, book: book, intake: intake, outcome: outcome)
    header.chapters = chapters(of: ground)
    let file = PlanFile(intake: intake, ground: ground, header: header, additions: additions)
    var reading = options
    reading.limits.fileBytes = .max
    reading.limits.positions = .max
    let again = try Intake.read(
      InputFile(path: output, bytes: file.bytes(), identity: nil), options: reading)
    let report = try CheckReport(again, book: book, name: terms.book, strict: terms.strict)
    return PlanAttempt(ground: ground, file: file, report: report)
  }

  private func otherReading(on ground: GivenGround) -> OtherReading {
    OtherReading(settlement: ground.settlement, request: request(on: ground, warn: { _ in }))
  }

  private func chapters(of ground: GivenGround) -> JSONObject {
    let kept = ground.settlement.plots.count
    return kept > 0 ? ["kept_plots": .count(kept)] : [:]
  }

  func laidOut(on ground: GivenGround) throws -> PlanOutcome {
    let request = request(on: ground)
    return try console.progress("laying out plots") { _ in
      try refusing { () throws(PlanningError) in try Planner.plan(ground.settlement, request) }
    }
  }

  /// The request for the engine, which ends at the deadline.
  func request(on ground: GivenGround, warn: ((String) -> Void)? = nil) -> PlanRequest {
    let deadline = engineDeadline(on: ground)
    var request = terms.request(rules: book, warn: warn ?? console.warn)
    request.earlierWays = ground.earlierWays
    request.isCancelled = { ContinuousClock.now >= deadline }
    return request
  }

  /// When the engine has to stop, so that there is time to prove, check and write what it found.
  private func engineDeadline(on ground: GivenGround) -> ContinuousClock.Instant {
    let site = ground.settlement.site.reduce(0) { $0 + $1.areaInSquareMetres }
    let plots = site * 0.7 / max(1, terms.plot.areaInSquareMetres) * Double(optionCount ?? 1)
    let left = deadline - .now
    return deadline - min(left / 2, .milliseconds(100) + .microseconds(Int64(min(plots, 1e7) * 1000)))
  }

  /// What the engine cannot do, with the feature that is to blame.
  func refusing<Answer>(_ body: () throws(PlanningError) -> Answer) throws -> Answer {
    do {
      return try body()
    } catch {
      throw Refusal(error, in: intake)
    }
  }

  /// Says what came out, and what would fit all where somebody is left over.
  func tell(_ plan: PlanAttempt) {
    let (outcome, report, ground) = (plan.file.header.outcome, plan.report, plan.ground)
    let measures = outcome.measures
    let size = terms.search.sizes.isEmpty ? " of \(written(terms.plot))" : ""
    console.note("\(counted(measures.plots, "plot"))\(size); \(standing(outcome))")
    console.tell(measures, isSpineAsked: terms.search.spineWidthMetres != nil)
    tellOfReadings(plan)
    for line in ground.editLines(report) { console.note(line) }
    if ground.stayed > 0 {
      console.note("\(counted(ground.stayed, "plot")) of the earlier plan stay as they were")
    }
    for note in plan.notes { console.note(note) }
    if outcome.isPartial { console.warn("the deadline passed: this is the best plan found so far") }
    for note in outcome.notes { console.note("note: \(note)") }
    if let missing = measures.missing, let households = measures.households {
      if missing == 0 {
        console.note("room for \(counted(households, "household"))")
      } else {
        tellOfMissing(missing, of: households, on: plan.ground)
      }
    } else if measures.plots == 0 {
      console.warn("no plot of this size fits: try a smaller --plot, --lane-width or --walkway")
    }
    console.note("check: \(report.headline)")
    if book.isUnverified {
      console.note("the rules of \(book.id) were not compared with the gazette: NOT VERIFIED")
    }
    if report.report.isBroken { console.warn("the plan breaks rules: \"klong check\" lists them") }
    if output != "-" { console.note("written to \(output)") }
  }

  /// How near the plan is to the most that is possible.
  private func standing(_ outcome: PlanOutcome) -> String {
    if outcome.isOptimal { return "no plan can have more: it is optimal" }
    let words =
      "no plan can have more than \(outcome.bound) (gap \(fixed(outcome.gap * 100, decimals: 1)) %)"
    guard let full = outcome.bounds.first(where: { $0.plots == outcome.measures.plots }),
      let family = full.family
    else { return words }
    return "\(words); of \(family), none has more"
  }

  /// Both readings of the rule of the row are told, the other one where it takes no long wait.
  private func tellOfReadings(_ plan: PlanAttempt) {
    let outcome = plan.file.header.outcome
    guard strategy.strategy != .relocation else { return }
    if terms.search.isRelaxed {
      console.note(
        "relaxed: rows may touch the ends of others; "
          + (plan.file.header.strictPlots.map { "the strict rule gives \(counted($0, "plot"))" }
            ?? "what the strict rule gives was not found out in time"))
    } else if plan.layoutTime < OtherReading.quick, !outcome.isPartial,
      let relaxed = otherReading(on: plan.ground).plots(until: min(deadline, .now + OtherReading.quick * 2))
    {
      let most = relaxed > outcome.measures.plots ? counted(relaxed, "plot") : "no more plots"
      console.note("rows that touch the ends of others (--relaxed) would give \(most)")
    }
  }

  private func tellOfMissing(_ missing: Int, of households: Int, on ground: GivenGround) {
    console.warn("\(missing) of \(counted(households, "household")) are left without a plot")
    // Where houses stay or people move away, another plot size is no answer.
    guard ![.onSite, .relocation].contains(strategy.strategy) else { return }
    var request = terms.request(rules: book, warn: { _ in })
    let deadline = deadline
    request.isCancelled = { ContinuousClock.now >= deadline }
    request.plot = request.smallestPlot
    request.sizes = []
    let search = PlotSizeSearch(settlement: ground.settlement, request: request, households: households)
    switch console.progress("looking for a plot size that fits all", { _ in search.largest() }) {
    case .found(let size, let plots):
      console.note(
        "plots of \(written(size.frontageMetres)) x \(written(size.depthMetres)) m would fit all: \(plots) "
          + "(--plot \(written(size.frontageMetres))x\(written(size.depthMetres)))")
    case .unfinished:
      console.note("the time was too short to find a plot size that fits all: give more with --deadline")
    case .none:
      console.note(
        "no plot size down to \(written(PlotSizeSearch.least.frontageMetres)) x "
          + "\(written(PlotSizeSearch.least.depthMetres)) m was found that fits all with these lanes: "
          + "try narrower lanes, or more than one storey for two households")
    }
  }
}
