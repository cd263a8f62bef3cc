internal import GEOS
internal import Geometry

/// Two plots that stand wall to wall.
struct SharedWall {
  var plots: (Int, Int)
  var sides: (PlotFrame.Side, PlotFrame.Side)
  var length: Double
}

extension SharedWall {
  /// All walls that neighbours share, in the order of the plots.
  static func all(
    of plots: [CheckedPlot], frames: [PlotFrame], index: SpatialIndex, within metres: Double
  ) -> [SharedWall] {
    plots.indices.flatMap { first in
      index.query(plots[first].body.bounds.widened(byMetres: metres)).filter { $0 > first }
        .flatMap { walls(of: (first, $0), plots, frames, metres) }
    }
  }

  private static func walls(
    of pair: (Int, Int), _ plots: [CheckedPlot], _ frames: [PlotFrame], _ metres: Double
  ) -> [SharedWall] {
    var found: [SharedWall] = []
    let others = plots[pair.1].body.edges
    for (number, edge) in plots[pair.0].body.edges.enumerated() {
      for (otherNumber, other) in others.enumerated() {
        guard let range = edge.contact(with: other, within: metres) else { continue }
        let sides = (frames[pair.0].sideOfEdge[number], frames[pair.1].sideOfEdge[otherNumber])
        let length = range.upperBound - range.lowerBound
        if let known = found.firstIndex(where: { $0.sides == sides }) {
          found[known].length += length
        } else {
          found.append(SharedWall(plots: pair, sides: sides, length: length))
        }
      }
    }
    return found
  }
}
