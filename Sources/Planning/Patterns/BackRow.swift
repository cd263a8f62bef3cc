/// A row on a way that runs behind the land already, such as a public road: it needs no lane.
struct BackRow {
  let low: Double
  let rows: [PlacedRow]
  let plots: Int

  /// Nil where no way adjoins the block from behind, or no plot fits before it.
  init?(in block: Block, of bay: Bay, rules: LayoutRules) {
    guard let way = block.slabs.compactMap({ bay.wayBehind[$0] }).min() else { return nil }
    let low = way - rules.depth
    let stretches = bay.ground.freeRuns(in: block.slabs, low, way) {
      bay.wayBehind[$0].map { $0 <= way + Self.touch } ?? false
    }.map { bay.ground.position($0.lowerBound)...bay.ground.position($0.upperBound) }
    rows = RowPacking.rows(in: stretches, limit: block.rowLimit, rules: rules)
      .map { PlacedRow(run: $0, low: low, facing: .inland) }
    plots = rows.reduce(0) { $0 + $1.run.units }
    self.low = low
    if plots == 0 { return nil }
  }

  /// As near as this a plot touches the way, in metres.
  private static let touch = 0.005

  /// Columns before it end below this level.
  func ceiling(_ rules: LayoutRules) -> Double { low - (rules.isRelaxed ? 0 : rules.sideGap) }
}
