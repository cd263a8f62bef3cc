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
  private(set) var deadline: ContinuousClock.Instant

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

  /// The same run with a part of the time that is left.
  func within(share: Double) -> PlanRun {
    var run = self
    run.deadline = .now + (deadline - .now) * share
    return run
  }

  var isPastDeadline: Bool { ContinuousClock.now >= deadline }

  /// The plan with the judgement of the independent checker, which reads the very bytes that will be written.
  ///
  /// Where a person edited an earlier plan, the rest of it stays if that is enough; else a new layout is tried too.
  func plan() throws -> PlanAttempt {
    var plan = try planByStrategy()
    if plan.plots == 0, plan.file.header.outcome.isPartial {
      throw Refusal(
        problem: "the time was over before a plot was found", remedy: "give more with --deadline",
        code: .limit)
    }
    if terms.search.isRelaxed, strategy.strategy != .relocation {
      // Once stopped, the engine still has to draw what it found.
      let end = deadline - plan.layoutTime
      if .now < end { plan.file.header.strictPlots = otherReading(on: plan.ground).plots(until: end) }
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
    guard banks.isEmpty else { return try movedBank(attempt(on: ground)) }
    guard !ground.edits.isEmpty, let kept = try keepingTheRest() else { return try attempt(on: ground) }
    if asksAsBefore, isEnough(kept) { return kept }
    let anew = try attempt(on: ground)
    return anew.isBetter(than: kept) ? anew : kept
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
      judged.layoutTime = layoutTime
      return judged
    }
  }

  /// Taking a plot out can only break the rule of another in rare cases, such as a number that is missed.
  static let mostRounds = 6

  func judged(
    _ outcome: PlanOutcome, on ground: GivenGround, _ additions: [PlanFeatures.Addition]
  ) throws -> PlanAttempt {
    var terms = terms
    terms.search.roadGapMetres = outcome.roadGapMetres ?? terms.search.roadGapMetres
    var header = PlanHeader(terms: terms, book: book, intake: intake, outcome: outcome)
    header.chapters = chapters(of: ground)
    var file = PlanFile(intake: intake, ground: ground, header: header, additions: additions)
    var reading = options
    reading.limits.fileBytes = .max
    reading.limits.positions = .max
    let again = try Intake.read(
      InputFile(path: output, bytes: file.bytes(), identity: nil), options: reading)
    // Neither knows of the other: on a large site each takes about a second.
    let (measures, report) = try Promised.both(
      { try again.measures(households: outcome.measures.households) },
      and: { try CheckReport(again, book: book, name: terms.book, strict: terms.strict) })
    file.header.measured = measures
    return PlanAttempt(ground: ground, file: file, report: report)
  }

  func otherReading(on ground: GivenGround) -> OtherReading {
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
  ///
  /// Measured on two cores with 6,000 plots along one canal: ground and fronts take 0.1 ms a plot, the search 0.3 ms, all
  /// that follows 0.8 ms and a quarter of a second besides.
  private func engineDeadline(on ground: GivenGround) -> ContinuousClock.Instant {
    let site = ground.settlement.site.reduce(0) { $0 + $1.areaInSquareMetres }
    let plots = site * 0.7 / max(1, terms.plot.areaInSquareMetres) * Double(optionCount ?? 1)
    func forEach(_ microseconds: Double) -> Duration {
      .microseconds(Int64(min(plots, 1e7) * microseconds))
    }
    let (start, rest) = (ContinuousClock.now, Duration.milliseconds(250))
    let whole = deadline - rest - forEach(850)
    // Where there is not time for all of the land, the search gets a quarter of what is left after the setting out.
    let part = start + forEach(110) + max(.zero, (deadline - start - forEach(110) - rest) / 4)
    return max(whole, min(part, start + (deadline - start) / 2))
  }

  /// What the engine cannot do, with the feature that is to blame.
  func refusing<Answer>(_ body: () throws(PlanningError) -> Answer) throws -> Answer {
    do {
      return try body()
    } catch {
      throw Refusal(error, in: intake)
    }
  }
}
