internal import Planning
internal import Settlement

/// The largest plot that gives every household one, all else as asked for.
struct PlotSizeSearch {
  let settlement: Settlement
  let request: PlanRequest
  let households: Int

  enum Answer {
    case found(PlotSize, plots: Int)
    case none
    /// The time was over before all sizes were tried.
    case unfinished
  }

  /// The core house of Ayutthaya stands on 3 x 7 m (facts/law-and-practice.md §2.5, S49); a metre less deep is
  /// the smallest that is tried. An assumption of ours.
  static let least = PlotSize(frontageMetres: 3, depthMetres: 6)

  /// From large to small; the first that fits is the answer.
  func largest() -> Answer {
    for (number, size) in sizes.enumerated() {
      if let plots = plots(of: size), plots >= households { return .found(size, plots: plots) }
      // Where the smallest does not fit all, none between does: larger plots can be drawn smaller.
      if number == 0, let least = sizes.last, let plots = plots(of: least), plots < households { break }
    }
    return request.isCancelled() ? .unfinished : .none
  }

  private func plots(of size: PlotSize) -> Int? {
    if request.isCancelled() { return nil }
    var smaller = request
    smaller.plot = size
    return try? Planner.plots(settlement, smaller, soFar: true)
  }

  /// Half-metre steps below the size asked for, largest area first, the wider of two equal ones first.
  private var sizes: [PlotSize] {
    let own = request.plot
    let widths = stride(from: own.frontageMetres, through: Self.least.frontageMetres, by: -0.5)
    let depths = stride(from: own.depthMetres, through: Self.least.depthMetres, by: -0.5)
    let all = widths.flatMap { width in
      depths.map { PlotSize(frontageMetres: width, depthMetres: $0) }
    }
    return all.filter { $0.areaInSquareMetres < own.areaInSquareMetres }.sorted {
      ($0.areaInSquareMetres, $0.frontageMetres) > ($1.areaInSquareMetres, $1.frontageMetres)
    }
  }
}
