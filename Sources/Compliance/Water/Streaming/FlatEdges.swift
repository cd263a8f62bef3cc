internal import Geometry

/// The pieces of legal line of all canals, so small that those of a city stay in the processor's cache.
///
/// Rectangles are kept in single precision and a millimetre too large, so that a gap between two of them is never larger
/// than the true one; what may matter is measured in double precision.
struct FlatEdges: Sendable {
  /// West, south, and with the sign changed east and north, from ``origin``.
  private let boxes: [SIMD4<Float>]
  let canals: [Int32]
  let segments: [Segment]
  /// By canal.
  let terms: [Terms]
  private let origin: Point

  struct Terms: Sendable {
    /// Half the width of a canal that is drawn as a line, else 0.
    var halfWidth: Double
    /// Farther than this from its rectangle no piece can matter, squared.
    var squareReach: Float
    var hasBanks: Bool
  }

  /// A rectangle as the pieces are asked about it.
  struct Question {
    fileprivate let box: SIMD4<Float>
  }

  init(_ map: CanalMap) {
    var bounds = Bounds()
    for edge in map.edges { bounds.include(edge.segment.bounds) }
    let origin = bounds.centre ?? Point(x: 0, y: 0)
    self.origin = origin
    boxes = map.edges.map { Self.box(around: $0.segment.bounds, from: origin) }
    canals = map.edges.map { Int32($0.canal) }
    segments = map.edges.map(\.segment)
    var terms = map.canals.indices.map { canal in
      Terms(halfWidth: 0, squareReach: 0, hasBanks: !map.banksOfCanal[canal].isEmpty)
    }
    for edge in map.edges { terms[edge.canal].halfWidth = max(terms[edge.canal].halfWidth, edge.halfWidth) }
    for canal in terms.indices {
      let reach = Float(terms[canal].halfWidth + map.reachMetres(ofCanal: canal) + 0.002)
      terms[canal].squareReach = (reach * reach).nextUp
    }
    self.terms = terms
  }

  private static let margin = 0.001

  private static func box(around bounds: Bounds, from origin: Point) -> SIMD4<Float> {
    SIMD4(
      Float(bounds.minimum.x - origin.x - margin).nextDown,
      Float(bounds.minimum.y - origin.y - margin).nextDown,
      Float(origin.x - bounds.maximum.x - margin).nextDown,
      Float(origin.y - bounds.maximum.y - margin).nextDown)
  }

  func question(_ bounds: Bounds) -> Question {
    let box = Self.box(around: bounds, from: origin)
    return Question(box: SIMD4(box.z, box.w, box.x, box.y))
  }

  /// The square of the gap between a piece's rectangle and the one asked about, 0 where they meet.
  @inline(__always)
  func squareGap(_ number: Int, _ question: Question) -> Float {
    let gaps = boxes[number] + question.box
    let dx = max(0, max(gaps.x, gaps.z))
    let dy = max(0, max(gaps.y, gaps.w))
    return dx * dx + dy * dy
  }
}
