internal import GEOS
internal import Geometry

/// A plot is as large and as straight as it claims.
enum PlotSize: LayoutRule {
  private static let size = RuleCitation.claim("plot-size", "A plot has the size it claims")
  private static let shape = RuleCitation.claim("plot-shape", "A plot is as good as a rectangle")
  private static let crooked = RuleCitation.advice("plot-shape", "A plot is as good as a rectangle")

  static func findings(on ground: Ground) -> [Finding] {
    ground.plots.indices.flatMap { number in
      [smaller(ground.plots[number], ground), crooked(number, ground)].compactMap { $0 }
    }
  }

  private static func smaller(_ plot: CheckedPlot, _ ground: Ground) -> Finding? {
    guard let frontage = plot.plot.frontageMetres ?? ground.statement?.plotFrontageMetres,
      let depth = plot.plot.depthMetres ?? ground.statement?.plotDepthMetres
    else { return nil }
    let area = plot.plot.areaInSquareMetres
    let least = frontage * depth * ground.tolerances.smallestAreaRatio
    guard area < least else { return nil }
    return Finding(
      plot, size, measured: area, required: least, unit: .squareMetres, place: plot.centre,
      message: "\(plot.name) has \(area.squareMetres); \(frontage.metres) by \(depth.metres) is claimed.",
      remedy: "draw it to its full size, or correct what it claims")
  }

  private static func crooked(_ number: Int, _ ground: Ground) -> Finding? {
    let plot = ground.plots[number]
    let ratio = ground.frames[number].rectangularity
    guard plot.area.fault == nil, ratio < ground.tolerances.smallestRectangularity else { return nil }
    let hasClaim = ground.statement?.plotFrontageMetres != nil
    return Finding(
      plot, hasClaim ? shape : crooked, measured: ratio, required: ground.tolerances.smallestRectangularity,
      unit: .ratio, place: plot.centre,
      message: "\(plot.name) fills \((ratio * 100).text(decimals: 1)) % of the rectangle around it.",
      remedy: "straighten it: a house is a rectangle")
  }
}
