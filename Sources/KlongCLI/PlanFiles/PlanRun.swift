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
  private let ground: GivenGround
  private let options: IntakeOptions
  private let deadline: ContinuousClock.Instant
  private let console: Console

  init(_ arguments: ParsedArguments, _ console: Console) throws {
    self.console = console
    let seconds = try arguments.seconds("deadline", default: 60, in: 0.1...86_400)
    deadline = .now + .seconds(seconds)
    guard let output = arguments.string("output") else {
      throw UsageError("no place for the plan", remedy: "add -o PLAN.geojson, or -o - for standard output")
    }
    self.output = output
    var terms = try PlanTerms(arguments)
    options = try IntakeOptions(arguments)
    book = try RuleBook.chosen(terms.book, lifting: terms.strict)
    intake = try Intake.read(paths: arguments.positionals, options: options, console: console)
    // Known before the work begins, not after a minute of it.
    try OutputFile.check(output, protecting: intake.sources.map(\.identity))
    ground = try GivenGround(intake)
    terms.households = terms.households ?? ground.houses
    self.terms = terms
  }

  /// The plan with the judgement of the independent checker, which reads the very bytes that will be written.
  ///
  /// Plots that the checker finds at fault are taken out and the rest is judged again.
  func plan() throws -> (file: PlanFile, report: CheckReport) {
    var outcome = try laidOut()
    return try console.progress("checking the plan") { _ in
      var judged = try judged(outcome)
      for _ in 0..<Self.mostRounds {
        guard let better = outcome.without(judged.report.report.findings) else { break }
        outcome = better
        judged = try self.judged(outcome)
      }
      return judged
    }
  }

  /// Taking a plot out can only break the rule of another in rare cases, such as a number that is missed.
  private static let mostRounds = 3

  private func judged(_ outcome: PlanOutcome) throws -> (file: PlanFile, report: CheckReport) {
    let header = PlanHeader(terms: terms, book: book, intake: intake, outcome: outcome)
    let file = PlanFile(intake: intake, ground: ground, header: header)
    var reading = options
    reading.limits.fileBytes = .max
    reading.limits.positions = .max
    let again = try Intake.read(
      InputFile(path: output, bytes: file.bytes(), identity: nil), options: reading)
    return (file, try CheckReport(again, book: book, name: terms.book, strict: terms.strict))
  }

  private func laidOut() throws -> PlanOutcome {
    let deadline = deadline
    var request = terms.request(rules: book, warn: console.warn)
    request.isCancelled = { ContinuousClock.now >= deadline }
    do {
      return try console.progress("laying out plots") { _ in try Planner.plan(ground.settlement, request) }
    } catch let error as PlanningError {
      throw Refusal(error, in: intake)
    }
  }

  /// Says what came out, and what would fit all where somebody is left over.
  func tell(_ outcome: PlanOutcome, _ report: CheckReport) {
    let measures = outcome.measures
    let size = "\(written(terms.plot.frontageMetres)) x \(written(terms.plot.depthMetres)) m"
    console.note("\(counted(measures.plots, "plot")) of \(size); \(standing(outcome))")
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

  private func tellOfMissing(_ missing: Int, of households: Int) {
    console.warn("\(missing) of \(counted(households, "household")) are left without a plot")
    var request = terms.request(rules: book, warn: { _ in })
    let deadline = max(deadline, .now + .seconds(10))
    request.isCancelled = { ContinuousClock.now >= deadline }
    let search = PlotSizeSearch(settlement: ground.settlement, request: request, households: households)
    switch console.progress("looking for a plot size that fits all", { _ in search.largest() }) {
    case .found(let size, let plots):
      console.note(
        "plots of \(written(size.frontageMetres)) x \(written(size.depthMetres)) m would fit all: \(plots) "
          + "(--plot \(written(size.frontageMetres))x\(written(size.depthMetres)))")
    case .none:
      console.note(
        "no plot size down to \(written(PlotSizeSearch.least.frontageMetres)) x "
          + "\(written(PlotSizeSearch.least.depthMetres)) m was found that fits all with these lanes: "
          + "try narrower lanes, or more than one storey for two households")
    }
  }
}

/// Without needless decimals.
private func written(_ metres: Double) -> String {
  let text = fixed(metres, decimals: 2)
  guard text.contains(".") else { return text }
  let short = String(text.reversed().drop { $0 == "0" }.reversed())
  return short.hasSuffix(".") ? String(short.dropLast()) : short
}
