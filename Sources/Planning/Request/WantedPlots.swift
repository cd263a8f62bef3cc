/// Plots of one size, and how many of them are wished for.
public struct WantedPlots: Hashable, Sendable {
  public var size: PlotSize
  /// Nil: as many as there is room for.
  public var count: Int?

  public init(size: PlotSize, count: Int? = nil) {
    self.size = size
    self.count = count
  }
}

extension PlanRequest {
  /// As wide as the narrowest plot and as deep as the shallowest: every plot holds one of this size on its front.
  public var smallestPlot: PlotSize {
    sizes.map(\.size).reduce(plot(orFirst: sizes)) {
      PlotSize(
        frontageMetres: min($0.frontageMetres, $1.frontageMetres),
        depthMetres: min($0.depthMetres, $1.depthMetres))
    }
  }

  private func plot(orFirst sizes: [WantedPlots]) -> PlotSize { sizes.first?.size ?? plot }

  /// The request as a bound sees it: what holds for the smallest plot holds for all.
  var withSmallestPlot: PlanRequest {
    var request = self
    request.plot = smallestPlot
    request.sizes = []
    return request
  }

  /// The sizes in the order in which they are laid out: the largest first, what fills the rest last.
  var sizesInOrder: [WantedPlots] {
    sizes.enumerated().sorted {
      ($0.element.count == nil ? 1 : 0, -$0.element.size.areaInSquareMetres, $0.offset)
        < ($1.element.count == nil ? 1 : 0, -$1.element.size.areaInSquareMetres, $1.offset)
    }.map(\.element)
  }

  /// How good so many plots of each size are: wishes met first, then all plots.
  func worth(_ counts: [PlotSize: Int], courts: Int = 0) -> PlotWorth {
    PlotWorth(
      met: sizes.reduce(min(courts, self.courts)) { $0 + min($1.count ?? 0, counts[$1.size] ?? 0) },
      plots: counts.values.reduce(0, +))
  }
}

/// What a layout is worth, compared member by member.
struct PlotWorth: Comparable {
  var met: Int
  var plots: Int

  static func < (a: PlotWorth, b: PlotWorth) -> Bool { (a.met, a.plots) < (b.met, b.plots) }
}
