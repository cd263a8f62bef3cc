import GEOS
import Geometry

/// Plots side by side that look the same way and share their side walls.
struct MeasuredRow {
  let plots: Int
  let lengthMetres: Double
  /// A wall between any two neighbours, and one at each end.
  let wallMetres: Double

  /// Walls nearer than this are one, in metres.
  private static let touch = 0.1

  /// All rows; a plot without a neighbour, or without a front, is a row of one.
  static func all(_ plots: [MeasuredPlot]) -> [MeasuredRow] {
    let index = SpatialIndex(plots.map(\.bounds))
    var rowOf = Array(plots.indices)
    for (number, plot) in plots.enumerated() {
      for other in index.query(plot.bounds.widened(byMetres: touch)) where other > number {
        guard sharesWall(plot, plots[other]) else { continue }
        let (kept, gone) = (rowOf[number], rowOf[other])
        if kept != gone { for place in rowOf.indices where rowOf[place] == gone { rowOf[place] = kept } }
      }
    }
    return Dictionary(grouping: plots.indices, by: { rowOf[$0] }).sorted { $0.key < $1.key }.map {
      row(of: $0.value.map { plots[$0] })
    }
  }

  private static func row(of plots: [MeasuredPlot]) -> MeasuredRow {
    let depths = plots.map { $0.front?.depthMetres ?? $0.squareMetres.squareRoot() }
    return MeasuredRow(
      plots: plots.count,
      lengthMetres: plots.reduce(0) { $0 + ($1.front?.widthMetres ?? $1.squareMetres.squareRoot()) },
      wallMetres: depths.reduce(0, +) + (depths.max() ?? 0))
  }

  /// Whether the plots stand side by side: the doors as far apart as both are wide, half, and nearly in line.
  private static func sharesWall(_ one: MeasuredPlot, _ other: MeasuredPlot) -> Bool {
    guard let a = one.front, let b = other.front, a.inward.dot(b.inward) > 0.98 else { return false }
    let step = b.middle - a.middle
    let beside = abs(step.dot(a.inward.left))
    let offset = abs(step.dot(a.inward))
    return abs(beside - (a.widthMetres + b.widthMetres) / 2) <= touch
      && offset <= min(a.depthMetres, b.depthMetres) / 2
  }
}
