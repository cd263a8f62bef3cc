/// The size of a plot: its side on the lane and the side square to it, in metres.
public struct PlotSize: Hashable, Sendable {
  public var frontageMetres: Double
  public var depthMetres: Double

  public init(frontageMetres: Double, depthMetres: Double) {
    self.frontageMetres = frontageMetres
    self.depthMetres = depthMetres
  }

  public var areaInSquareMetres: Double { frontageMetres * depthMetres }
}
