/// The ground that a row claims, standing along or square to a direction: its plots and its trapezoids, which
/// together make one convex shape.
struct RowClaim {
  let units: Int
  /// How far the plots themselves reach across the direction; the claim reaches beyond both.
  let bodyMetres: Double
  /// Corners counter-clockwise; the plots stand on height 0.
  private let corners: [LocalPoint]

  var low: Double { corners.map(\.v).min() ?? 0 }
  var high: Double { corners.map(\.v).max() ?? 0 }
  var heights: [Double] { corners.map(\.v) }

  enum Stance { case frontBelow, frontAbove, square }

  init(_ stance: Stance, units: Int, charge: RowCharge) {
    self.units = units
    let depth = charge.plot.depthMetres
    let front = charge.front(units)
    let end = charge.end(units)
    let length = front.frontMetres
    let (h, e) = (front.heightMetres, end.heightMetres)
    // Front above, from the left end of the rear on.
    let above: [(Double, Double)] = [
      (0, 0), (length, 0), (length + e, e), (length + e, depth - e), (length, depth), (length - h, depth + h),
      (h, depth + h), (0, depth), (-e, depth - e), (-e, e),
    ]
    switch stance {
    case .frontAbove: corners = above.map { LocalPoint(u: $0.0, v: $0.1) }
    case .frontBelow: corners = above.reversed().map { LocalPoint(u: $0.0, v: depth - $0.1) }
    case .square: corners = above.map { LocalPoint(u: depth - $0.1, v: $0.0) }
    }
    bodyMetres = stance == .square ? length : depth
  }

  /// The part of the claim below a height, in square metres.
  func squareMetres(below height: Double) -> Double {
    // Clamping every corner's height shears nothing: what lies above is pressed flat.
    var twice = 0.0
    var last = corners[corners.count - 1]
    for corner in corners {
      twice += Self.swept(last, corner, below: height)
      last = corner
    }
    return abs(twice)
  }

  /// ∫ u dv along an edge, over its part below a height.
  private static func swept(_ a: LocalPoint, _ b: LocalPoint, below height: Double) -> Double {
    if a.v >= height, b.v >= height { return 0 }
    if a.v <= height, b.v <= height { return (a.u + b.u) / 2 * (b.v - a.v) }
    let fraction = (height - a.v) / (b.v - a.v)
    let crossing = LocalPoint(u: a.u + (b.u - a.u) * fraction, v: height)
    return a.v < height
      ? (a.u + crossing.u) / 2 * (height - a.v) : (crossing.u + b.u) / 2 * (b.v - height)
  }
}
