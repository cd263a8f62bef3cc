internal import GEOS
internal import Geometry
internal import Settlement

/// Beyond the ends of a row nothing stands within the gap.
///
/// Where a plan says that it is relaxed, plots that face the end of the row may stand nearer: such ends are told as
/// recommendations, each with its place, for whoever grants the permit.
enum RowGaps: LayoutRule {
  /// A strip beyond an end wall, narrower than the wall so that what stands beside the row is not in it.
  private static let insetMetres = 0.05
  /// Less ground than this in the strip is a touch (an assumption).
  private static let touchSquareMetres = 1e-6

  static func findings(on ground: Ground) -> [Finding] {
    let terms = RowTerms(ground)
    let houses = ground.settlement.houses.filter { $0.isLocked && !$0.footprint.isEmpty }.map {
      Obstacle(reference: $0.reference, name: "a house that stays", body: Body($0.footprint))
    }
    let houseIndex = SpatialIndex(houses.map(\.body.bounds))
    return ground.rows.filter { $0.plots.count > 1 }.flatMap { row -> [Finding] in
      guard let gap = terms.isFull(row) ? terms.gapAfterFullRow : terms.gapBesideShorterRow else { return [] }
      return row.ends.flatMap { end -> [Finding] in
        guard let strip = Strip(beyond: end.side, of: end.plot, metres: gap.value, ground) else { return [] }
        let near =
          ground.plots(near: strip.bounds).filter { $0 != end.plot }
          .map { number -> Obstacle in
            let plot = ground.plots[number]
            return Obstacle(
              reference: plot.plot.reference, name: plot.name, body: plot.body,
              isRelaxed: ground.isRelaxed(number, beyond: end))
          } + houseIndex.query(strip.bounds).map { houses[$0] }
        return [
          finding(strip, near.filter { !$0.isRelaxed }, gap, row, end.plot, ground),
          finding(strip, near.filter(\.isRelaxed), gap.relaxed, row, end.plot, ground),
        ].compactMap { $0 }
      }
    }
  }

  private struct Obstacle {
    var reference: FeatureReference
    var name: String
    var body: Body
    /// It faces the end of the row, and the plan says that such ends may be nearer.
    var isRelaxed = false
  }

  private static func finding(
    _ strip: Strip, _ near: [Obstacle], _ gap: RowTerms.Term<Double>, _ row: Row, _ end: Int, _ ground: Ground
  ) -> Finding? {
    let found = near.compactMap { obstacle in
      strip.nearest(obstacle.body).map { (obstacle: obstacle, metres: $0.metres, place: $0.place) }
    }
    guard let worst = found.min(by: { $0.metres < $1.metres }),
      worst.metres < gap.value - ground.tolerances.shortfallMetres
    else { return nil }
    return Finding(
      ground.plots[end], gap.rule, measured: worst.metres, required: gap.value, place: worst.place,
      other: worst.obstacle.reference,
      message:
        "\(worst.obstacle.name) stands \(worst.metres.metres) beyond the end of a row of \(row.plots.count) units at \(ground.plots[end].name); \(gap.value.metres) must be free.",
      remedy: "widen the gap, or take the last unit away")
  }

  /// The ground beyond an end wall.
  private struct Strip {
    let window: [Point]
    let wall: Segment
    let outward: Vector
    let bounds: Bounds

    init?(beyond side: PlotFrame.Side, of plot: Int, metres: Double, _ ground: Ground) {
      let body = ground.plots[plot].body
      let edges = zip(body.edges, ground.frames[plot].sideOfEdge).filter { $0.1 == side }.map(\.0)
      guard let wall = edges.max(by: { $0.length < $1.length }), let step = wall.step.unit,
        wall.length > 4 * insetMetres
      else { return nil }
      // Outward lies away from the middle of the plot.
      let facing = ground.frames[plot].outward(side)
      let outward = step.left.dot(facing) >= 0 ? step.left : -step.left
      let near = [wall.start + step * insetMetres, wall.end - step * insetMetres]
      let corners = near + near.reversed().map { $0 + outward * metres }
      let isClockwise = step.cross(outward) < 0
      window = isClockwise ? corners.reversed() : corners
      self.wall = wall
      self.outward = outward
      bounds = Bounds(of: corners)
    }

    /// The place of a body that comes nearest to the wall, if it reaches into the strip.
    func nearest(_ body: Body) -> (metres: Double, place: Point)? {
      body.polygons.compactMap { polygon -> (metres: Double, place: Point)? in
        let inside = Array(polygon.shell.points.dropLast()).clipped(to: window)
        guard abs(inside.areaAndCentre.area) > touchSquareMetres else { return nil }
        return inside.map { (metres: max(0, ($0 - wall.start).dot(outward)), place: $0) }
          .min { $0.metres < $1.metres }
      }
      .min { $0.metres < $1.metres }
    }
  }
}

extension RowTerms.Term {
  /// What the rule comes to where a plan says that it is relaxed: told, and no breach.
  fileprivate var relaxed: Self {
    RowTerms.Term(
      value: value,
      rule: RuleCitation(
        id: RuleCitation.relaxedRowEnds, title: "\(rule.title), relaxed by the plan", clause: rule.clause,
        sources: rule.sources, confidence: rule.confidence, isVerified: rule.isVerified, level: .norm))
  }
}

extension RuleCitation {
  /// The name under which row ends are told that a relaxed plan puts nearer than the rule of the row asks.
  public static let relaxedRowEnds = "row-ends-relaxed"
}

extension Ground {
  /// Whether a plot stands square to the row beyond whose end it is, in a plan that says it is relaxed.
  fileprivate func isRelaxed(_ other: Int, beyond end: (plot: Int, side: PlotFrame.Side)) -> Bool {
    guard statement?.isRelaxed == true, let front = fronts[other] else { return false }
    let out = frames[end.plot].outward(end.side)
    return abs(frames[other].outward(front).dot(out)) > Self.square
  }

  /// The cosine of 60 degrees: nearer to square than to in line.
  private static let square = 0.5
}
