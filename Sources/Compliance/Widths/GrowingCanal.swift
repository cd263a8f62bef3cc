internal import Geometry
internal import Regulations
internal import Settlement

/// One canal made wider or narrower, with what the book asks at each width.
struct GrowingCanal: Sendable {
  enum Standing { case clear, tooNear, overWater, unknown }

  let reference: FeatureReference
  /// Round all that may be affected at the largest width.
  let reach: Bounds
  private let line: Body
  /// How far the water reaches beyond what is drawn, and what is asked, at each width.
  private let terms: [(growth: Double, required: Double?, isAsked: Bool)]
  private let shortfallMetres: Double

  /// Nil for an area of which nobody states a width.
  init?(_ canal: Canal, widths: [Double], checker: Checker) {
    let isArea = !canal.area.isEmpty
    guard let own = isArea ? canal.widthMetres : 0 else { return nil }
    reference = canal.reference
    line = isArea ? Body(canal.area) : Body(Shape(canal.centreline))
    shortfallMetres = checker.tolerances.shortfallMetres
    terms = widths.map { width in
      var wider = canal
      wider.widthMetres = width
      let answer = wider.water(widthMetres: width).map { checker.book.setback(for: $0) }
      let isExempt = if case .exempt = answer { true } else { false }
      return ((width - own) / 2, answer?.metres, !isExempt)
    }
    let most = terms.reduce(0) { max($0, $1.growth + ($1.required ?? 0)) }
    reach = line.bounds.widened(byMetres: most + 0.001)
  }

  /// To the drawn edge or centre line; below 0 over the water that is drawn.
  func distance(from body: Body) -> Double {
    let nearest = line.nearest(to: body)
    guard nearest.distance == 0, !line.polygons.isEmpty else { return nearest.distance }
    // Over a drawn area: the part that stands farthest out decides at smaller widths.
    let depths = body.edges.map(\.start).filter(line.contains).map(line.distanceToEdge)
    return -(depths.max() ?? 0)
  }

  func standing(atMetres distance: Double, width: Int) -> Standing {
    let term = terms[width]
    let rest = distance - term.growth
    if rest < -CanalMap.onTheLineMetres { return .overWater }
    guard term.isAsked else { return .clear }
    guard let required = term.required else { return .unknown }
    return rest < required - shortfallMetres ? .tooNear : .clear
  }
}
