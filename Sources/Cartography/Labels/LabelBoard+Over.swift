extension LabelBoard {
  /// Looks for a place at which a text lies over some areas together, such as the plots of a row, and over no label.
  ///
  /// - Parameters:
  ///   - places: where its middle may lie and how it is turned, the best first.
  ///   - avoiding: areas over which it must not stand.
  mutating func place(
    _ text: TextMark, at places: [(point: PagePoint, angle: Double)], over areas: [PagePath],
    margin: Double = 0.3, avoiding solid: [PagePath] = []
  ) -> TextMark? {
    let areas = areas.map { (path: $0, box: $0.box) }
    for place in places {
      let mark = text.centred(on: place.point, angle: Self.readable(place.angle))
      let quad = Quad(mark, margin: margin)
      guard isFree(quad) else { continue }
      let isOver = quad.places.allSatisfy { point in
        areas.contains { $0.box.contains(point) && $0.path.contains(point) }
      }
      guard isOver, !solid.contains(where: { Self.meets($0, quad) }) else { continue }
      take(Quad(mark, margin: 0.4))
      return mark
    }
    return nil
  }

  /// From the left or from below, never upside down.
  private static func readable(_ angle: Double) -> Double {
    var angle = angle
    while angle > .pi / 2 + 1e-6 { angle -= .pi }
    while angle <= -.pi / 2 + 1e-6 { angle += .pi }
    return angle
  }

  /// Places in the part of an area that can be seen, those with room first, then the nearest to its middle; turned as
  /// the nearest side runs.
  ///
  /// - Parameters:
  ///   - least: nearer to a side, in millimetres, there is no place.
  ///   - enough: as far from every side there is room enough.
  func places(in area: PagePath, atLeast least: Double, room enough: Double) -> [(
    point: PagePoint, angle: Double
  )] {
    let box = area.box
    let (x, y) = (max(box.x, frame.x), max(box.y, frame.y))
    let seen = PageBox(
      x: x, y: y, width: min(box.maxX, frame.maxX) - x, height: min(box.maxY, frame.maxY) - y)
    guard seen.width > 0, seen.height > 0 else { return [] }
    let sides = area.sides.filter {
      PageBox(around: [$0.from, $0.to]).inset(by: -1).overlaps(frame.inset(by: -enough))
    }
    var places: [(point: PagePoint, angle: Double, room: Double, far: Double)] = []
    let (columns, rows) = (24, 16)
    for row in 1..<rows {
      for column in 1..<columns {
        let point = PagePoint(
          seen.x + seen.width * Double(column) / Double(columns),
          seen.y + seen.height * Double(row) / Double(rows))
        guard area.contains(point) else { continue }
        var best = (room: Double.infinity, angle: 0.0)
        for side in sides {
          let room = Quad.distance(from: point, to: side)
          guard room < best.room else { continue }
          best = (room, Trigonometry.angle(dx: side.to.x - side.from.x, dy: side.to.y - side.from.y))
        }
        guard best.room >= least else { continue }
        places.append((point, best.angle, min(best.room, enough), point.distance(to: seen.centre)))
      }
    }
    // Half a millimetre of room is no difference.
    places.sort { (-($0.room * 2).rounded(), $0.far) < (-($1.room * 2).rounded(), $1.far) }
    return places.map { ($0.point, $0.angle) }
  }

  /// Places along a line, the nearest to the middle of the map first, turned as the line runs there.
  func places(along line: [PagePoint]) -> [(point: PagePoint, angle: Double)] {
    var places: [(point: PagePoint, angle: Double)] = []
    for (from, to) in zip(line, line.dropFirst()) {
      guard let part = Clipping.part(of: (from, to), in: frame) else { continue }
      let length = part.from.distance(to: part.to)
      let (dx, dy) = (part.to.x - part.from.x, part.to.y - part.from.y)
      let steps = max(1, min(200, Int(length / 4)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        places.append((part.from.moved(dx * share, dy * share), Trigonometry.angle(dx: dx, dy: dy)))
      }
    }
    return places.sorted {
      ($0.point.distance(to: frame.centre), $0.point.x) < ($1.point.distance(to: frame.centre), $1.point.x)
    }
  }
}

extension Quad {
  /// Places all over it, so near to each other that nothing larger than a millimetre and a half is missed.
  fileprivate var places: [PagePoint] {
    guard corners.count == 4 else { return corners }
    let columns = max(1, Int((corners[0].distance(to: corners[1]) / 1.5).rounded(.up)))
    let rows = max(1, Int((corners[0].distance(to: corners[3]) / 1.5).rounded(.up)))
    let (right, down) = (
      (corners[1].x - corners[0].x, corners[1].y - corners[0].y),
      (corners[3].x - corners[0].x, corners[3].y - corners[0].y)
    )
    return (0...rows).flatMap { row in
      (0...columns).map { column in
        let (u, v) = (Double(column) / Double(columns), Double(row) / Double(rows))
        return corners[0].moved(right.0 * u + down.0 * v, right.1 * u + down.1 * v)
      }
    }
  }
}
