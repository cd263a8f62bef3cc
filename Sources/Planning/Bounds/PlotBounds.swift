import GEOS
import Geometry

/// Numbers of plots that no layout of a size can pass on a piece of ground.
///
/// What is a layout here: plots are rectangles of the size, turned in any way; before the front of each lies clear
/// ground as deep as a lane is wide; plots that share their side walls are a row of at most so many; and, unless
/// relaxed, no other plot stands within the gap beyond either end of a row, where a single plot is a row too
/// (facts/layout.md §1). A plot that touches only a part of another's side wall is none of its row. The engine
/// keeps all of this; the checker lets single plots stand nearer, as the law speaks of rows alone.
///
/// **Clear ground is not shared.** Give each front the trapezoid T on it with sides at 45° and half a lane high, and
/// each end of a row the trapezoid U half a gap high. Then no two trapezoids overlap: take a place in two of them,
/// at heights a < b above their walls. The disc of radius b around it lies in the clear ground of the second, yet it
/// holds the foot of the place on the first wall, so a piece of the first plot lies on clear ground, which cannot be.
///
/// **Neighbours that look opposite ways.** Along a row whose plots look the same way the trapezoid stands on the
/// whole front. Where a plot's neighbour looks the other way, let the plot keep the corner C of its half lane at
/// their wall too. A place of C at height a is no place of a T at height b: if b ≥ a by the argument above; if
/// b < a, the other front comes down behind the neighbour, and its own clear ground or that beyond its end, which
/// begins lower, would reach the neighbour (here the gap must be at least 1/√3 of a lane). It may be a place of
/// another such C, or of a U whose rear corner stands at the wall; ``RowCharge`` says what that costs.
struct PlotBounds {
  let ground: Ground
  let request: PlanRequest

  /// - Parameter isQuick: only those that take no time, for a plan whose time is over.
  func all(isQuick: Bool = false) throws -> [PlotBound] {
    let land = try Plottable(ground: ground, request: request)
    var bounds = [area(land), cornerSafe(land), twoSided(land)] + rows(land)
    if !isQuick, let frame = try frame() { bounds += try alongWater(land, frame) }
    for index in bounds.indices { bounds[index].plots += ground.decided.count }
    return bounds.sorted { ($0.plots, $0.name) < ($1.plots, $1.name) }
  }

  private var plot: PlotSize { request.plot }
  private var half: Double { request.laneWidthMetres / 2 }

  /// Land over plot area: nothing overlaps.
  private func area(_ land: Plottable) -> PlotBound {
    PlotBound(
      name: "area", plots: Self.floored(land.squareMetres / plot.areaInSquareMetres),
      meaning: "land on which a plot can lie, divided by the area of a plot", family: nil)
  }

  /// Every plot takes its own ground and its trapezoid, of which only so much can lie on ways outside the land.
  private func cornerSafe(_ land: Plottable) -> PlotBound {
    let charge = FrontCharge(frontMetres: plot.frontageMetres, heightMetres: half)
    let outside = land.wayMetres * beyond(charge.mostBeyondEachMetre, land)
    return PlotBound(
      name: "corner-safe",
      plots: Self.floored((land.squareMetres + outside) / (plot.areaInSquareMetres + charge.squareMetres)),
      meaning: "land divided by a plot and its share of the lane before it, with every inner corner shared",
      family: nil)
  }

  /// Without inner corners nobody shares the half lane before a plot.
  private func twoSided(_ land: Plottable) -> PlotBound {
    let outside = land.wayMetres * beyond(half, land)
    return PlotBound(
      name: "two-sided",
      plots: Self.floored(
        (land.squareMetres + outside) / (plot.areaInSquareMetres + plot.frontageMetres * half)),
      meaning: "land divided by a plot and half the lane before it",
      family: "layouts in which no two plots meet in an inner corner of a lane")
  }

