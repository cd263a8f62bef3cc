internal import GEOS
internal import Geometry

/// The ground of one lane: everything within half its width of a middle that runs along a boundary or beside it.
struct LanePath: Hashable {
  /// How the ground of a lane goes on at one of its ends.
  enum End: Hashable {
    /// It stops: who is served there touches its end.
    case tip
    /// It runs out onto a road.
    case road
    /// Other lanes come to the same corner: all of them go on to one place at it.
    case junction(Point)
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
    guard let line = run(middle) else { return .empty(.polygon) }
    var shapes = [
      try Shape.lineString(line).buffered(
        byMetres: radius, quadrantSegments: Self.quadrantSegments, cap: .flat)
    ]
    for shape in additions(middle) {
      shapes.append(try shape.buffered(byMetres: radius, quadrantSegments: Self.quadrantSegments))
    }
    return shapes.count == 1 ? shapes[0] : try shapes.unaryUnion()
  }

  /// Lines and places of which no ground of the lane is farther than half its width.
  var spine: [Shape] {
    let middle = middle
    return (run(middle).map { [.lineString($0)] } ?? []) + additions(middle)
  }

  /// The middle, and on to roads at its ends.
  private func run(_ middle: [Point]) -> LineString? {
    var path = middle
    if start == .road, middle.count > 1 {
      path.insert(Self.beyond(middle[0], from: middle[1], widthMetres / 2), at: 0)
    }
    if end == .road, middle.count > 1 {
      path.append(Self.beyond(middle[middle.count - 1], from: middle[middle.count - 2], widthMetres / 2))
    }
    return try? LineString(path)
  }

  /// What is round at the ends: links to junctions, and bends that a flat end would bite into.
  private func additions(_ middle: [Point]) -> [Shape] {
    var shapes: [Shape] = []
    for (kind, place) in [(start, middle[0]), (end, middle[middle.count - 1])] {
      guard case .junction(let meeting) = kind else { continue }
      let link = meeting.distance(to: place) > 1e-6 ? try? LineString([meeting, place]) : nil
      shapes.append(link.map(Shape.lineString) ?? .point(meeting))
    }
    for (kind, bend, last) in [(start, 1, 0), (end, middle.count - 2, middle.count - 1)]
    where kind == .tip && middle.count > 2 && middle[bend].distance(to: middle[last]) < widthMetres / 2 {
      shapes.append(.point(middle[bend]))
    }
    return shapes
  }

  /// The middle of the lane; at a bend it keeps its distance from both pieces.
  var middle: [Point] {
    let normals = zip(boundary, boundary.dropFirst()).map { Self.normal($0, $1) }
    guard let first = normals.first, let last = normals.last else { return boundary }
    var middle = [boundary[0] + first * offsets[0]]
    for place in 1..<max(1, normals.count) {
      let (before, after) = (normals[place - 1], normals[place])
      let corner = boundary[place]
      let (near, far) = (offsets[place - 1], offsets[place])
      let product = before.dot(after)
      if product <= Self.sharpest {
        middle += [corner + before * near, corner, corner + after * far]
      } else if near == far {
        middle.append(corner + (before + after) * (far / (1 + product)))
      } else if let meeting = Self.meeting(before, near, after, far), meeting.length <= widthMetres {
        middle.append(corner + meeting)
      } else {
        // Nearly straight on: across from one side to the other.
        middle += [corner + before * near, corner + after * far]
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

  /// Where two lines through one corner meet that are moved to their left; nil where they are nearly parallel.
  private static func meeting(_ a: Vector, _ aMetres: Double, _ b: Vector, _ bMetres: Double) -> Vector? {
    let determinant = a.dx * b.dy - a.dy * b.dx
    guard abs(determinant) > 0.2 else { return nil }
    return Vector(
      dx: (aMetres * b.dy - bMetres * a.dy) / determinant,
      dy: (bMetres * a.dx - aMetres * b.dx) / determinant)
  }

  private static func beyond(_ end: Point, from before: Point, _ metres: Double) -> Point {
    end + (end - before) * (metres / max(1e-9, before.distance(to: end)))
  }
}
