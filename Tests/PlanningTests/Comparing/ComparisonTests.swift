import Geometry
import Planning
import Settlement
import Testing

@Suite struct ComparisonTests {
  /// What was done to the first plot, or to all, and what must be said of it.
  @Test(
    arguments: [
      ("nothing", [:], 18),
      ("moved a little", [.moved: 1], 17),
      ("moved far away", [.moved: 1], 17),
      ("wider", [.moved: 1, .resized: 1], 17),
      ("other number", [.renumbered: 1], 17),
      ("taken out", [.gone: 1], 17),
      ("one more", [.new: 1], 18),
      ("all counted anew", [.renumbered: 18], 0),
      ("within the rounding of a map", [:], 18),
      ("turned round", [.moved: 1], 17),
      ("given to somebody", [.household: 1], 17),
    ] as [(String, [PlotChange.Kind: Int], Int)])
  func plots(edit: String, counts: [PlotChange.Kind: Int], unchanged: Int) throws {
    let before = try TinyPlan()
    var after = before
    switch edit {
    case "moved a little": after.plan.plots[0].area = [try TinyPlan.box(3.5, 6, 7.5, 13)]
    case "moved far away": after.plan.plots[0].area = [try TinyPlan.box(50, 30, 54, 37)]
    case "wider": after.plan.plots[0].area = [try TinyPlan.box(3, 6, 8, 13)]
    case "other number":
      after.plan.plots[0].number = 77
      after.plan.plots[0].id = "P77"
    case "taken out": after.plan.plots.removeFirst()
    case "one more": try after.add(x: 50, y: 6)
    case "all counted anew":
      for index in after.plan.plots.indices {
        after.plan.plots[index].number = 18 - index
        after.plan.plots[index].id = "P\(18 - index)"
      }
    case "within the rounding of a map":
      after.plan.plots[0].area = [try TinyPlan.box(4.01, 6.01, 8.01, 13.01)]
    case "turned round": after.plan.plots[0].area = [try TinyPlan.box(2.5, 7.5, 9.5, 11.5)]
    case "given to somebody": after.plan.plots[0].household = "H1"
    default: break
    }
    let comparison = try LayoutComparison(
      from: (before.settlement, before.plan), to: (after.settlement, after.plan))
    for kind in PlotChange.Kind.allCases {
      #expect(comparison.count(kind) == counts[kind] ?? 0, "\(edit): \(kind)")
    }
    #expect(comparison.unchanged == unchanged)
  }

  /// Another plan counts from 1 as well: its plot 1 is not the first plan's plot 1 moved.
  @Test func namesOfAnotherPlanMeanNothing() throws {
    let before = try TinyPlan()
    var after = try TinyPlan()
    for index in after.plan.plots.indices {
      let row = Double(index % 9)
      after.plan.plots[index].area = [try TinyPlan.box(20 + row, 26 + row, 24 + row, 33 + row)]
    }
    let comparison = try LayoutComparison(
      from: (before.settlement, before.plan), to: (after.settlement, after.plan))
    #expect(comparison.count(.gone) == 18)
    #expect(comparison.count(.new) == 18)
  }

  @Test func aHouseholdFollowsItsPlot() throws {
    var before = try TinyPlan()
    var after = try TinyPlan()
    before.plan.plots[0].household = "H1"
    after.plan.plots[10].household = "H1"
    let comparison = try LayoutComparison(
      from: (before.settlement, before.plan), to: (after.settlement, after.plan))
    let change = try #require(comparison.plots.first { $0.before?.household == "H1" })
    #expect(change.after?.id == "P11")
    #expect(change.kinds == [.moved, .renumbered])
  }

  @Test func forWhom() throws {
    let before = try TinyPlan()
    var after = before
    // The plot under the first house goes, and so does the one nearest to the second.
    after.plan.plots.removeAll { ["P1", "P7"].contains($0.id) }
    let comparison = try LayoutComparison(
      from: (before.settlement, before.plan), to: (after.settlement, after.plan))
    let changed = comparison.houses.filter(\.isChanged)
    #expect(changed.compactMap(\.house.houseNumber) == ["1"])
    #expect(comparison.houses.count == 3)
    let second = try #require(comparison.houses.first { $0.house.houseNumber == "2" })
    #expect(second.before.nearestPlot?.id == "P7")
    #expect(second.after.nearestPlot?.id == "P8")
  }
}