  /// A row takes its plots, half the lane before its fronts, and half the gap beyond both its ends.
  private func rows(_ land: Plottable) -> [PlotBound] {
    var bounds: [PlotBound] = []
    let meaning = "land divided by a plot's share of its row: front, and free ground beyond both ends"
    if charges.contains(where: { $0.leastAnyWay != nil }) {
      let plots = charges.compactMap { charge in
        charge.leastAnyWay.map { quotient(land, charge, least: $0, frontsBeyond: half) }
      }.min()
      bounds.append(
        PlotBound(name: "rows", plots: Self.floored(plots ?? .infinity), meaning: meaning, family: nil))
    }
    let plots = charges.map { charge in
      quotient(
        land, charge, least: charge.leastOneWay,
        frontsBeyond: charge.units.map { charge.front($0).mostBeyondEachMetre }.max() ?? half)
    }.min()
    bounds.append(
      PlotBound(
        name: "rows-one-way", plots: Self.floored(plots ?? .infinity), meaning: meaning,
        family: "layouts in which all plots of a row look the same way"))
    return bounds
  }

  /// Charges that differ in how much of the gap beyond a longest row they take; each gives a bound.
  private var charges: [RowCharge] {
    let (side, long) = (request.sideGapMetres / 2, request.rowGapMetres / 2)
    return (0...16).map { RowCharge(request, longEndMetres: side + (long - side) * Double($0) / 16) }
  }

  private func quotient(
    _ land: Plottable, _ charge: RowCharge, least: Double, frontsBeyond: Double
  ) -> Double {
    let ends = charge.mostEndsBeyondEachMetre
    let outside = land.wayMetres * max(beyond(frontsBeyond, land), ends) + land.otherMetres * ends
    // A new plot may stand in the row of a decided one, which then saves it up to one end on either side.
    let saved =
      Double(2 * ground.decided.count) * (charge.units.map { charge.end($0).squareMetres }.max() ?? 0)
    return (land.squareMetres + outside + saved) / (plot.areaInSquareMetres + least)
  }

  /// What fronts may claim beyond a metre of edge on a way.
  ///
  /// Plots on a way narrower than a lane claim nothing before them, so there all of it is given to them: a half lane
  /// for every plot that fits along the edge, each touching it over all but a tolerance of its front.
  private func beyond(_ metres: Double, _ land: Plottable) -> Double {
    let touching = max(0.5 * plot.frontageMetres, plot.frontageMetres - Self.frontTolerance)
    return land.hasNarrowWays ? max(metres, half * plot.frontageMetres / touching) : metres
  }

  private static let frontTolerance = 0.1

  static func floored(_ plots: Double) -> Int { Int(max(0, min((plots + 1e-6).rounded(.down), 1e9))) }
}

extension PlotBounds {
  /// Along the chord of the longest front on the walkway; nil without one.
  private func frame() throws -> Frame? {
    let fronts = try ground.parts.compactMap { try Front(of: $0, along: ground.walkway)?.line }
    guard let points = fronts.max(by: { $0.lengthInMetres < $1.lengthInMetres })?.points,
      let first = points.first, let last = points.last
    else { return nil }
    return Frame(origin: first, along: last - first)
  }

  /// Bounds for layouts that stand square to the water's edge.
  private func alongWater(_ land: Plottable, _ frame: Frame) throws -> [PlotBound] {
    guard !land.land.isEmpty else { return [] }
    var bounds = try stacks(land, frame)
    // Charging the whole gap beyond a longest row lets more of it lie outside; little more than of others is best.
    let charge = charges[2]
    if !land.hasNarrowWays, ground.decided.isEmpty,
      let levels = try LandLevels(land, charge: charge, frame: frame)
    {
      let plots = LevelBound(levels: levels, charge: charge).plots()
      bounds.append(
        PlotBound(
          name: "levels", plots: Self.floored(plots),
          meaning: "the worth of all land, where each row is worth its plots wherever it stands",
          family:
            "layouts in which all rows stand along or square to the chord of the water's edge, and all plots of a row look the same way"
        ))
    }
    return bounds
  }

  private func stacks(_ land: Plottable, _ frame: Frame) throws -> [PlotBound] {
    let stack = StackBound(land: land, plot: plot, laneWidth: request.laneWidthMetres)
    var bounds = [
      PlotBound(
        name: "strip-parallel", plots: Self.floored(try stack.plots(frame)),
        meaning: "the best stack of plots on every line from the water inland, added up",
        family: "layouts in which all plots look straight to the water or away from it")
    ]
    if let across = Frame(origin: frame.origin, along: frame.inland) {
      bounds.append(
        PlotBound(
          name: "strip-perpendicular", plots: Self.floored(try stack.plots(across)),
          meaning: "the best stack of plots on every line along the water, added up",
          family: "layouts in which all plots look along the water"))
    }
    return bounds
  }
}
