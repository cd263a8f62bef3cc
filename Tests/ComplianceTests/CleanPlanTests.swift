import Compliance
import Settlement
import SyntheticSettlements
import Testing

/// A plan that keeps every rule must pass without a word but for norms.
@Suite struct CleanPlanTests {
  static let statement = PlanStatement(
    plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
    rowMaximumUnits: 10, rowMaximumMetres: 40, rowGapMetres: 4)

  @Test(arguments: [1, 9, 18, 450, 1000])
  func findsNothing(plots: Int) throws {
    let made = try SyntheticPlan.made(plots: plots)
    let book = TestBook.thailand
    for statement in [nil, Self.statement] {
      let layout = CheckedLayout(settlement: made.settlement, plan: made.plan, statement: statement)
      let report = try Checker(book: book).check(layout)
      #expect(report.summary.checked == plots)
      let bad = report.findings.filter { $0.verdict != .norm }
      #expect(bad.isEmpty, "\(bad.prefix(5).map(\.message))")
    }
  }
}
