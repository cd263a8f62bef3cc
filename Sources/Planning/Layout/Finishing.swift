import GEOS
import Geometry
import Settlement

/// Turns a proved layout into a plan: shared corners, numbers, leftover ground, measures and bounds.
struct Finishing {
  let ground: Ground
  let request: PlanRequest

  mutating func outcome(_ layout: DrawnLayout, notes: [String], isPartial: Bool) throws -> PlanOutcome {
    var plan = Plan()
    let rows = try Numbering(ground: ground).ordered(layout.rows)
    let walkway = layout.walkway.polygons.filter { $0.areaInSquareMetres > Self.smallestPiece }
    let noding = Noding(
      rows.flatMap(\.plots) + layout.lanes.flatMap(\.area) + walkway)
    let setback = try setbackDistances()
    var numbers = FreeNumbers(beside: ground.decided)
    for (index, row) in rows.enumerated() {
      for plot in row.plots {
        let number = numbers.next()
        let area = try noding.noded(plot)
        plan.plots.append(
          Plot(
            id: "P\(number)", number: number, area: [area], frontageMetres: row.frontageMetres,
            depthMetres: row.depthMetres, setbackMetres: try setback(plot), row: "R\(index + 1)"))
        if let envelope = try envelope(of: area) {
          plan.buildings.append(BuildingEnvelope(plot: "P\(number)", area: envelope))
        }
      }
    }
    for lane in layout.lanes {
      for area in lane.area where area.areaInSquareMetres > Self.smallestPiece {
        plan.lanes += try ways(.lane, area, noding, widthMetres: lane.widthMetres)
      }
    }
    for area in walkway {
      plan.lanes += try ways(.walkway, area, noding, widthMetres: request.walkwayWidthMetres)
    }
    plan.sharedPlaces = try leftover(plan).map { SharedPlace(use: "open", area: [$0]) }
    plan.setbacks = ground.setbacks
    return PlanOutcome(
      plan: plan, measures: measures(of: plan),
      bounds: try PlotBounds(ground: ground, request: request).all(),
      notes: notes, isPartial: isPartial)
  }

  /// A way states its width where it keeps it; an odd corner beside another way states none.
  private func ways(_ use: Lane.Use, _ area: Polygon, _ noding: Noding, widthMetres: Double) throws -> [Lane]
  {
    try area.sound(noding: noding).filter { $0.areaInSquareMetres > Self.smallestPiece }.map { area in
      Lane(
        use: use, area: [area],
        widthMetres: try widthMetres > 0 && area.keepsWidth(metres: widthMetres) ? widthMetres : nil)
    }
  }

  /// Crumbs of arithmetic at the ends of lanes, in square metres.
  private static let smallestPiece = 0.05
  /// Ground smaller than this is not worth a name, in square metres. A choice of ours.
  private static let smallestShared = 10.0

  /// From the legal line to the plot, or to its building where plots reach into the strip.
  private func setbackDistances() throws -> (Polygon) throws -> Double? {
    guard !ground.legalLine.isEmpty else { return { _ in nil } }
    let prepared = try PreparedShape(ground.legalLine)
    return { try prepared.distance(to: .polygon($0)) }
  }

  private func envelope(of plot: Polygon) throws -> [Polygon]? {
    guard request.plotsMayReachIntoSetback else { return nil }
    return try Shape.polygon(plot).difference(ground.buildingStrip).polygons
  }

  /// Ground that neither plots nor ways take, drawn a centimetre clear of both.
  private func leftover(_ plan: Plan) throws -> [Polygon] {
    let taken = try (plan.plots.flatMap(\.area) + plan.lanes.flatMap(\.area)).map(Shape.polygon).unaryUnion()
    let free = try ground.walkable.difference(taken).difference(ground.roads)
    let opened = try free.buffered(byMetres: -0.5).buffered(byMetres: 0.49, join: .mitre)
      .intersection(free.buffered(byMetres: -0.01))
    return opened.polygons.filter { $0.areaInSquareMetres >= Self.smallestShared }
  }

  private func measures(of plan: Plan) -> PlanMeasures {
    var measures = PlanMeasures()
    measures.plots = plan.plots.count + ground.decided.count
    measures.households = request.households
    measures.siteSquareMetres = ground.siteSquareMetres
    measures.buildableSquareMetres = ground.boundGround.areaInSquareMetres
    measures.plotSquareMetres = (plan.plots + ground.decided).reduce(0) { $0 + $1.areaInSquareMetres }
    for lane in plan.lanes {
      let area = lane.area.reduce(0) { $0 + $1.areaInSquareMetres }
      if lane.use == .walkway {
        measures.walkwaySquareMetres += area
      } else {
        measures.laneSquareMetres += area
      }
    }
    measures.sharedSquareMetres = plan.sharedPlaces.reduce(0) { sum, place in
      sum + place.area.reduce(0) { $0 + $1.areaInSquareMetres }
    }
    return measures
  }
}
