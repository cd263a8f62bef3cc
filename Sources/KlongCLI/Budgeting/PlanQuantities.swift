internal import Cooperative
internal import Planning
internal import Settlement

/// What of a plan is paid for, measured.
struct PlanQuantities {
  let amounts: [Quantity: QuantityAmount]

  /// - Parameters:
  ///   - taken: the plots that households have: houses are built on no others.
  init(
    _ settlement: Settlement, _ plan: Plan, taken: [Plot], households: Int, fillDepthMetres: Double
  ) throws {
    let measures = try LayoutMeasures(settlement, plan)
    func ground(_ isMeant: (Lane.Use) -> Bool) -> Double {
      plan.lanes.filter { isMeant($0.use) }.reduce(0) { sum, lane in
        let drawn = lane.area.reduce(0) { $0 + $1.areaInSquareMetres }
        guard lane.area.isEmpty, let width = lane.widthMetres else { return sum + drawn }
        return sum + width * lane.centreline.reduce(0) { $0 + $1.lengthInMetres }
      }
    }
    let site = settlement.site.reduce(0) { $0 + $1.areaInSquareMetres }
    let walls = Self.walls(taken)
    let values: [Quantity: Double] = [
      .lane: ground { $0 != .walkway }, .walkway: ground { $0 == .walkway },
      .drain: measures[.laneLength] ?? 0, .pipe: measures[.laneLength] ?? 0,
      .bankWall: measures[.walkwayLength] ?? 0, .fill: site * fillDepthMetres,
      .demolition: measures[.demolition] ?? 0, .partyWall: walls.party, .endWall: walls.end,
      .plot: taken.reduce(0) { $0 + $1.areaInSquareMetres }, .site: site, .households: Double(households),
    ]
    amounts = values.compactMapValues { QuantityAmount($0) }
  }

  /// A row of n houses has n - 1 walls between and two at its ends; a plot without a row stands alone.
  ///
  /// Plots that nobody takes leave no gap: their row counts as if its houses stood together.
  private static func walls(_ plots: [Plot]) -> (party: Double, end: Double) {
    func depth(_ plot: Plot) -> Double {
      plot.depthMetres ?? plot.frontageMetres.flatMap { $0 > 0 ? plot.areaInSquareMetres / $0 : nil }
        ?? plot.areaInSquareMetres.squareRoot()
    }
    var (party, end) = (0.0, 0.0)
    for plot in plots where plot.row == nil { end += 2 * depth(plot) }
    let rows = Dictionary(grouping: plots.filter { $0.row != nil }) { $0.row ?? "" }
    for (_, row) in rows.sorted(by: { $0.key < $1.key }) {
      let mean = row.reduce(0) { $0 + depth($1) } / Double(row.count)
      party += Double(row.count - 1) * mean
      end += 2 * mean
    }
    return (party, end)
  }
}
