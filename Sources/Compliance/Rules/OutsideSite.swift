internal import GEOS
internal import Geometry

/// Plots lie on the land that may be planned.
enum OutsideSite: LayoutRule {
  private static let rule = RuleCitation.layout("outside-site", "Plots lie inside the site")

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    let drawn = ground.settlement.site
    guard !drawn.isEmpty, !ground.plots.isEmpty else { return [] }
    let merged = try orUnmeasurable { () throws(GEOSError) in
      try drawn.map(Shape.polygon).map { shape throws(GEOSError) in try shape.madeValid() }.unaryUnion()
    }
    let site = IndexedArea(merged?.polygons ?? drawn)
    var findings: [Finding] = []
    for plot in ground.plots {
      let worst = try worst(of: plot, outside: site, merged) ?? (0, Point(x: 0, y: 0))
      guard worst.metres > ground.tolerances.shortfallMetres else { continue }
      findings.append(
        Finding(
          plot, rule, measured: worst.metres, required: 0, place: worst.place,
          message: "\(plot.name) reaches \(worst.metres.metres) outside the site.",
          remedy: "draw it back inside the boundary of the site"))
    }
    return findings
  }

  /// The corner farthest outside, or the boundary's corner deepest inside the plot.
  private static func worst(
    of plot: CheckedPlot, outside site: IndexedArea, _ shape: Shape?
  ) throws(GEOSError) -> (metres: Double, place: Point)? {
    let reach = plot.body.bounds.width + plot.body.bounds.height
    let corners = plot.body.edges.map(\.start).filter { !site.contains($0) }
      .map { (metres: site.distanceToEdge(from: $0, within: reach) ?? reach, place: $0) }
    let near = site.edges(near: plot.body.bounds)
    guard !near.isEmpty || !corners.isEmpty else { return nil }
    let notches = near.map(\.start).filter(plot.body.contains)
      .map { (metres: plot.body.distanceToEdge(from: $0), place: $0) }
    let pieces = try piecesOutside(plot, near, shape)
    return (corners + notches + pieces).max { $0.metres < $1.metres }
  }

  /// Ground of the plot outside the site, where corners of both coincide and tell nothing: a hole just as large.
  private static func piecesOutside(
    _ plot: CheckedPlot, _ near: [Segment], _ site: Shape?
  ) throws(GEOSError) -> [(metres: Double, place: Point)] {
    guard let site, !near.isEmpty else { return [] }
    let outside = try orUnmeasurable { () throws(GEOSError) in try Shape(plot.area.polygons).difference(site)
    }
    return (outside?.polygons ?? []).map { piece in
      let measured = Array(piece.shell.points.dropLast()).areaAndCentre
      return (2 * piece.areaInSquareMetres / max(piece.perimeterInMetres, 1e-9), measured.centre)
    }
  }
}
