import GEOS
import Geometry

/// Takes out again what exact geometry does not bear out: the search works on a grid, the law does not.
struct LayoutProof {
  let ground: Ground
  let request: PlanRequest
  let rules: LayoutRules

  /// The layout with every plot that fails removed, and why.
  func proved(_ layout: DrawnLayout) throws -> (layout: DrawnLayout, notes: [String]) {
    var layout = layout
    var notes: [String] = []
    let outside = try remove(from: &layout, where: isOffGround(layout))
    if outside > 0 { notes.append("\(outside) plots taken out: they did not lie wholly on free ground") }
    let unserved = try remove(from: &layout, where: isUnserved(layout))
    if unserved > 0 { notes.append("\(unserved) plots taken out: no lane led from them to a public road") }
    let crowded = try thinRowEnds(&layout)
    if crowded > 0 { notes.append("\(crowded) plots taken out: too near to the end of another row") }
    return (layout, notes)
  }

  private func remove(from layout: inout DrawnLayout, where fails: (DrawnLayout.Row, Polygon) throws -> Bool)
    rethrows -> Int
  {
    var removed = 0
    layout.rows = try layout.rows.flatMap { row in
      // A plot taken from the middle leaves two rows.
      var runs: [[Polygon]] = [[]]
      for plot in row.plots {
        if try fails(row, plot) {
          removed += 1
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
    return removed
  }

  private func isOffGround(_ layout: DrawnLayout) throws -> (DrawnLayout.Row, Polygon) throws -> Bool {
    let free = try Shape(ground.parts).buffered(byMetres: 2 * SlabMap.tolerance, join: .mitre)
    let prepared = try PreparedShape(free)
    return { _, plot in try !prepared.covers(.polygon(plot)) }
  }

  /// A plot is served where the ground before the middle of its front is circulation that reaches a road.
  private func isUnserved(_ layout: DrawnLayout) throws -> (DrawnLayout.Row, Polygon) throws -> Bool {
    let ways = layout.lanes.flatMap(\.area).map(Shape.polygon) + [layout.walkway, ground.roads]
    let hairline = 0.002
    let joined = try ways.filter { !$0.isEmpty }.map { try $0.buffered(byMetres: hairline) }.unaryUnion()
    let reached = try joined.polygons.map(Shape.polygon).filter { try $0.intersects(ground.entrances) }
    guard !reached.isEmpty else { return { _, _ in true } }
    let prepared = try PreparedShape(reached.unaryUnion())
    return { row, plot in
      guard let centre = try Shape.polygon(plot).centroid() else { return true }
      let before = row.front * (row.depthMetres / 2 + 0.05)
      let half = row.along * (row.frontageMetres / 2 - 0.05)
      return try !prepared.covers(.point(centre + before + half))
        || !prepared.covers(.point(centre + before + -half))
    }
  }
}
