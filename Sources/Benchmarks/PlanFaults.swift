import Compliance
import Planning
import Regulations
import Settlement

/// What the independent checker finds wrong with a plan, in words.
enum PlanFaults {
  /// Empty where no rule is broken and the bound holds.
  static func of(
    _ outcome: PlanOutcome, on settlement: Settlement, _ request: PlanRequest, _ book: RuleBook
  ) throws -> String {
    var request = request
    request.roadGapMetres = outcome.roadGapMetres
    let layout = CheckedLayout(
      settlement: settlement, plan: outcome.plan, statement: RandomSiteWish.statement(request))
    // Houses that stay where they are may stand too near; that is no fault of the plan.
    let found = try Checker(book: book).check(layout).findings.filter {
      $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
    }
    var faults = Set(found.map(\.rule.id)).sorted()
    if outcome.measures.plots > outcome.bound { faults.append("more plots than the bound") }
    return faults.isEmpty ? "" : (faults + [found.first?.message ?? ""]).joined(separator: " ")
  }
}
