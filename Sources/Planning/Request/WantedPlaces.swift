/// A place for everybody that a plan shall hold, such as a hall: a compact rectangle on a way.
public struct WantedPlace: Hashable, Sendable {
  public var use: String
  public var squareMetres: Double

  public init(use: String, squareMetres: Double) {
    self.use = use
    self.squareMetres = squareMetres
  }
}

/// How much ground shall stay open, beside lanes and walkway.
public enum OpenSpaceQuota: Hashable, Sendable {
  /// Of the site, from 0 to 1.
  case share(Double)
  case squareMetres(Double)

  public func squareMetres(ofSite site: Double) -> Double {
    switch self {
    case .share(let share): share * site
    case .squareMetres(let area): area
    }
  }
}

/// What became of something that was wished for beside plots.
public struct MetQuota: Hashable, Sendable {
  /// `hall`, or `open` for open space.
  public var use: String
  public var wantedSquareMetres: Double
  /// 0 where there is no room for it.
  public var squareMetres: Double
  /// Plots that the layout would have had there.
  public var costInPlots: Int
}
