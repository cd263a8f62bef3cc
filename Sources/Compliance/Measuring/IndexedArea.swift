internal import Geometry

/// A large area with its edges indexed, so that asking about a point does not visit them all.
struct IndexedArea {
  let edges: [Segment]
  let bounds: Bounds
  private let boxes: [Bounds]
  private let index: CellIndex
  private let bands: YBands

  init(_ polygons: [Polygon]) {
    edges = polygons.flatMap { $0.rings.flatMap(\.segments) }
    bounds = polygons.reduce(into: Bounds()) { $0.include($1.bounds) }
    boxes = edges.map(\.bounds)
    index = CellIndex(boxes)
    bands = YBands(edges, bounds: bounds)
  }

  /// Whether a point lies inside, by the even-odd rule; on the edge it may be either.
  func contains(_ point: Point) -> Bool {
    guard bounds.contains(point) else { return false }
    return bands.contains(point, edges)
  }

  /// The edges that come near a rectangle.
  func edges(near bounds: Bounds) -> [Segment] {
    index.query(bounds, among: boxes).map { edges[$0] }
  }

  /// Whether some edge crosses the segment.
  func isCrossed(by segment: Segment) -> Bool {
    edges(near: segment.bounds).contains { $0.crossing(segment) != nil }
  }

  /// The distance to the nearest edge, looked for within `reach` metres; nil when there is none.
  func distanceToEdge(from point: Point, within reach: Double) -> Double? {
    edges(near: Bounds(from: point, to: point).widened(byMetres: reach)).map { $0.distance(to: point) }.min()
  }
}
