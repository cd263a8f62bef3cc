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
    /// As it was asked for.
    let size: PlotSize
    /// As drawn, of the plots between the end lots.
    var frontageMetres: Double
    var depthMetres: Double
    /// The plots at its ends may be wider.
    var hasEndLots = false
    /// Its fronts lie on the court of its block.
    var isOnCourt = false
  }

  struct Lane {
    var area: [Polygon]
    /// Clear width in metres; an odd corner that no way took in has none: 0.
    var widthMetres: Double
    /// It is the court of this block.
    var court: Int?
  }

  var rows: [Row] = []
  var lanes: [Lane] = []
  var walkway = Shape.empty(.polygon)

  /// Plots of each size.
  var counts: [PlotSize: Int] {
    rows.reduce(into: [:]) {
      $0[$1.size, default: 0] += $1.plots.count
    }
  }

  /// The blocks whose courts have plots enough round them.
  var courts: Set<Int> {
    let drawn = Set(lanes.compactMap(\.court))
    let plots = rows.filter(\.isOnCourt).reduce(into: [:]) { $0[$1.block, default: 0] += $1.plots.count }
    return drawn.filter { CourtPattern.plots.contains(plots[$0] ?? 0) }
  }

  var plots: Int { rows.reduce(0) { $0 + $1.plots.count } }

  /// Takes plots out; a row is cut in two where they stood in it.
  ///
  /// - Returns: how many.
  @discardableResult
  mutating func remove(where isGone: (PlotPlace) throws -> Bool) rethrows -> Int {
    let before = plots
    rows = try rows.enumerated().flatMap { number, row in
      var runs: [[Polygon]] = [[]]
      for (place, plot) in row.plots.enumerated() {
        if try isGone(PlotPlace(row: number, plot: place)) {
          runs.append([])
        } else {
          runs[runs.count - 1].append(plot)
        }
      }
      return runs.filter { !$0.isEmpty }.map {
        var part = row
        part.plots = $0
        return part
      }
    }
    return before - plots
  }
}

extension DrawnLayout.Row {
  func frontageMetres(of plot: Polygon) -> Double {
    guard hasEndLots, let along = along.unit, let origin = plot.shell.points.first else {
      return frontageMetres
    }
    let places = plot.shell.points.map { ($0 - origin).dot(along) }
    let width = (places.max() ?? 0) - (places.min() ?? 0)
    return (width * 1000).rounded() / 1000
  }
}
