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
    return bands.contains(point)
  }

  /// The edges that come near a rectangle.
  func edges(near bounds: Bounds) -> [Segment] {
    index.query(bounds, among: boxes).map { edges[$0] }
  }

  /// Whether the segment passes from one side of the outline to the other.
  func isCrossed(by segment: Segment) -> Bool {
    let near = edges(near: segment.bounds)
    return near.contains { $0.crossing(segment) != nil } || isCrossedAtCorners(by: segment, near)
  }

  /// A segment that passes through the very corners of the outline crosses no edge: its pieces between them say
  /// whether it goes in or out.
  private func isCrossedAtCorners(by segment: Segment, _ near: [Segment]) -> Bool {
    let fractions = near.map(\.start).filter { segment.step.cross($0 - segment.start) == 0 }
      .map { segment.nearestFraction(to: $0) }.filter { $0 > 0 && $0 < 1 }.sorted()
    guard !fractions.isEmpty else { return false }
    let stops = [0] + fractions + [1]
    let sides = zip(stops, stops.dropFirst()).filter { $0.0 < $0.1 }
      .map { contains(segment.point(atFraction: ($0.0 + $0.1) / 2)) }
    return Set(sides).count > 1
  }

  /// The distance to the nearest edge, looked for within `reach` metres; nil when there is none.
  func distanceToEdge(from point: Point, within reach: Double) -> Double? {
    edges(near: Bounds(from: point, to: point).widened(byMetres: reach)).map { $0.distance(to: point) }.min()
  }
}
