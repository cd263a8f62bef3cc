import Planning
import SyntheticSettlements
import Testing

/// No bound is below what a legal layout reaches.
@Suite struct BoundTests {
  /// Little sites, searched through by brute force on a grid of a metre; strict and relaxed in turn.
  @Test func noSearchPassesABound() throws {
    var exact = 0
    var tight = 0
    for seed in UInt64(0)..<400 {
      let site = SmallSite(seed: seed)
      let isRelaxed = seed % 3 == 2
      guard
        let outcome = try RandomSiteTests.outcome(
          site.settlement(), site.request(isRelaxed: isRelaxed))
      else { continue }
      let search = ExactSearch(site, isRelaxed: isRelaxed)
      if search.isExact { exact += 1 }
      let most = max(search.best.count, outcome.measures.plots)
      for bound in outcome.bounds where bound.isGeneral {
        #expect(most <= bound.plots, "seed \(seed): \(bound.name) of \(site)")
      }
      if search.looksOneWay {
        for bound in outcome.bounds where ["levels", "rows-one-way"].contains(bound.name) {
          #expect(search.best.count <= bound.plots, "seed \(seed): \(bound.name) of \(site)")
        }
      }
      if most == outcome.bound { tight += 1 }
    }
    #expect(exact >= 300)
    // A bound that is far too high would pass everything else.
    #expect(tight >= 20)
  }

  /// Plans of random settlements, strict and relaxed, against each bound that holds for all layouts.
  @Test(arguments: UInt64(100)..<110) func noPlanPassesABound(seed: UInt64) throws {
    var traits = SyntheticSettlement.Traits.random(seed: seed)
    traits.lengthMetres = min(traits.lengthMetres, 100)
    let made = try SyntheticSettlement.made(traits, seed: seed)
    for isRelaxed in [false, true] {
      var request = PlanRequest(rules: TestBook.book)
      request.isRelaxed = isRelaxed
      request.plotsMayReachIntoSetback = seed % 2 == 1
      guard let outcome = try RandomSiteTests.outcome(made.settlement, request) else { continue }
      for bound in outcome.bounds where bound.isGeneral {
        #expect(outcome.measures.plots <= bound.plots, "\(made), \(bound.name)")
      }
    }
  }

  /// A plan is still possible after some of its plots were decided, so no bound may fall below it.
  @Test func decidedPlotsLeaveThePlanPossible() throws {
    for seed in UInt64(0)..<90 {
      let site = SmallSite(seed: seed)
      let request = site.request(isRelaxed: seed % 3 == 2)
      var settlement = try site.settlement()
      guard let first = try RandomSiteTests.outcome(settlement, request), first.plan.plots.count > 1 else {
        continue
      }
      settlement.plots = first.plan.plots.enumerated().compactMap { number, plot in
        guard (number + Int(seed)) % 3 == 0 else { return nil }
        var decided = plot
        decided.isLocked = true
        return decided
      }
      guard let again = try RandomSiteTests.outcome(settlement, request) else { continue }
      for bound in again.bounds where bound.isGeneral {
        #expect(first.measures.plots <= bound.plots, "seed \(seed): \(bound.name) of \(site)")
        #expect(again.measures.plots <= bound.plots, "seed \(seed): \(bound.name) of \(site)")
      }
    }
  }

  /// Published for the test bed, strict (facts/layout.md §4.6), and the first of our own.
  @Test(arguments: [
    ("area", 335), ("corner-safe", 303), ("two-sided", 287), ("strip-parallel", 250),
    ("strip-perpendicular", 270), ("rows", 285), ("levels", 274),
  ])
  func siteA(name: String, plots: Int) throws {
    let outcome = try Planner.plan(SyntheticSettlement.siteA().settlement, TestBedTests.request)
    #expect(outcome.bounds.first { $0.name == name }?.plots == plots)
    #expect(outcome.bound == 285)
  }

  /// 47 plots are the most on a strip of 12 m, as long as rows stand along or square to the canal.
  @Test func narrowStripIsFull() throws {
    let outcome = try Planner.plan(
      SyntheticSettlement.strip(depthMetres: 12).settlement, TestBedTests.request)
    let levels = try #require(outcome.bounds.first { $0.name == "levels" })
    #expect(levels.plots == 47)
    #expect(outcome.measures.plots == 47)
    #expect(!levels.isGeneral)
  }
}
