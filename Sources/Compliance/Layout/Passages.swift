internal import GEOS
internal import Geometry

/// The ground on which a way of some width can be walked, in connected pieces.
///
/// All lanes are merged, small gaps closed, and half the width taken off every edge: what is left hangs together
/// only where the full width does.
struct Passages {
  let widthMetres: Double
  let pieces: [IndexedArea]
  private let index: SpatialIndex

  /// A drawing may be narrower by this much.
  static let toleranceMetres = 0.01

  /// - Throws: `GEOSError` only when a deadline passes.
  init(_ ways: some Sequence<Way>, widthMetres: Double, closingGapsOf gap: Double) throws(GEOSError) {
    self.widthMetres = widthMetres
    let shapes = ways.map { Shape($0.area.polygons) }.filter { !$0.isEmpty }
    let closing = gap / 2 + 0.001
    let inward = closing + max(0, widthMetres / 2 - Self.toleranceMetres)
    let core = try orUnmeasurable { () throws(GEOSError) in
      var widened: [Shape] = []
      for shape in shapes {
        widened.append(try shape.buffered(byMetres: closing, quadrantSegments: 2, join: .mitre))
      }
      return try widened.unaryUnion().eroded(byMetres: inward)
    }
    pieces = (core?.polygons ?? []).map { IndexedArea([$0]) }
    index = SpatialIndex(pieces.map(\.bounds))
  }

  /// The pieces at most `metres` from a body.
  func pieces(within metres: Double, of body: Body) -> [Int] {
    index.query(body.bounds.widened(byMetres: metres)).filter {
      pieces[$0].isWithin(metres, of: body)
    }
  }
}

extension IndexedArea {
  /// Whether some place is at most `metres` from a body; cheaper than the distance.
  func isWithin(_ metres: Double, of body: Body) -> Bool {
    for edge in edges(near: body.bounds.widened(byMetres: metres)) {
      if body.edges.contains(where: { edge.nearest(to: $0).distance <= metres }) { return true }
    }
    return (body.edges.first.map { contains($0.start) } ?? false)
      || (edges.first.map { body.contains($0.start) } ?? false)
  }
}
