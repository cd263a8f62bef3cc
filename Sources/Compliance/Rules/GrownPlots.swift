internal import Geometry

/// Where plots may grow, none is smaller than asked for or larger than that allows, and those of a row are alike.
enum GrownPlots: LayoutRule {
  private static let rule = RuleCitation.claim("plot-growth", "A plot grows no more than the plan states")
  /// What a measured side may be off, in metres: sizes are stated in centimetres.
  private static let slack = 0.01

  static func findings(on ground: Ground) -> [Finding] {
    guard let statement = ground.statement, statement.flexMetres != nil || statement.endLotMetres != nil
    else { return [] }
    let limits = Limits(statement)
    guard !limits.sizes.isEmpty else { return [] }
    return ground.rows.flatMap { row -> [Finding] in
      let ends = Set(row.ends.map(\.plot))
      let own = row.plots.filter { !ground.plots[$0].plot.isLocked && ground.fronts[$0] != nil }
      let beyond = own.compactMap { Self.beyond(limits, $0, isEnd: ends.contains($0), ground) }
      return beyond.isEmpty ? unlike(own.filter { !ends.contains($0) }, ground) : beyond
    }
  }

  private struct Limits {
    var sizes: [StatedPlotSize]
    var flex: Double
    var endLot: Double

    init(_ statement: PlanStatement) {
      sizes = statement.plotSizes
      if sizes.isEmpty, let frontage = statement.plotFrontageMetres, let depth = statement.plotDepthMetres {
        sizes = [StatedPlotSize(frontageMetres: frontage, depthMetres: depth)]
      }
      flex = statement.flexMetres ?? 0
      endLot = statement.endLotMetres ?? 0
    }
  }

  private static func size(_ plot: Int, _ ground: Ground) -> (width: Double, depth: Double) {
    guard let front = ground.fronts[plot] else { return (0, 0) }
    return (ground.frames[plot].width(of: front), ground.frames[plot].depth(behind: front))
  }

  private static func beyond(_ limits: Limits, _ number: Int, isEnd: Bool, _ ground: Ground) -> Finding? {
    let plot = ground.plots[number]
    let (width, depth) = size(number, ground)
    let extra = limits.flex + (isEnd ? limits.endLot : 0)
    let isWithin = limits.sizes.contains {
      ($0.frontageMetres - slack...$0.frontageMetres + extra + slack).contains(width)
        && ($0.depthMetres - slack...$0.depthMetres + limits.flex + slack).contains(depth)
    }
    guard !isWithin, plot.area.fault == nil else { return nil }
    let widest = limits.sizes.map(\.frontageMetres).max() ?? 0
    return Finding(
      plot, rule, measured: width, required: widest + extra, place: plot.centre,
      message:
        "\(plot.name) measures \(width.metres) by \(depth.metres), which no size of the plan comes to with up to \(limits.flex.metres) more\(isEnd && limits.endLot > 0 ? " and \(limits.endLot.metres) at the end of a row" : "").",
      remedy: "draw it in a size that the plan allows, or state the growth that it has")
  }

  /// Plots between the ends of a row are equally wide.
  private static func unlike(_ plots: [Int], _ ground: Ground) -> [Finding] {
    guard let first = plots.first else { return [] }
    let width = size(first, ground).width
    return plots.dropFirst().compactMap { number in
      let own = size(number, ground).width
      guard abs(own - width) > 2 * slack else { return nil }
      return Finding(
        ground.plots[number], rule, measured: own, required: width, place: ground.plots[number].centre,
        message:
          "\(ground.plots[number].name) is \(own.metres) wide, its neighbours in the row \(width.metres).",
        remedy: "share the remnant among all plots of the row")
    }
  }
}
