import GEOS
import Geometry

/// Numbers of plots that no layout of a size can pass on a piece of ground.
///
/// All but the first rest on one lemma. Before the front of every plot lies clear ground, as deep as a lane is wide
/// (a way of width w is made of discs of that diameter, and one of them touches the front in every place).
/// Give each plot the trapezoid T on its front with sides at 45° and height h = w/2. Then no two trapezoids
/// overlap, however the plots are turned: take a place in two of them, at heights a < b above the fronts.
/// The disc of radius b around it lies in the clear ground of the second plot, yet it holds the foot of the
/// place on the front of the first, so a piece of the first plot lies on clear ground, which cannot be.
/// The same holds for the trapezoid U on the free ground beyond the end of a row.
struct PlotBounds {
  let ground: Ground
  let request: PlanRequest

  func all() throws -> [PlotBound] {
    let land = try Plottable(ground: ground, plot: request.plot)
    var bounds = [area(land), cornerSafe(land), twoSided(land), rows(land)]
    for index in bounds.indices { bounds[index].plots += ground.decided.count }
    return bounds.sorted { ($0.plots, $0.name) < ($1.plots, $1.name) }
  }

  private var charge: FrontCharge {
    FrontCharge(frontMetres: request.plot.frontageMetres, heightMetres: request.laneWidthMetres / 2)
  }

  /// Land over plot area: nothing overlaps.
  private func area(_ land: Plottable) -> PlotBound {
    PlotBound(
      name: "area", plots: floored(land.squareMetres / request.plot.areaInSquareMetres),
      meaning: "land on which a plot can lie, divided by the area of a plot", family: nil)
  }

  /// Every plot takes its own ground and its trapezoid, of which only so much can lie on ways outside the land.
  private func cornerSafe(_ land: Plottable) -> PlotBound {
    let outside = land.wayEdges.reduce(0) { $0 + charge.mostOutside(edgeMetres: $1) }
    return PlotBound(
      name: "corner-safe",
      plots: floored((land.squareMetres + outside) / (request.plot.areaInSquareMetres + charge.squareMetres)),
      meaning: "land divided by a plot and its share of the lane before it, with every inner corner shared",
      family: nil)
  }

  /// Without inner corners nobody shares the half lane before a plot.
  private func twoSided(_ land: Plottable) -> PlotBound {
    let half = request.laneWidthMetres / 2
    let outside = land.wayEdges.reduce(0) { $0 + $1 * half }
    return PlotBound(
      name: "two-sided",
      plots: floored(
        (land.squareMetres + outside)
          / (request.plot.areaInSquareMetres + request.plot.frontageMetres * half)),
      meaning: "land divided by a plot and half the lane before it",
      family: "layouts in which no two plots meet in an inner corner of a lane")
  }

  /// A row of n plots takes its plots, one trapezoid on its whole front, and one on the free ground at each end.
  private func rows(_ land: Plottable) -> PlotBound {
    let plot = request.plot
    let rules = LayoutRules(request)
    let ends = FrontCharge(
      frontMetres: plot.depthMetres, heightMetres: rules.isRelaxed ? 0 : rules.sideGap / 2)
    let least = (1...max(1, rules.longRow)).map { units -> Double in
      let front = FrontCharge(
        frontMetres: Double(units) * plot.frontageMetres, heightMetres: request.laneWidthMetres / 2)
      return (front.squareMetres + 2 * ends.squareMetres) / Double(units)
    }.min()
    let half = max(request.laneWidthMetres / 2, ends.heightMetres)
    let outside =
      land.wayEdges.reduce(0) { $0 + $1 * half }
      + land.otherEdges.reduce(0) { $0 + ends.mostOutside(edgeMetres: $1) }
    return PlotBound(
      name: "rows",
      plots: floored((land.squareMetres + outside) / (plot.areaInSquareMetres + (least ?? 0))),
      meaning: "land divided by a plot's share of its row: front, and free ground beyond both ends",
      family: "layouts in which the plots of a row look the same way, and single plots keep the gap of a row")
  }

  private func floored(_ plots: Double) -> Int { Int(max(0, min((plots + 1e-6).rounded(.down), 1e9))) }
}
