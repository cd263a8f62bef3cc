import Compliance
import Geometry
import Settlement

/// A plan as a person draws one: a canal south of y = 0, a walkway from y = 3 to 6, a row of plots that fronts on it,
/// 2 m of open ground, a row that fronts on a lane at the back, and a public road in the west. Nothing is claimed.
struct HandPlan {
  var settlement = Settlement()
  var plan = Plan()
  var statement: PlanStatement?

  static let walkway = 0
  static let lane = 1

  init(unitsInRow: Int = 9, rearGap: Double = 2) throws {
    settlement.site = [try Self.box(0, 0, 60, 40)]
    settlement.canals = [
      Canal(
        reference: .init(index: 1), name: "khlong", area: [try Self.box(-50, -25, 110, 0)], widthMetres: 25)
    ]
    settlement.roads = [Road(reference: .init(index: 2), area: [try Self.box(-6, -5, 0, 45)])]
    let back = 13 + rearGap
    plan.lanes = [
      Lane(reference: .init(index: 3), use: .walkway, area: [try Self.box(0, 3, 60, 6)]),
      Lane(reference: .init(index: 4), use: .lane, area: [try Self.box(0, back + 7, 60, back + 10)]),
    ]
    for unit in 0..<unitsInRow { try add(x: 4 + Double(unit) * 4, y: 6) }
    for unit in 0..<unitsInRow { try add(x: 4 + Double(unit) * 4, y: back) }
  }

  /// A plot of 4 by 7 m with its south-west corner there.
  mutating func add(x: Double, y: Double, width: Double = 4, depth: Double = 7) throws {
    let index = 10 + plan.plots.count
    plan.plots.append(
      Plot(reference: .init(index: index), area: [try Self.box(x, y, x + width, y + depth)]))
  }

  mutating func reshape(_ plot: Int, _ corners: [(Double, Double)]) throws {
    plan.plots[plot].area = [try Polygon(corners: corners.map { Point(x: $0.0, y: $0.1) })]
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Polygon {
    try Polygon(
      corners: [(west, south), (east, south), (east, north), (west, north)].map { Point(x: $0.0, y: $0.1) })
  }

  func report() throws -> Report {
    try Checker(book: TestBook.thailand)
      .check(CheckedLayout(settlement: settlement, plan: plan, statement: statement))
  }

  /// The rules that are broken, each once, in alphabetical order.
  func broken() throws -> [String] {
    Set(try report().findings.filter { $0.verdict == .breach }.map(\.rule.id)).sorted()
  }
}
