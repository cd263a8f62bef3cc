internal import GEOS
internal import Geometry

/// Plots must be areas: not crossed over themselves, not empty.
enum SoundPlots: LayoutRule {
  private static let rule = RuleCitation.layout("plot-geometry", "A plot is a piece of ground")
  /// Smaller than this is no ground at all (an assumption: a hand's breadth).
  private static let leastSquareMetres = 0.01

  static func findings(on ground: Ground) -> [Finding] {
    ground.plots.compactMap { plot in
      if let fault = plot.area.fault {
        return Finding(
          plot, rule, place: fault.place ?? plot.centre,
          message: "\(plot.name) is not drawn as one clean area: \(fault.reason).",
          remedy: "redraw its outline so that it does not cross or touch itself")
      }
      let area = plot.plot.areaInSquareMetres
      guard area < leastSquareMetres else { return nil }
      return Finding(
        plot, rule, measured: area, required: leastSquareMetres, unit: .squareMetres,
        place: plot.centre, message: "\(plot.name) has no area.", remedy: "draw it again, or delete it")
    }
  }
}
