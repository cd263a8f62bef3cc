internal import Geometry
internal import Planning
internal import Settlement

extension PlanRun {
  /// The plan behind later bank lines that changes as few homes as it can, beside what a plan from nothing gives.
  func movedBank(_ anew: PlanAttempt) throws -> PlanAttempt {
    let kept = try keepingTheRest()
    var best = kept ?? anew
    var change = BankChange(loss: try BankLoss(intake, before: before, book: book, banks: banks))
    change.plots = best.plots
    if !ground.earlierPlots.isEmpty {
      let changed = best.file.header.outcome.plan.missing(best.ground.earlierPlots)
      change.changed = changed
      change.stayed = ground.earlierPlots.count - changed
      if kept != nil {
        change.anew = (anew.plots, anew.file.header.outcome.plan.missing(ground.earlierPlots))
      }
    }
    if banks.paths.count > 1 { change.alone = try alone() }
    best.add("bank", change.json, notes: change.notes)
    return best
  }

  /// What a plan from nothing gives behind each line alone.
  private func alone() throws -> [(line: BankLine, plots: Int)] {
    let later = intake.settlement.banks.filter { banks.paths.contains($0.reference.file ?? "") }
    return try banks.paths.compactMap { path in
      guard let line = later.first(where: { $0.reference.file == path }) else { return nil }
      var ground = ground
      ground.settlement.banks.removeAll {
        banks.paths.contains($0.reference.file ?? "") && $0.reference.file != path
      }
      return (line, try laidOut(on: ground).measures.plots)
    }
  }
}

extension Plot {
  /// The middle of its bounds.
  var centre: Point? { Bounds(of: area.flatMap(\.shell.points)).centre }
}
