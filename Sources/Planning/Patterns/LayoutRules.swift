/// The figures that every pattern obeys, in metres.
struct LayoutRules: Hashable, Sendable {
  let frontage: Double
  let depth: Double
  let laneWidth: Double
  /// Free ground beyond the end of a shorter row.
  let sideGap: Double
  /// Free ground beyond the end of a longest row.
  let rowGap: Double
  /// How far a lane may run beyond its last fork; nil for no limit.
  let deadEnd: Double?
  /// Clear width of a court; nil where none is asked for.
  let courtWidth: Double?
  /// Rows may touch the ends of rows that stand square to them.
  let isRelaxed: Bool
  /// Plots may look at cross-lanes; else they stand in rows along the bank alone.
  let hasColumns: Bool
  /// The most plots in a shorter row, and in any row.
  let shortRow: Int
  let longRow: Int
  /// Grid of the search: slabs along the bank, levels inland.
  let step: Double

  var plot: PlotSize { PlotSize(frontageMetres: frontage, depthMetres: depth) }

  /// - Parameter plot: one of the sizes asked for; nil for the first.
  init(_ request: PlanRequest, plot: PlotSize? = nil) {
    let plot = plot ?? request.sizesInOrder.first?.size ?? request.plot
    let others = request.sizes.flatMap { [$0.size.frontageMetres, $0.size.depthMetres] }
    frontage = plot.frontageMetres
    depth = plot.depthMetres
    laneWidth = request.laneWidthMetres
    sideGap = request.sideGapMetres
    rowGap = request.rowGapMetres
    shortRow = request.shortRowUnits(widthMetres: frontage)
    longRow = request.longRowUnits(widthMetres: frontage)
    deadEnd = request.deadEndMetres
    courtWidth = request.courts > 0 ? request.courtWidthMetres : nil
    isRelaxed = request.isRelaxed
    hasColumns = request.patterns.contains(.columns)
    step = Self.grid(for: [frontage, depth, laneWidth, sideGap, rowGap] + others)
  }

  /// The coarsest grid on which every size is a whole number of steps, so that rows stand without slack.
  private static func grid(for sizes: [Double]) -> Double {
    for step in [0.5, 0.25, 0.2, 0.1]
    where sizes.allSatisfy({ abs(($0 / step).rounded() * step - $0) < 1e-9 }) {
      return step
    }
    return 0.1
  }

  /// Whole steps that hold a size.
  func steps(_ metres: Double) -> Int { Int((metres / step - 1e-6).rounded(.up)) }
}
