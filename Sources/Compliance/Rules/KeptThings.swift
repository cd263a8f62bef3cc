internal import GEOS
internal import Geometry
internal import Settlement

/// What must stay keeps its place and the clearance around it.
enum KeptThings: LayoutRule {
  private static let rule = RuleCitation.layout("on-kept", "Plots leave room for what must stay")

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    var findings: [Finding] = []
    for keep in ground.settlement.keeps where !keep.shape.isEmpty {
      let body = Body(keep.shape)
      for number in ground.plots(near: body.bounds, within: keep.clearanceMetres) {
        if let finding = try finding(ground.plots[number], keep, body, ground) { findings.append(finding) }
      }
    }
    return findings
  }

  private static func finding(
    _ plot: CheckedPlot, _ keep: Keep, _ body: Body, _ ground: Ground
  ) throws(GEOSError) -> Finding? {
    let name = keep.name ?? "a thing that must stay"
    let nearest = plot.body.nearest(to: body)
    if keep.clearanceMetres > ground.tolerances.shortfallMetres {
      guard nearest.distance < keep.clearanceMetres - ground.tolerances.shortfallMetres else { return nil }
      return Finding(
        plot, rule, measured: nearest.distance, required: keep.clearanceMetres, place: nearest.place,
        other: keep.reference,
        message:
          "\(plot.name) is \(nearest.distance.metres) from \(name), which needs \(keep.clearanceMetres.metres) around it.",
        remedy: "draw the plot back, or lower clearance_m if less is enough")
    }
    guard try stands(on: plot, body, keep.shape, ground) else { return nil }
    return Finding(
      plot, rule, measured: 0, required: 0, place: nearest.place, other: keep.reference,
      message: "\(plot.name) lies on \(name), which must stay.", remedy: "draw the plot around it")
  }

  /// Without a clearance a kept thing may touch a plot's edge, but not stand on the plot.
  private static func stands(
    on plot: CheckedPlot, _ body: Body, _ shape: Shape, _ ground: Ground
  ) throws(GEOSError) -> Bool {
    if !body.polygons.isEmpty {
      let overlap = try plot.area.overlap(
        MeasuredArea(body.polygons), above: ground.tolerances.overlapSquareMetres)
      if (overlap?.depthMetres ?? 0) > ground.tolerances.roundingMetres { return true }
    }
    // A line or point, but for a touch: some place of it well inside.
    let loose = shape.lineStrings.flatMap(\.segments) + shape.points.map { Segment(start: $0, end: $0) }
    return loose.contains { edge in
      [edge.start, edge.midpoint, edge.end].contains {
        plot.body.contains($0) && plot.body.distanceToEdge(from: $0) > ground.tolerances.shortfallMetres
      } || plot.body.edges.contains { $0.passesThrough(edge, by: ground.tolerances.shortfallMetres) }
    }
  }
}
