import Geometry

/// A layout on the plane, before it is checked, numbered and named.
struct DrawnLayout {
  /// Plots side by side, in the order in which one walks past them.
  struct Row {
    var plots: [Polygon]
    /// Along the row and towards its fronts.
    var along: Vector
    var front: Vector
    /// Which block it belongs to, counted along the bank.
    var block: Int
    var frontageMetres: Double
    var depthMetres: Double
  }

  var rows: [Row] = []
  /// Lanes with their clear width in metres.
  var lanes: [(area: [Polygon], widthMetres: Double)] = []
  var walkway = Shape.empty(.polygon)

  /// Plots of each size.
  var counts: [PlotSize: Int] {
    rows.reduce(into: [:]) {
      $0[PlotSize(frontageMetres: $1.frontageMetres, depthMetres: $1.depthMetres), default: 0] +=
        $1.plots.count
    }
  }

  var plots: Int { rows.reduce(0) { $0 + $1.plots.count } }
}
