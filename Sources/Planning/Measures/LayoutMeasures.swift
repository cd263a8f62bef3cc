import GEOS
import Geometry
public import Settlement

/// What geometry says of a layout, each figure beside the norms that others have set.
///
/// Works on any plan: the engine's, one drawn by hand, one read again.
public struct LayoutMeasures: Hashable, Sendable {
  /// In the order of ``MeasureDefinition/all``; what cannot be told, as without a house or a road, is left out.
  public private(set) var values: [MeasuredValue] = []

  /// Of a household where nobody counted: facts/layout.md §7 reckons with 4. An assumption.
  public static let personsPerHome = 4.0

  public subscript(id: MeasureID) -> Double? { values.first { $0.definition.id == id }?.value }

  /// Measures a layout.
  ///
  /// - Parameters:
  ///   - households: how many need a plot; nil where nobody said.
  ///   - roadGapMetres: how far a road may lie from a way that leads to it.
  /// - Throws: `GEOSError` when a shape cannot be worked with.
  public init(
    _ settlement: Settlement, _ plan: Plan, households: Int? = nil, roadGapMetres: Double? = nil
  ) throws {
    var layout = MeasuredLayout(settlement, plan)
    layout.roadGapMetres = max(RoadGap.drawn, roadGapMetres ?? 0)
    var found: [MeasureID: Double] = [:]
    if let households { found[.missing] = Double(max(0, households - layout.plots.count)) }
    let houses = try HousesToday(layout)
    let ways = try MeasuredWays(layout)
    let plots = try MeasuredPlots(layout, ways)
    let homes = Double(layout.plots.count + houses.keptBesidePlots)
    found[.homes] = homes
    try found.note(plots)
    try found.note(ways, plots, homes: homes)
    try found.noteLand(layout, ways, homes: homes)
    try found.noteWalks(layout, ways, plots)
    found.note(houses)
    if let moves = try Moves(houses, to: layout) { found.note(moves) }
    found[.canalDistance] = try layout.leastCanalDistance()
    values = MeasureDefinition.all.compactMap { definition in
      found[definition.id].flatMap {
        $0.isFinite ? MeasuredValue(definition, $0) : nil
      }
    }
  }
}

/// A settlement and its plan as one: what was decided before counts as the plan's.
struct MeasuredLayout {
  let settlement: Settlement
  let plots: [Plot]
  let lanes: [Lane]
  let shared: [SharedPlace]
  let buildings: [BuildingEnvelope]
  var roadGapMetres = RoadGap.drawn

  init(_ settlement: Settlement, _ plan: Plan) {
    self.settlement = settlement
    let (ownPlots, ownLanes, ownPlaces) = (Set(plan.plots), Set(plan.lanes), Set(plan.sharedPlaces))
    plots = (plan.plots + settlement.plots.filter { $0.isLocked && !ownPlots.contains($0) })
      .filter { !$0.area.isEmpty }
    lanes = plan.lanes + settlement.lanes.filter { $0.isLocked && !ownLanes.contains($0) }
    shared = plan.sharedPlaces + settlement.sharedPlaces.filter { $0.isLocked && !ownPlaces.contains($0) }
    buildings = plan.buildings
  }

  /// From the plots, or where drawn what may be built on them, to the bank lines of each canal, else to its edge.
  func leastCanalDistance() throws -> Double? {
    var edges = settlement.banks.map(\.line)
    for canal in settlement.canals where !canal.isCulvert {
      guard !settlement.banks.contains(where: { $0.canal == nil || $0.canal == canal.name }) else { continue }
      if !canal.area.isEmpty {
        edges += canal.area.flatMap(\.rings).map(\.line)
      } else if let width = canal.widthMetres, !canal.centreline.isEmpty {
        edges += try Shape(canal.centreline).buffered(byMetres: width / 2, cap: .flat).polygons
          .flatMap(\.rings).map(\.line)
      }
    }
    guard !edges.isEmpty else { return nil }
    let drawn = Set(buildings.compactMap(\.plot))
    let bodies =
      plots.filter { !($0.id.map(drawn.contains) ?? false) }.flatMap(\.area) + buildings.flatMap(\.area)
    let prepared = try PreparedShape(Shape(edges))
    return try bodies.map { try prepared.distance(to: .polygon($0)) }.min()
  }
}
