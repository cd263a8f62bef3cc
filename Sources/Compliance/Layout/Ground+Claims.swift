internal import Settlement

extension CheckedLayout {
  /// The size that a plot is said to have: by itself, else by the plan.
  ///
  /// Of several sizes of a plan the one nearest to the plot's own area counts.
  func claim(of plot: Plot) -> (frontage: Double?, depth: Double?) {
    let area = plot.areaInSquareMetres
    let nearest = statement?.plotSizes.min {
      abs($0.frontageMetres * $0.depthMetres - area) < abs($1.frontageMetres * $1.depthMetres - area)
    }
    return (
      plot.frontageMetres ?? nearest?.frontageMetres ?? statement?.plotFrontageMetres,
      plot.depthMetres ?? nearest?.depthMetres ?? statement?.plotDepthMetres
    )
  }
}
