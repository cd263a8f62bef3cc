internal import Geometry

/// Plots that stand wall to wall in one row.
struct Row {
  /// In ascending order of the plots.
  var plots: [Int]
  /// The widths of all units together, in metres.
  var lengthMetres: Double
  /// The side walls that no other unit of the row shares.
  var ends: [(plot: Int, side: PlotFrame.Side)]
}

extension Row {
  /// Groups plots that share side walls along more than half of the shorter depth (facts/layout.md §1).
  ///
  /// A neighbour back to back shares the rear wall and is no row mate.
  static func all(plots: [CheckedPlot], frames: [PlotFrame], fronts: [PlotFrame.Side?], walls: [SharedWall])
    -> [Row]
  {
    var groups = DisjointSets(count: plots.count)
    var inner = Array(repeating: Set<PlotFrame.Side>(), count: plots.count)
    for wall in walls {
      guard let first = fronts[wall.plots.0], let second = fronts[wall.plots.1],
        !wall.sides.0.isParallel(to: first), !wall.sides.1.isParallel(to: second)
      else { continue }
      let depth = min(
        frames[wall.plots.0].depth(behind: first), frames[wall.plots.1].depth(behind: second))
      guard wall.length > depth / 2 else { continue }
      groups.join(wall.plots.0, wall.plots.1)
      inner[wall.plots.0].insert(wall.sides.0)
      inner[wall.plots.1].insert(wall.sides.1)
    }
    return groups.members.map { members in
      Row(
        plots: members,
        lengthMetres: members.reduce(0) { $0 + plots[$1].unitWidth(frames[$1], front: fronts[$1]) },
        ends: members.flatMap { plot in
          PlotFrame.Side.allCases
            .filter { side in
              fronts[plot].map { !side.isParallel(to: $0) } ?? false && !inner[plot].contains(side)
            }
            .map { (plot, $0) }
        })
    }
  }
}

extension CheckedPlot {
  /// The mean width of the unit: in a bend the plots are not quite rectangles.
  fileprivate func unitWidth(_ frame: PlotFrame, front: PlotFrame.Side?) -> Double {
    guard let front else { return 0 }
    let depth = frame.depth(behind: front)
    return depth > 0 ? plot.areaInSquareMetres / depth : 0
  }
}
