internal import GEOS
internal import Settlement

/// The plots of a layout, decided ones and new ones, each with the envelopes that name it.
struct PlacedPlots {
  private(set) var plots: [CheckedPlot] = []
  private(set) var strayEnvelopes: [BuildingEnvelope] = []

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ layout: CheckedLayout) throws(GEOSError) {
    for plot in layout.plan.plots { plots.append(try CheckedPlot(plot)) }
    // A plan repeats the plots that were decided before; two equal plots of one plan are a fault to be found.
    let repeated = Set(layout.plan.plots.map(\.area))
    for plot in layout.settlement.plots where !repeated.contains(plot.area) {
      plots.append(try CheckedPlot(plot))
    }
    let byName = Dictionary(
      plots.indices.compactMap { index in plots[index].plot.id.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    for envelope in layout.plan.buildings {
      if let plot = envelope.plot.flatMap({ byName[$0] }) {
        plots[plot].envelopes.append(envelope)
      } else {
        strayEnvelopes.append(envelope)
      }
    }
  }
}
