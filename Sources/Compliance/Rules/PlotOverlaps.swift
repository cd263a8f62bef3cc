internal import GEOS
internal import Geometry

/// No ground belongs to two plots.
enum PlotOverlaps: LayoutRule {
  private static let rule = RuleCitation.layout("plot-overlap", "Plots do not overlap")

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    var findings: [Finding] = []
    for (number, plot) in ground.plots.enumerated() {
      for other in ground.plots(near: plot.area.bounds) where other > number {
        let neighbour = ground.plots[other]
        guard
          let overlap = try plot.area.overlap(
            neighbour.area, above: ground.tolerances.overlapSquareMetres),
          !isRounding(overlap, plot, neighbour, ground.tolerances)
        else { continue }
        findings.append(
          Finding(
            neighbour, rule, measured: overlap.squareMetres, required: 0, unit: .squareMetres,
            place: overlap.place, other: plot.plot.reference,
            message:
              "\(neighbour.name) lies over \(plot.name) with \(overlap.squareMetres.text(decimals: 4)) m2.",
            remedy: "move the edge that they share so that both plots use the same corners"))
      }
    }
    return findings
  }

  /// A corner on a neighbour's long side is rounded off that side; corners that both share are not.
  private static func isRounding(
    _ overlap: Overlap, _ a: CheckedPlot, _ b: CheckedPlot, _ tolerances: Tolerances
  ) -> Bool {
    guard overlap.depthMetres <= tolerances.roundingMetres else { return false }
    return !sharesCorners(a.body, b.body)
  }

  /// Whether the plots meet along a whole edge of both, corner to corner.
  private static func sharesCorners(_ a: Body, _ b: Body) -> Bool {
    let sameCorner = 0.001
    return a.edges.contains { edge in
      edge.length > 10 * sameCorner
        && [edge.start, edge.end].allSatisfy { corner in
          b.edges.contains { $0.start.distance(to: corner) <= sameCorner }
        }
    }
  }
}
