public import Geometry
public import Settlement

/// A settlement with a plan that keeps every rule, made without a planner: what a checker must find nothing in.
///
/// Beside each canal: the walkway, a row of plots that fronts on it, 2 m of open ground, a row that fronts on a
/// lane at the back; nine plots of 4 x 7 m, then a cross-lane of 4 m; a public road at the start.
public struct SyntheticPlan: Hashable, Sendable {
  public var settlement: Settlement
  public var plan: Plan

  /// - Throws: `InvalidShape` never in practice; it would be a fault of this module.
  public static func made(plots: Int) throws(InvalidShape) -> SyntheticPlan {
    var made = SyntheticPlan(settlement: .init(), plan: .init())
    for index in 0..<max(1, (plots + plotsPerCanal - 1) / plotsPerCanal) {
      try made.addLand(CanalGrid(index: index))
    }
    for number in 0..<max(0, plots) { try made.addPlot(number) }
    return made
  }

  private static let unitsInRow = 9
  private static let blocks = 25
  private static let plotsPerCanal = 2 * blocks * unitsInRow
  private static let frontage = 4.0
  private static let depth = 7.0
  private static let laneWidth = 3.0
  private static let crossLaneWidth = 4.0
  private static let blockPitch = frontage * Double(unitsInRow) + crossLaneWidth

  /// Metres inland of the parts, from the bank: walkway to the setback line, front row, open ground, back row, lane.
  private struct Depths {
    var frontRow: Double
    var backRow: Double { frontRow + depth + 2 }
    var lane: Double { backRow + depth }
    var end: Double { lane + laneWidth }

    init(_ grid: CanalGrid) { frontRow = grid.setbackMetres }
  }

  private mutating func addLand(_ grid: CanalGrid) throws(InvalidShape) {
    let depths = Depths(grid)
    let length = CanalGrid.lengthMetres
    settlement.canals.append(try grid.canal(reference: reference("canal-\(grid.index)")))
    settlement.site.append(try piece(grid, from: 0, length: length, inland: 0, depth: depths.end))
    var road = Road(reference: reference("road-\(grid.index)"), widthMetres: 6)
    road.area = [try piece(grid, from: -6, length: 6, inland: 0, depth: depths.end + 20)]
    settlement.roads.append(road)
    let walkway = try piece(grid, from: 0, length: length, inland: 0, depth: depths.frontRow)
    addLane(walkway, use: .walkway, width: depths.frontRow)
    let lane = try piece(grid, from: 0, length: length, inland: depths.lane, depth: Self.laneWidth)
    addLane(lane, use: .lane, width: Self.laneWidth)
    for block in 0..<Self.blocks {
      let start = Double(block + 1) * Self.blockPitch - Self.crossLaneWidth
      let across = try piece(
        grid, from: start, length: Self.crossLaneWidth, inland: depths.frontRow,
        depth: depths.lane - depths.frontRow)
      addLane(across, use: .lane, width: Self.crossLaneWidth)
    }
  }

  private mutating func addPlot(_ number: Int) throws(InvalidShape) {
    let grid = CanalGrid(index: number / Self.plotsPerCanal)
    let place = number % Self.plotsPerCanal
    let (block, unit) = (place / (2 * Self.unitsInRow), place % (2 * Self.unitsInRow))
    let isFront = unit < Self.unitsInRow
    let inland = isFront ? Depths(grid).frontRow : Depths(grid).backRow
    let along = Double(block) * Self.blockPitch + Double(unit % Self.unitsInRow) * Self.frontage
    let area = try piece(grid, from: along, length: Self.frontage, inland: inland, depth: Self.depth)
    plan.plots.append(
      Plot(
        reference: reference("plot-\(number)"), id: "p\(number + 1)", number: number + 1, area: [area],
        frontageMetres: Self.frontage, depthMetres: Self.depth, setbackMetres: inland,
        row: "\(grid.index)-\(block)-\(isFront ? "front" : "back")"))
  }

  private mutating func addLane(_ area: Polygon, use: Lane.Use, width: Double) {
    plan.lanes.append(
      Lane(reference: reference("lane-\(plan.lanes.count)"), use: use, area: [area], widthMetres: width))
  }

  /// A made plan is one file, features in the order of making.
  private func reference(_ id: String) -> FeatureReference {
    let made = settlement.site.count + settlement.canals.count + settlement.roads.count
    return FeatureReference(index: made + plan.lanes.count + plan.plots.count, id: id)
  }

  /// A rectangle beside the bank; `along` may begin before the bank does.
  private func piece(_ grid: CanalGrid, from along: Double, length: Double, inland: Double, depth: Double)
    throws(InvalidShape) -> Polygon
  {
    let before = 10.0
    return try Polygon(
      corners: CanalGrid.rectangle(
        beside: grid.bank.lengthened(byMetres: before), along: along + before, inland: inland, width: length,
        depth: depth))
  }
}
