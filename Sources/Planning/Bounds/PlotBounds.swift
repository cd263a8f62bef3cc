import GEOS
import Geometry

/// Numbers of plots that no layout of a size can pass on a piece of ground.
struct PlotBounds {
  let ground: Ground
  let request: PlanRequest

  func all() throws -> [PlotBound] {
    let bounds = [area(), try cornerSafe()].map { bound in
      var bound = bound
      // What was decided before stands on ground that the bounds leave out.
      bound.plots += ground.decided.count
      return bound
    }
    return bounds.sorted { ($0.plots, $0.name) < ($1.plots, $1.name) }
  }

  /// Land over plot area: nothing overlaps.
  private func area() -> PlotBound {
    PlotBound(
      name: "area", plots: floored(ground.boundGround.areaInSquareMetres / request.plot.areaInSquareMetres),
      meaning: "plottable land divided by the area of a plot; holds for every layout")
  }

  /// Land, less half a lane before every plot that does not stand on the walkway or a road.
  ///
  /// Half the clear strip f × w before a plot belongs to no other plot, except at inner corners, where two
  /// plots may share a w/2 square (facts/layout.md §4.6).
  private func cornerSafe() throws -> PlotBound {
    let plot = request.plot
    let lane = request.laneWidthMetres
    let perPlot = max(0, plot.frontageMetres * lane / 2 - lane * lane / 4)
    let onWays = (try edgeOnWays() / plot.frontageMetres).rounded(.down)
    let land = ground.boundGround.areaInSquareMetres
    return PlotBound(
      name: "corner-safe", plots: floored((land + onWays * perPlot) / (plot.areaInSquareMetres + perPlot)),
      meaning: "land plus half a lane before every plot; holds for layouts in two perpendicular directions")
  }

  /// Metres of edge along which a plot may front on circulation that takes none of this land.
  private func edgeOnWays() throws -> Double {
    let ways = try [ground.walkway, ground.roads, ground.entrances].filter { !$0.isEmpty }.unaryUnion()
    let edge = try ground.boundGround.boundary().intersection(ways.buffered(byMetres: 0.05))
    return edge.lineStrings.reduce(0) { $0 + $1.lengthInMetres }
  }

  private func floored(_ plots: Double) -> Int { Int(max(0, min((plots + 1e-6).rounded(.down), 1e9))) }
}
