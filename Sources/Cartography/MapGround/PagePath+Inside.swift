extension PagePath {
  /// Whether a point lies inside, holes left out (even and odd crossings).
  func contains(_ point: PagePoint) -> Bool {
    var isInside = false
    for line in lines where line.isClosed {
      guard var before = line.points.last else { continue }
      for corner in line.points {
        if (corner.y > point.y) != (before.y > point.y),
          point.x < (before.x - corner.x) * (point.y - corner.y) / (before.y - corner.y) + corner.x
        {
          isInside.toggle()
        }
        before = corner
      }
    }
    return isInside
  }

  /// The sides, the closing one included.
  var sides: [(from: PagePoint, to: PagePoint)] {
    lines.flatMap { line -> [(from: PagePoint, to: PagePoint)] in
      guard let first = line.points.first else { return [] }
      let ends = line.points.dropFirst() + (line.isClosed ? [first] : [])
      return Array(zip(line.points, ends)).map { (from: $0, to: $1) }
    }
  }

  /// Whether one of the sides that come near a box is as wished; no list is made.
  func hasSide(near box: PageBox, where isWished: (Quad.Line) -> Bool) -> Bool {
    for line in lines {
      guard var before = line.isClosed ? line.points.last : line.points.first else { continue }
      for point in line.points {
        // A walkway has hundreds of sides, of which few are near.
        let isNear =
          max(before.x, point.x) >= box.x && min(before.x, point.x) <= box.maxX
          && max(before.y, point.y) >= box.y && min(before.y, point.y) <= box.maxY
        if isNear, isWished((before, point)) { return true }
        before = point
      }
    }
    return false
  }

  var longestSide: Double { sides.reduce(0) { max($0, $1.from.distance(to: $1.to)) } }

  /// The middle of the widest room, as near to the centre of the area as it can be.
  func roomiestPoint(steps: Int = 9) -> PagePoint {
    let box = box
    var best = (point: box.centre, room: -Double.infinity)
    let sides = sides
    for row in 1..<steps {
      for column in 1..<steps {
        let point = PagePoint(
          box.x + box.width * Double(column) / Double(steps),
          box.y + box.height * Double(row) / Double(steps))
        guard contains(point) else { continue }
        // A millimetre nearer to the middle is worth a fifth of a millimetre of room.
        let room = room(at: point, sides) - point.distance(to: box.centre) / 5
        if room > best.room + 1e-9 { best = (point, room) }
      }
    }
    // In a compact area the centre of gravity is what the eye takes for the middle.
    if let centroid, contains(centroid), room(at: centroid, sides) >= best.room * 0.8 { return centroid }
    return best.point
  }

  private func room(at point: PagePoint, _ sides: [Quad.Line]) -> Double {
    sides.reduce(Double.infinity) { min($0, Quad.distance(from: point, to: $1)) }
  }

  /// The centre of gravity of the outer ring.
  private var centroid: PagePoint? {
    guard let ring = lines.first, let origin = ring.points.first else { return nil }
    var (area, x, y) = (0.0, 0.0, 0.0)
    for (a, b) in zip(ring.points, ring.points.dropFirst()) {
      let (ax, ay, bx, by) = (a.x - origin.x, a.y - origin.y, b.x - origin.x, b.y - origin.y)
      let cross = ax * by - bx * ay
      (area, x, y) = (area + cross, x + (ax + bx) * cross, y + (ay + by) * cross)
    }
    return abs(area) > 1e-9 ? origin.moved(x / (3 * area), y / (3 * area)) : nil
  }

  /// The way around each piece of a line at half a width on either side: its pieces and discs at its bends.
  static func corridors(along points: [PagePoint], halfWidth: Double) -> [PagePath] {
    var parts: [PagePath] = []
    for (a, b) in zip(points, points.dropFirst()) {
      let length = a.distance(to: b)
      guard length > 0 else { continue }
      let (dx, dy) = ((b.x - a.x) / length * halfWidth, (b.y - a.y) / length * halfWidth)
      parts.append(
        PagePath(
          [a.moved(-dy, dx), b.moved(-dy, dx), b.moved(dy, -dx), a.moved(dy, -dx)], isClosed: true))
    }
    for bend in points.dropFirst().dropLast() {
      parts.append(.circle(bend, radius: halfWidth, corners: 24))
    }
    return parts
  }
}
