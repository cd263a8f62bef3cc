internal import GEOS
internal import Geometry

/// The ground of one lane: everything within half its width of a middle that runs along a boundary or beside it.
struct LanePath: Hashable {
  /// How the ground of a lane goes on at one of its ends.
  enum End {
    /// It stops: who is served there touches its end.
    case tip
    /// It runs out onto a road.
    case road
    /// Other lanes come to the same corner.
    case junction
  }

  /// The corners of the boundary that it follows.
  let boundary: [Point]
  /// For each piece of boundary, how far to the left of it the middle runs, in metres.
  let offsets: [Double]
  let widthMetres: Double
  var start = End.tip
  var end = End.tip

  /// Chords of a rounded bend lie 0.05 % of the radius inside it: half a millimetre for a lane of 2 m.
  private static let quadrantSegments = 24
  /// Where the normals of two pieces have a smaller product than this, the middle turns at the corner itself.
  private static let sharpest = -0.65

  /// - Throws: `GEOSError`.
  func ground() throws -> Shape {
    let radius = widthMetres / 2
    let middle = middle
    var path = middle
    if start == .road, middle.count > 1 {
      path.insert(Self.beyond(middle[0], from: middle[1], radius), at: 0)
    }
    if end == .road, middle.count > 1 {
      path.append(Self.beyond(middle[middle.count - 1], from: middle[middle.count - 2], radius))
    }
    guard let line = try? LineString(path) else { return .empty(.polygon) }
    var shapes = [
      try Shape.lineString(line).buffered(
        byMetres: radius, quadrantSegments: Self.quadrantSegments, cap: .flat)
    ]
    for (kind, corner, place) in [
      (start, boundary[0], middle[0]), (end, boundary[boundary.count - 1], middle[middle.count - 1]),
    ]
    where kind == .junction {
      let link = corner.distance(to: place) > 1e-6 ? try? LineString([corner, place]) : nil
      shapes.append(
        try (link.map(Shape.lineString) ?? .point(corner)).buffered(
          byMetres: radius, quadrantSegments: Self.quadrantSegments))
    }
    // A flat end right behind a bend would bite into it.
    for (kind, bend, last) in [(start, 1, 0), (end, middle.count - 2, middle.count - 1)]
    where kind == .tip && middle.count > 2 && middle[bend].distance(to: middle[last]) < radius {
      shapes.append(
        try Shape.point(middle[bend]).buffered(byMetres: radius, quadrantSegments: Self.quadrantSegments))
    }
    return shapes.count == 1 ? shapes[0] : try shapes.unaryUnion()
  }

  /// The middle of the lane; at a bend it keeps its distance from both pieces.
  var middle: [Point] {
    let normals = zip(boundary, boundary.dropFirst()).map { Self.normal($0, $1) }
    guard let first = normals.first, let last = normals.last else { return boundary }
    var middle = [boundary[0] + first * offsets[0]]
    for place in 1..<max(1, normals.count) {
      let (before, after) = (normals[place - 1], normals[place])
      let corner = boundary[place]
      let product = before.dot(after)
      if offsets[place - 1] == offsets[place], product > Self.sharpest {
        middle.append(corner + (before + after) * (offsets[place] / (1 + product)))
      } else {
        middle += [corner + before * offsets[place - 1], corner, corner + after * offsets[place]]
      }
    }
    middle.append(boundary[boundary.count - 1] + last * offsets[offsets.count - 1])
    return middle.reduce(into: []) { path, point in
      if path.last.map({ $0.distance(to: point) > 1e-6 }) ?? true { path.append(point) }
    }
  }

  private static func normal(_ a: Point, _ b: Point) -> Vector {
    let step = b - a
    let length = max(1e-9, a.distance(to: b))
    return Vector(dx: -step.dy / length, dy: step.dx / length)
  }

  private static func beyond(_ end: Point, from before: Point, _ metres: Double) -> Point {
    end + (end - before) * (metres / max(1e-9, before.distance(to: end)))
  }
}
