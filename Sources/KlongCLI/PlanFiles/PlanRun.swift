internal import CommandLineKit
internal import Compliance
internal import Planning
internal import Regulations
internal import Settlement

/// One run of `klong plan`, from the options to a checked plan.
struct PlanRun {
  let output: String
  let intake: Intake
  let terms: PlanTerms
  let book: RuleBook
  let ground: GivenGround
  let console: Console
  /// How many plans to choose from are asked for; nil where one is.
  let optionCount: Int?
  private let options: IntakeOptions
  private let deadline: ContinuousClock.Instant
  /// Of a relaxed plan: how many plots a strict one would have.
  private var strictPlots: Int?
  private var layoutTime = Duration.zero

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
    intake = try Intake.read(paths: arguments.positionals, options: options, console: console)
    // Known before the work begins, not after a minute of it.
    for name in Self.files(output, count: optionCount) {
      try OutputFile.check(name, protecting: intake.sources.map(\.identity))
    }
    ground = try GivenGround(intake)
    terms.households = terms.households ?? ground.houses
    self.terms = terms
  }

  /// The files to be written.
  private static func files(_ output: String, count: Int?) -> [String] {
    count.map { (0..<$0).map { optionFile(output, $0) } } ?? [output]
  }

  var isPastDeadline: Bool { ContinuousClock.now >= deadline }

  /// The plan with the judgement of the independent checker, which reads the very bytes that will be written.
  ///
  /// Plots that the checker finds at fault are taken out and the rest is judged again.
  mutating func plan() throws -> (file: PlanFile, report: CheckReport) {
    let outcome = try laidOut()
    strictPlots = terms.search.isRelaxed ? otherReading.plots(until: deadline) : nil
    let run = self
    return try console.progress("checking the plan") { _ in try run.checked(outcome, on: run.ground) }
  }

  /// A layout of some ground as a file, checked and measured.
  func checked(_ outcome: PlanOutcome, on ground: GivenGround) throws -> (file: PlanFile, report: CheckReport)
  {
    var outcome = outcome
    var judged = try judged(outcome, on: ground)
    for _ in 0..<Self.mostRounds {
      guard let better = outcome.without(judged.report.report.findings) else { break }
      outcome = better
      judged = try self.judged(outcome, on: ground)
    }
    judged.file.header.measured = try judged.report.measured(households: outcome.measures.households)
    return judged
  }

  /// Taking a plot out can only break the rule of another in rare cases, such as a number that is missed.
  private static let mostRounds = 3

  private func judged(_ outcome: PlanOutcome, on ground: GivenGround) throws -> (
    file: PlanFile, report: CheckReport
  ) {
    let header = PlanHeader(
      terms: terms, book: book, intake: intake, outcome: outcome, strictPlots: strictPlots)
    let file = PlanFile(intake: intake, ground: ground, header: header)
    var reading = options
    reading.limits.fileBytes = .max
    reading.limits.positions = .max
    let again = try Intake.read(
      InputFile(path: output, bytes: file.bytes(), identity: nil), options: reading)
    return (file, try CheckReport(again, book: book, name: terms.book, strict: terms.strict))
  }

  private var otherReading: OtherReading {
    OtherReading(
      settlement: ground.settlement, request: terms.request(rules: book, warn: { _ in }))
  }

  /// The request for the engine, which ends at the deadline.
  func request() -> PlanRequest {
    let deadline = deadline
    var request = terms.request(rules: book, warn: console.warn)
    request.isCancelled = { ContinuousClock.now >= deadline }
    return request
  }

  private mutating func laidOut() throws -> PlanOutcome {
    let start = ContinuousClock.now
    defer { layoutTime = .now - start }
    let request = request()
    do {
      return try console.progress("laying out plots") { _ in try Planner.plan(ground.settlement, request) }
    } catch let error as PlanningError {
      throw Refusal(error, in: intake)
    }
  }

  /// Says what came out, and what would fit all where somebody is left over.
  func tell(_ outcome: PlanOutcome, _ report: CheckReport) {
    let measures = outcome.measures
    let size = terms.search.sizes.isEmpty ? " of \(written(terms.plot))" : ""
    console.note(
      "\(counted(measures.plots, "plot"))\(size); no plan can have more than \(outcome.bound) "
        + "(gap \(fixed(outcome.gap * 100, decimals: 1)) %)")
    console.tell(measures, isSpineAsked: terms.search.spineWidthMetres != nil)
    tellOfReadings(outcome)
    if !ground.kept.isEmpty { console.note("\(counted(ground.kept.count, "feature")) kept as drawn by hand") }
    if outcome.isPartial { console.warn("the deadline passed: this is the best plan found so far") }
    for note in outcome.notes { console.note("note: \(note)") }
    if let missing = measures.missing, let households = measures.households {
      if missing == 0 {
        console.note("room for \(counted(households, "household"))")
      } else {
        tellOfMissing(missing, of: households)
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

  /// Both readings of the rule of the row are told, the other one where it takes no long wait.
  private func tellOfReadings(_ outcome: PlanOutcome) {
    if terms.search.isRelaxed {
      console.note(
        "relaxed: rows may touch the ends of others; "
          + (strictPlots.map { "the strict rule gives \(counted($0, "plot"))" }
            ?? "what the strict rule gives was not found out in time"))
    } else if layoutTime < OtherReading.quick, !outcome.isPartial,
      let relaxed = otherReading.plots(until: min(deadline, .now + OtherReading.quick * 2))
    {
      let most = relaxed > outcome.measures.plots ? counted(relaxed, "plot") : "no more plots"
      console.note("rows that touch the ends of others (--relaxed) would give \(most)")
    }
  }

  private func tellOfMissing(_ missing: Int, of households: Int) {
    console.warn("\(missing) of \(counted(households, "household")) are left without a plot")
    var request = terms.request(rules: book, warn: { _ in })
    let deadline = max(deadline, .now + .seconds(10))
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
