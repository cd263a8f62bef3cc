internal import Compliance
internal import Planning
internal import Settlement

extension PlanOutcome {
  /// The plan without the plots that the independent checker found at fault; nil when it found none of them.
  ///
  /// The planner searches, the checker decides: a plot that is in doubt is no plot.
  func without(_ findings: [Finding]) -> PlanOutcome? {
    let breaches = findings.filter { $0.verdict == .breach }
    let rejected = Set(breaches.compactMap(\.feature.id))
    let gone = plan.plots.filter { $0.id.map(rejected.contains) ?? false }
    guard !gone.isEmpty else { return nil }
    let names = Set(gone.compactMap(\.id))
    var outcome = self
    outcome.plan.plots.removeAll { $0.id.map(names.contains) ?? false }
    outcome.plan.buildings.removeAll { $0.plot.map(names.contains) ?? false }
    outcome.measures.plots -= gone.count
    for index in outcome.measures.plotsBySize.indices {
      let size = outcome.measures.plotsBySize[index].wanted.size
      outcome.measures.plotsBySize[index].plots -= gone.count {
        $0.frontageMetres == size.frontageMetres && $0.depthMetres == size.depthMetres
      }
    }
    outcome.measures.plotSquareMetres -= gone.reduce(0) { $0 + $1.areaInSquareMetres }
    let rules = Set(breaches.filter { $0.feature.id.map(names.contains) ?? false }.map(\.rule.title)).sorted()
    outcome.notes.append(
      "\(counted(gone.count, "plot")) taken out after the independent check: \(rules.joined(separator: "; "))"
    )
    return outcome
  }
}
