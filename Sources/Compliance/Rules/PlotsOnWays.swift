internal import GEOS
internal import Geometry
internal import Settlement

/// What people walk on, and what belongs to all, belongs to no plot.
enum PlotsOnWays: LayoutRule {
  private static let lane = RuleCitation.layout("plot-on-lane", "Plots stay off the lanes")
  private static let walkway = RuleCitation.layout("plot-on-walkway", "Plots stay off the walkway")
  private static let road = RuleCitation.layout("plot-on-road", "Plots stay off the public road")
  private static let shared = RuleCitation.layout("plot-on-shared", "Plots stay off shared places")

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    var findings: [Finding] = []
    for way in ground.ways.prefix(ground.laneCount) + ground.roads {
      let rule = way.use == .walkway ? walkway : way.use == .lane ? lane : road
      findings += try plots(over: way.area, way.name, way.reference, rule, ground)
    }
    for place in ground.layout.plan.sharedPlaces + ground.settlement.sharedPlaces {
      let area = try MeasuredArea(place.area)
      findings += try plots(over: area, "a shared place", place.reference, shared, ground)
    }
    return findings
  }

  private static func plots(
    over area: MeasuredArea, _ name: String, _ reference: FeatureReference, _ rule: RuleCitation,
    _ ground: Ground
  ) throws(GEOSError) -> [Finding] {
    var findings: [Finding] = []
    for number in ground.plots(near: area.bounds) {
      let plot = ground.plots[number]
      guard let overlap = try plot.area.overlap(area, above: ground.tolerances.overlapSquareMetres),
        overlap.depthMetres > ground.tolerances.roundingMetres
      else { continue }
      findings.append(
        Finding(
          plot, rule, measured: overlap.squareMetres, required: 0, unit: .squareMetres,
          place: overlap.place, other: reference,
          message: "\(plot.name) takes \(overlap.squareMetres.text(decimals: 4)) m2 of \(name).",
          remedy: "draw its edge back to the edge of \(name)"))
    }
    return findings
  }
}
