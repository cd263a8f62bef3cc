internal import Geometry

/// What decides whether a piece of legal line can matter to an outline, small and side by side in memory.
struct FlatEdge: Sendable {
  /// The corners of the rectangle round the piece.
  let low: SIMD2<Double>
  let high: SIMD2<Double>
  let halfWidth: Double
  /// Farther than this from the rectangle the piece cannot matter, squared.
  let squareReach: Double
  let canal: Int32
  /// Neither half a width nor a bank line has a say in it.
  let isPlain: Bool

  init(_ edge: WaterEdge, reachMetres: Double) {
    let bounds = edge.segment.bounds
    low = SIMD2(bounds.minimum.x, bounds.minimum.y)
    high = SIMD2(bounds.maximum.x, bounds.maximum.y)
    halfWidth = edge.halfWidth
    let reach = edge.halfWidth + reachMetres + 0.001
    squareReach = reach * reach
    canal = Int32(edge.canal)
    isPlain = edge.halfWidth == 0 && !edge.isReplacedOnLeft && !edge.isReplacedOnRight
  }

  /// The square of the gap to another rectangle, 0 where they meet.
  @inline(__always)
  func squareGap(_ otherLow: SIMD2<Double>, _ otherHigh: SIMD2<Double>) -> Double {
    Self.squareGap(low, high, otherLow, otherHigh)
  }

  @inline(__always)
  static func squareGap(
    _ low: SIMD2<Double>, _ high: SIMD2<Double>, _ otherLow: SIMD2<Double>, _ otherHigh: SIMD2<Double>
  ) -> Double {
    let dx = max(0, max(low.x - otherHigh.x, otherLow.x - high.x))
    let dy = max(0, max(low.y - otherHigh.y, otherLow.y - high.y))
    return dx * dx + dy * dy
  }
}
