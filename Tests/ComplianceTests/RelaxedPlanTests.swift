import Compliance
import Settlement
import Testing

/// What a plan that says it is relaxed may do, and what it may not.
@Suite struct RelaxedPlanTests {
  /// A row of three plots, and 1 m beyond its end a plot that faces it, or one in line with it.
  static func plan(facing: Bool) throws -> HandPlan {
    var plan = try HandPlan(unitsInRow: 3)
    if facing {
      plan.plan.lanes.append(
        Lane(reference: .init(index: 90), use: .lane, area: [try HandPlan.box(24, 6, 27, 25)]))
      try plan.add(x: 17, y: 6, width: 7, depth: 4)
    } else {
      try plan.add(x: 17, y: 6)
    }
    return plan
  }

  @Test(arguments: [(true, false, true), (true, true, false), (false, false, true), (false, true, true)])
  func nearTheEndOfARow(facing: Bool, isRelaxed: Bool, isBroken: Bool) throws {
    var plan = try Self.plan(facing: facing)
    var statement = PlanStatement()
    statement.isRelaxed = isRelaxed
    plan.statement = statement
    let found = try plan.report().findings
    #expect(found.contains { $0.rule.id == "row-side" && $0.verdict == .breach } == isBroken)
    let told = found.filter { $0.rule.id == RuleCitation.relaxedRowEnds }
    #expect(told.isEmpty == isBroken)
    #expect(told.allSatisfy { $0.verdict == .norm && $0.measuredMetres == 1 && $0.requiredMetres == 2 })
  }

  @Test func aSizeThatThePlanDoesNotState() throws {
    var plan = try HandPlan(unitsInRow: 3)
    for index in plan.plan.plots.indices {
      plan.plan.plots[index].frontageMetres = 4
      plan.plan.plots[index].depthMetres = 7
    }
    var statement = PlanStatement()
    statement.plotSizes = [StatedPlotSize(frontageMetres: 4, depthMetres: 7)]
    plan.statement = statement
    #expect(try !plan.broken().contains("plot-size"))
    plan.plan.plots[0].depthMetres = 5
    #expect(try plan.broken().contains("plot-size"))
  }
}
