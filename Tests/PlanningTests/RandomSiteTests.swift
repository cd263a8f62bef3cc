import Compliance
import GEOS
import Geometry
import Planning
import Settlement
import SyntheticSettlements
import Testing

/// Every plan of every random site keeps every rule, by a checker that shares no way of computing with the planner.
@Suite struct RandomSiteTests {
  /// 123: a lane narrower than it stated, behind a hole. 166: a canal's corner exactly between a plot and the far
  /// bank line. 310: a plot that took a hair of the walkway. 453: a plot that took a hair of a hall.
  static let seeds = Array(UInt64(0)..<8) + [68, 123, 166, 239, 310, 453]

  @Test(arguments: seeds) func keepsEveryRule(seed: UInt64) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    let request = PlanRequest(rules: TestBook.book)
    guard let outcome = try Self.outcome(made.settlement, request) else { return }
    let statement = PlanStatement(
      plotFrontageMetres: 4, plotDepthMetres: 7, laneWidthMetres: 3, walkwayWidthMetres: 3,
      rowMaximumUnits: 10, rowGapMetres: 4)
    let layout = CheckedLayout(settlement: made.settlement, plan: outcome.plan, statement: statement)
    let breaches = try Checker(book: TestBook.book).check(layout).findings.filter {
      // Houses that stay may stand too near already; that is no fault of the plan.
      $0.verdict == .breach && $0.feature.id?.hasPrefix("house") != true
    }
    let words = Set(breaches.map(\.rule.id)).sorted().joined(separator: " ")
    #expect(breaches.isEmpty, "\(made): \(words): \(breaches.prefix(2).map(\.message))")
    #expect(outcome.measures.plots <= outcome.bound, "\(made)")
  }

  /// What a map editor saves with seven decimals of a degree moves no corner by more than 8 mm.
  @Test(arguments: seeds) func openGroundBearsSevenDecimals(seed: UInt64) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    guard let outcome = try Self.outcome(made.settlement, PlanRequest(rules: TestBook.book)) else { return }
    let taken = try (outcome.plan.plots.flatMap(\.area) + outcome.plan.lanes.flatMap(\.area)).map {
      Shape.polygon($0)
    }.unaryUnion()
    for place in outcome.plan.sharedPlaces where place.use == "open" {
      for piece in place.area {
        #expect(try Shape.polygon(piece).minimumClearance() >= 0.016, "\(made)")
        #expect(try Shape.polygon(piece).distance(to: taken) >= 0.008, "\(made)")
      }
    }
  }

  /// Nil where the whole site lies in the strip beside the water.
  static func outcome(_ settlement: Settlement, _ request: PlanRequest) throws -> PlanOutcome? {
    do {
      return try Planner.plan(settlement, request)
    } catch {
      switch error {
      case .nothingLeftToPlan, .noWayIn: return nil
      default: throw error
      }
    }
  }
}
