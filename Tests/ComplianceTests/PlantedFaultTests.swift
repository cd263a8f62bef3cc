import Compliance
import Settlement
import SyntheticSettlements
import TestSupport
import Testing

/// Promise 18 of facts/reliability.md: all of 500 planted faults are found, and nothing is said of the clean plan.
@Suite struct PlantedFaultTests {
  @Test func allOfFiveHundredAreFound() throws {
    let made = try SyntheticPlan.made(plots: 72)
    var statement = CleanPlanTests.statement
    statement.plots = 72
    let clean = CheckedLayout(settlement: made.settlement, plan: made.plan, statement: statement)
    let checker = Checker(book: TestBook.thailand)
    let before = try checker.check(clean).findings.filter { $0.verdict != .norm }
    #expect(before.isEmpty, "\(before.map(\.message))")

    var planter = FaultPlanter(clean: clean, draw: SplitMix64(seed: 42))
    let kinds = FaultPlanter.Kind.allCases
    var missed: [String] = []
    for number in 0..<500 {
      let fault = try planter.plant(kinds[number % kinds.count])
      let breaches = try checker.check(fault.layout).findings.filter { $0.verdict == .breach }
      if !breaches.contains(where: { fault.rules.contains($0.rule.id) }) {
        missed.append("\(number) \(fault.name): \(breaches.map(\.rule.id))")
      }
    }
    #expect(missed.isEmpty, "\(missed.count) missed: \(missed.prefix(20))")
  }
}
