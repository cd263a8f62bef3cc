internal import Compliance
internal import Planning
internal import Settlement

/// A plan in which what people did not touch stays as it is.
extension PlanRun {
  /// Whether the earlier plan was made on the same terms.
  var asksAsBefore: Bool {
    guard let header = intake.klong else { return true }
    var earlier = PlanTerms(header: header)
    earlier.households = terms.households
    return earlier.json == terms.json
  }

  /// Whether a plan that keeps the rest leaves nobody without a plot, breaks no rule beside the edits, and has all but
  /// one in twenty of the plots that were there.
  func isEnough(_ kept: PlanAttempt) -> Bool {
    kept.faultCount == 0 && (kept.file.header.outcome.measures.missing ?? 0) == 0
      && kept.plots * 20 >= intake.plan.plots.count * 19
  }

  /// A plan in which all that can stay of the earlier one does; nil where nothing can.
  ///
  /// The lanes stay with the plots where an edit leaves them; laying them anew may save more of the plots where not.
  func keepingTheRest() throws -> PlanAttempt? {
    guard !ground.earlierPlots.isEmpty else { return nil }
    let given = try CheckReport(intake, book: book, name: terms.book, strict: terms.strict)
    func staying(keepsWays: Bool) -> StayingLayout {
      StayingLayout(on: ground, terms: terms, report: given, keepsWays: keepsWays)
    }
    let asked = staying(keepsWays: true)
    let withWays = try attempt(keeping: asked)
    if let withWays, withWays.ground.stayed == asked.plots.count, withWays.breachCount == 0 {
      return withWays
    }
    guard let plotsAlone = try attempt(keeping: staying(keepsWays: false)) else { return withWays }
    guard let withWays, !plotsAlone.isBetter(than: withWays) else { return plotsAlone }
    return withWays
  }

  private func attempt(keeping staying: StayingLayout) throws -> PlanAttempt? {
    var staying = staying
    for _ in 0..<Self.mostRounds where !staying.plots.isEmpty {
      let attempt = try attempt(on: GivenGround(intake, staying: staying.references))
      guard let fewer = staying.without(attempt) else { return attempt }
      staying = fewer
    }
    return nil
  }
}
