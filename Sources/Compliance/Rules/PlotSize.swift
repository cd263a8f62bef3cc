internal import GEOS
internal import Geometry

/// A plot is as large and as straight as it claims.
enum PlotSize: LayoutRule {
  private static let size = RuleCitation.claim("plot-size", "A plot has the size it claims")
  private static let shape = RuleCitation.claim("plot-shape", "A plot is as good as a rectangle")
  private static let crooked = RuleCitation.advice("plot-shape", "A plot is as good as a rectangle")

  static func findings(on ground: Ground) -> [Finding] {
    ground.plots.indices.flatMap { number in
      [
        smaller(ground.plots[number], ground), unlisted(ground.plots[number], ground),
        crooked(number, ground),
      ].compactMap { $0 }
    }
  }

  /// A plot that the plan made may not claim a size that the plan does not state.
  private static func unlisted(_ plot: CheckedPlot, _ ground: Ground) -> Finding? {
    guard let sizes = ground.statement?.plotSizes, !sizes.isEmpty, !plot.plot.isLocked,
      let frontage = plot.plot.frontageMetres, let depth = plot.plot.depthMetres
    else { return nil }
    let tolerance = ground.tolerances.shortfallMetres
    let isListed = sizes.contains {
      frontage >= $0.frontageMetres - tolerance && depth >= $0.depthMetres - tolerance
    }
    guard !isListed else { return nil }
    return Finding(
      plot, size, measured: frontage * depth,
      required: sizes.map { $0.frontageMetres * $0.depthMetres }.min(),
      unit: .squareMetres, place: plot.centre,
      message:
        "\(plot.name) claims \(frontage.metres) by \(depth.metres), which is none of the plan's sizes.",
      remedy: "draw it in one of the sizes that the plan states")
  }

  private static func smaller(_ plot: CheckedPlot, _ ground: Ground) -> Finding? {
    let claim = ground.layout.claim(of: plot.plot)
    guard let frontage = claim.frontage, let depth = claim.depth else { return nil }
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
