internal import Planning
internal import Regulations

extension PlanRun {
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
