import GEOS
import Geometry
import Settlement

/// Turns a proved layout into a plan: shared corners, numbers, leftover ground and measures.
struct Finishing {
  let ground: Ground
  let request: PlanRequest

  /// Without its bounds, which know nothing of the layout.
  func outcome(_ layout: DrawnLayout, notes: [String], isPartial: Bool) throws -> PlanOutcome {
    var plan = Plan()
    var layout = layout
    let reserved = try Reserving(ground: ground, request: request).reserve(in: &layout)
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
            id: "P\(number)", number: number, area: [area], frontageMetres: row.frontageMetres(of: plot),
            depthMetres: row.depthMetres, setbackMetres: try setback(plot), row: "R\(index + 1)"))
        if let envelope = try envelope(of: area) {
          plan.buildings.append(BuildingEnvelope(plot: "P\(number)", area: envelope))
        }
      }
    }
    plan.lanes = try ways(of: layout, walkway, noding)
    let taken = plan.plots.flatMap(\.area) + plan.lanes.flatMap(\.area) + reserved.places.flatMap(\.area)
    plan.sharedPlaces =
      try reserved.places
      + Leftover(ground: ground).pieces(beside: taken).map { SharedPlace(use: "open", area: [$0]) }
    plan.setbacks = ground.setbacks
    var measures = measures(of: plan, counts: layout.counts, quotas: reserved.met)
    if request.courts > 0 {
      measures.courts = CourtMeasure(wanted: request.courts, courts: layout.courts.count, costInPlots: 0)
    }
    measures.fireReach = try request.fireReach.map {
      try FireWalks(ground: ground, request: request, asked: $0).measure(layout)
    }
    var outcome = PlanOutcome(
      plan: plan, measures: measures, bounds: [], notes: notes, isPartial: isPartial)
    outcome.unplanned = try ground.unplanned(
      beside: (plan.plots + ground.decided).flatMap(\.area) + reserved.places.flatMap(\.area))
    return outcome
  }

  private func ways(of layout: DrawnLayout, _ walkway: [Polygon], _ noding: Noding) throws -> [Lane] {
    var drawn: [(use: Lane.Use, area: Polygon, widthMetres: Double)] = []
    for lane in layout.lanes {
      let isSpine = ground.spine.map { $0.widthMetres == lane.widthMetres } ?? false
      let isCourt = lane.court.map(layout.courts.contains) ?? false
      drawn += lane.area.filter { $0.areaInSquareMetres > Self.smallestPiece }.map {
        (isCourt ? .court : isSpine ? .spine : .lane, $0, lane.widthMetres)
      }
    }
    drawn += walkway.map { (.walkway, $0, request.walkwayWidthMetres) }
    return try Parallel.map(drawn) { way in
      Result { try Self.ways(way.use, way.area, noding, widthMetres: way.widthMetres) }
    }.flatMap { try $0.get() }
  }

  /// A way states its width where it keeps it; an odd corner beside another way states none.
  private static func ways(_ use: Lane.Use, _ area: Polygon, _ noding: Noding, widthMetres: Double) throws
    -> [Lane]
  {
    let isDrawnAsWide = try widthMetres > 0 && area.keepsWidth(metres: widthMetres)
    return try area.sound(noding: noding).filter { $0.areaInSquareMetres > smallestPiece }.map { piece in
      // Corners that neighbours put on its edges can change what a measure of its width comes to.
      let isAsWide =
        try isDrawnAsWide && piece.keepsWidth(metres: widthMetres)
        && piece.hasOneCore(widthMetres: widthMetres)
      return Lane(use: use, area: [piece], widthMetres: isAsWide ? widthMetres : nil)
    }
  }

  /// Crumbs of arithmetic at the ends of lanes, in square metres.
  private static let smallestPiece = 0.05

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

  private func measures(of plan: Plan, counts: [PlotSize: Int], quotas: [MetQuota]) -> PlanMeasures {
    var measures = PlanMeasures()
    measures.quotas = quotas
    measures.plotsBySize = request.sizes.map { PlotsOfSize(wanted: $0, plots: counts[$0.size] ?? 0) }
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
