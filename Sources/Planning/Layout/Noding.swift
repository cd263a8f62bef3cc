import Geometry

/// Gives neighbours the same corners, so that rounding to the digits of a file opens no gap and no overlap.
///
/// Wherever a corner of one area lies on an edge of another, that edge gets the very same corner. Corners that only
/// the error of arithmetic parts are one.
struct Noding {
  private let cell = 8.0
  private var corners: [Cell: [Point]] = [:]
  /// Corners that another stands for.
  private var substitutes: [Point: Point] = [:]

  private struct Cell: Hashable {
    let x: Int
    let y: Int
  }

  /// A corner this near to an edge lies on it, in metres: far above the error of arithmetic at seven-digit
  /// coordinates, far below anything drawn.
  private static let reach = 1e-5
  /// Corners this near to each other are one, in metres.
  private static let same = 1e-6

  init(_ polygons: [Polygon]) {
    var seen: Set<Point> = []
    for point in polygons.flatMap(\.rings).flatMap(\.points) where seen.insert(point).inserted {
      let around = Bounds(of: [point]).widened(byMetres: Self.same)
      if let other = corners(in: around).first(where: { $0.distance(to: point) <= Self.same }) {
        substitutes[point] = other
      } else {
        corners[cell(at: point), default: []].append(point)
      }
    }
  }

  private func cell(at point: Point) -> Cell {
    Cell(x: Int((point.x / cell).rounded(.down)), y: Int((point.y / cell).rounded(.down)))
  }

  func noded(_ polygon: Polygon) throws -> Polygon {
    Polygon(try noded(polygon.shell), holes: try polygon.holes.map(noded))
  }

  private func noded(_ ring: Ring) throws -> Ring {
    let corners = ring.points.reduce(into: [Point]()) { corners, point in
      let corner = substitutes[point] ?? point
      if corners.last != corner { corners.append(corner) }
    }
    let ring = try Ring(corners)
    var points: [Point] = ring.points.prefix(1).map(\.self)
    for segment in ring.segments {
      points += between(segment)
      points.append(segment.end)
    }
    return try Ring(points)
  }

  private func between(_ segment: Segment) -> [Point] {
    let length = segment.length
    guard length > 0 else { return [] }
    var found: [(along: Double, point: Point)] = []
    let around = Bounds(of: [segment.start, segment.end]).widened(byMetres: Self.reach)
    for candidate in corners(in: around) where candidate != segment.start && candidate != segment.end {
      let fraction = segment.nearestFraction(to: candidate)
      let along = fraction * length
      guard along > Self.reach, along < length - Self.reach,
        segment.point(atFraction: fraction).distance(to: candidate) <= Self.reach
      else { continue }
      found.append((along, candidate))
    }
    return found.sorted { ($0.along, $0.point.x, $0.point.y) < ($1.along, $1.point.x, $1.point.y) }.map(
      \.point)
  }

  /// The corners of all cells that the bounds meet.
  private func corners(in bounds: Bounds) -> [Point] {
    let low = cell(at: bounds.minimum)
    let high = cell(at: bounds.maximum)
    var points: [Point] = []
    for x in low.x...high.x {
      for y in low.y...high.y { points += corners[Cell(x: x, y: y)] ?? [] }
    }
    return points
  }
}
