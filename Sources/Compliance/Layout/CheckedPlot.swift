internal import GEOS
internal import Geometry
internal import Settlement

/// A plot as the rules look at it.
struct CheckedPlot {
  let plot: Plot
  let body: Body
  let area: MeasuredArea
  /// The envelopes drawn for it; none means that it is judged as built over whole.
  var envelopes: [BuildingEnvelope] = []

  var name: String {
    if let number = plot.number { return "plot \(number)" }
    return plot.id.map { "plot \($0)" } ?? "the plot"
  }

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ plot: Plot) throws(GEOSError) {
    self.plot = plot
    body = Body(plot.area)
    area = try MeasuredArea(plot.area)
  }
}
