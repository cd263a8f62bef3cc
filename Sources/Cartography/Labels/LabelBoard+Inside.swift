extension LabelBoard {
  /// Looks for a place at which a text lies whole inside an area and over nothing.
  ///
  /// The wishes are tried in their order; for each the places nearest to `target` come first.
  /// - Parameter wishes: measured texts, each with the angles at which it may stand.
  /// - Parameter solid: areas over which it must not stand.
  mutating func place(
    _ wishes: [(text: TextMark, angles: [Double])], inside area: PagePath, near target: PagePoint,
    margin: Double = 0.7, avoiding solid: [PagePath] = []
  ) -> TextMark? {
    let points = Self.grid(in: area, near: target)
    for wish in wishes {
      for angle in wish.angles {
        for point in points {
          let mark = wish.text.centred(on: point, angle: angle)
          let quad = Quad(mark, margin: margin)
          guard quad.isInside(area), isFree(quad), !solid.contains(where: { Self.meets($0, quad) }) else {
            continue
          }
          take(Quad(mark, margin: 0.2))
          return mark
        }
      }
    }
    return nil
  }

  /// The target and an even grid of places in the area's box, the nearest first.
  private static func grid(in area: PagePath, near target: PagePoint) -> [PagePoint] {
    let box = area.box
    var points = [target]
    let (columns, rows) = (steps(box.width), steps(box.height))
    for row in 1..<rows {
      for column in 1..<columns {
        points.append(
          PagePoint(
            box.x + box.width * Double(column) / Double(columns),
            box.y + box.height * Double(row) / Double(rows)))
      }
    }
    return points.map { (point: $0, far: $0.distance(to: target)) }
      .sorted { ($0.far, $0.point.y, $0.point.x) < ($1.far, $1.point.y, $1.point.x) }.map(\.point)
  }

  private static func steps(_ length: Double) -> Int { min(16, max(6, Int(min(length, 100) / 1.5))) }

  /// Looks for a place along a long area, a walkway or a lane: in the middle between its edges, else along an edge.
  mutating func place(along area: PagePath, _ text: TextMark, margin: Double = 0.8) -> TextMark? {
    let reach = text.inked.height / 2 + margin + 0.3
    let outline = area.sides
    for side in visibleSides(of: area) where side.length > text.inked.width {
      let (dx, dy) = (
        (side.to.x - side.from.x) / side.length, (side.to.y - side.from.y) / side.length
      )
      var angle = Trigonometry.angle(dx: dx, dy: dy)
      if angle > .pi / 2 { angle -= .pi }
      if angle < -.pi / 2 { angle += .pi }
      for isMiddle in [true, false] {
        for share in [0.5, 0.35, 0.65, 0.2, 0.8] {
          let on = side.from.moved(dx * side.length * share, dy * side.length * share)
          for (nx, ny) in [(-dy, dx), (dy, -dx)] {
            var away = reach
            if isMiddle {
              guard let width = Self.distance(across: outline, from: on.moved(nx * 0.05, ny * 0.05), nx, ny),
                width > 2 * reach
              else { continue }
              away = width / 2
            }
            let mark = text.centred(on: on.moved(nx * away, ny * away), angle: angle)
            let quad = Quad(mark, margin: margin)
            guard quad.isInside(area), isFree(quad) else { continue }
            take(Quad(mark, margin: 0.2))
            return mark
          }
        }
      }
    }
    return nil
  }

  /// How far it is to the opposite edge; nil where there is none within reach of one look.
  private static func distance(
    across sides: [Quad.Line], from point: PagePoint, _ nx: Double, _ ny: Double
  ) -> Double? {
    var best = 40.0
    for side in sides {
      let (sx, sy) = (side.to.x - side.from.x, side.to.y - side.from.y)
      let turn = nx * sy - ny * sx
      guard abs(turn) > 1e-9 else { continue }
      let (px, py) = (side.from.x - point.x, side.from.y - point.y)
      let (far, share) = ((px * sy - py * sx) / turn, (px * ny - py * nx) / turn)
      if far > 0, far < best, share >= 0, share <= 1 { best = far }
    }
    return best < 40 ? best : nil
  }

  /// The parts of an outline that lie in the frame, the longest first.
  private func visibleSides(of area: PagePath) -> [(from: PagePoint, to: PagePoint, length: Double)] {
    area.sides.compactMap { side in
      guard let part = Clipping.part(of: side, in: frame) else { return nil }
      return (part.from, part.to, part.from.distance(to: part.to))
    }
    .sorted { ($1.length, $0.from.y, $0.from.x) < ($0.length, $1.from.y, $1.from.x) }
  }
}
