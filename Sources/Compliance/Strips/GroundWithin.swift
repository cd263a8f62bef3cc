internal import GEOS
internal import Geometry
internal import Glibc

/// What is at most so far from straight pieces of line, each with a distance of its own: convex parts to be merged.
///
/// Where one piece goes on from another, only the wedge on the outer side of the bend is added, not a whole disc, which
/// makes a canal of a hundred pieces some ten times as quick to merge.
struct GroundWithin {
  private(set) var parts: [Shape] = []

  private struct Piece {
    let start: Point
    let end: Point
    let direction: Vector
    let radius: Double
  }

  /// - Parameter metres: beyond the water that each piece has to its sides.
  /// - Throws: `GEOSError` when a deadline passes.
  init(metres: Double, of edges: [WaterEdge]) throws {
    let pieces = edges.compactMap { edge -> Piece? in
      let radius = metres + edge.halfWidth
      guard radius > 0, let direction = edge.segment.step.unit else { return nil }
      return Piece(
        start: edge.segment.start, end: edge.segment.end, direction: direction, radius: radius)
    }
    let starting = Dictionary(grouping: pieces.indices) { pieces[$0].start }
    let ending = Dictionary(grouping: pieces.indices) { pieces[$0].end }
    for piece in pieces {
      parts.append(Self.sides(of: piece))
      if let next = Self.only(starting[piece.end], of: pieces), next.radius == piece.radius,
        Self.only(ending[piece.end], of: pieces) != nil
      {
        if let wedge = Self.wedge(from: piece, to: next) { parts.append(wedge) }
      } else {
        parts.append(try Self.disc(piece.end, piece.radius))
      }
      if let last = Self.only(ending[piece.start], of: pieces), last.radius == piece.radius,
        Self.only(starting[piece.start], of: pieces) != nil
      {
        continue
      }
      parts.append(try Self.disc(piece.start, piece.radius))
    }
  }

  private static func only(_ numbers: [Int]?, of pieces: [Piece]) -> Piece? {
    numbers.flatMap { $0.count == 1 ? pieces[$0[0]] : nil }
  }

  private static func disc(_ place: Point, _ radius: Double) throws -> Shape {
    try Shape.point(place).buffered(byMetres: radius, quadrantSegments: chords(radius))
  }

  private static func sides(of piece: Piece) -> Shape {
    let left = piece.direction.left * piece.radius
    // The ends of the piece are corners too, so that nothing is left open round the tip of a wedge.
    return polygon([
      piece.start + left, piece.start, piece.start + -left, piece.end + -left, piece.end, piece.end + left,
    ])
  }

  /// Nil where the line goes straight on.
  ///
  /// It reaches one chord into the sides of both pieces: merged with others first, a side that two parts share would be
  /// cut at places that differ by rounding, which leaves slits.
  private static func wedge(from piece: Piece, to next: Piece) -> Shape? {
    let turn = atan2(piece.direction.cross(next.direction), piece.direction.dot(next.direction))
    guard turn != 0 else { return nil }
    // On the right of a bend to the left.
    func arm(_ piece: Piece) -> Vector {
      let left = piece.direction.left * piece.radius
      return turn > 0 ? -left : left
    }
    func turned(_ arm: Vector, by angle: Double) -> Vector { arm * cos(angle) + arm.left * sin(angle) }
    let chord = (turn > 0 ? 1 : -1) * Double.pi / 2 / Double(chords(piece.radius))
    let count = max(1, Int((turn / chord).rounded(.up)))
    let (first, last) = (arm(piece), arm(next))
    let between = (1..<count).map { turned(first, by: turn * Double($0) / Double(count)) }
    let arms = [turned(first, by: -chord), first] + between + [last, turned(last, by: chord)]
    return polygon([piece.end] + arms.map { piece.end + $0 })
  }

  private static func polygon(_ corners: [Point]) -> Shape {
    .polygon(Polygon(Ring(trusted: corners + corners.prefix(1))))
  }

  /// So many chords to a quarter circle that none lies farther than ``SetbackStrip/chordMetres`` inside.
  private static func chords(_ radius: Double) -> Int {
    // The rise of a chord over an angle a is r (1 - cos a/2), about r a²/8.
    let angle = (8 * SetbackStrip.chordMetres / radius).squareRoot()
    return min(200, max(8, Int((Double.pi / 2 / angle).rounded(.up))))
  }
}
