internal import Cooperative

extension BudgetRun {
  /// What is drawn for one phase, or for some together.
  struct Drawdown {
    var phases: [Int]
    /// The first month of the first of them.
    var month: Int
    var amount: Money
    var households: Int

    var words: String {
      guard let first = phases.first, let last = phases.last, first != last else {
        return "phase \(phases.first ?? 1) draws"
      }
      return "phases \(first) to \(last) draw"
    }
  }

  /// The drawdowns; without `--money` phases of fewer than five households are told of together with those after them.
  var drawdowns: [Drawdown] {
    var all: [Drawdown] = []
    for phase in cashFlow.drawdowns {
      if let last = all.last, last.households < SmallCount.least, hasRoster, !writesMoney {
        let place = all.count - 1
        all[place].phases.append(phase.phase)
        all[place].amount = last.amount + phase.amount
        all[place].households += phase.households
      } else {
        all.append(
          Drawdown(
            phases: [phase.phase], month: phase.month, amount: phase.amount, households: phase.households))
      }
    }
    // The last one may be small still.
    if let last = all.last, all.count > 1, last.households < SmallCount.least, hasRoster, !writesMoney {
      all.removeLast()
      let place = all.count - 1
      all[place].phases += last.phases
      all[place].amount = all[place].amount + last.amount
      all[place].households += last.households
    }
    return all
  }

  /// Whether a phase is so small that its months would tell of single households.
  var hidesMonths: Bool {
    hasRoster && !writesMoney && cashFlow.drawdowns.contains { $0.households < SmallCount.least }
  }
}
