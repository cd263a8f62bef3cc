/// Parallel lines over areas: a pattern that a photocopier keeps, where another grey would be lost.
enum Hatching {
  private typealias Interval = (from: Double, to: Double)

  /// - Parameters:
  ///   - areas: taken together; where they overlap, lines run on.
  ///   - bounds: only inside these; nil for everywhere.
  ///   - holes: never inside these.
  ///   - box: what is visible.
  static func lines(
    over areas: [PagePath], within bounds: [PagePath]? = nil, except holes: [PagePath] = [],
    in box: PageBox, spacing: Double, angle: Double = .pi / 4
  ) -> PagePath {
    let turn = Turn(angle)
    let (areas, holes) = (areas.map(turn.sides), holes.map(turn.sides))
    let bounds = bounds.map { $0.map(turn.sides) }
    let corners = box.corners.map(turn.forward)
    let range = PageBox(around: corners)
    var lines: [PagePath.Line] = []
    var row = (range.y / spacing).rounded(.up)
    while row * spacing < range.maxY {
      // A hair off, so that a line never runs exactly through corners.
      let y = row * spacing + 0.0013
      var parts = merged(areas, at: y)
      if let bounds { parts = common(parts, merged(bounds, at: y)) }
      parts = less(parts, merged(holes, at: y))
      for part in parts where part.to - part.from > 0.2 {
        let line: Quad.Line = (turn.back(PagePoint(part.from, y)), turn.back(PagePoint(part.to, y)))
        if let seen = Clipping.part(of: line, in: box) { lines.append(.init([seen.from, seen.to])) }
      }
      row += 1
    }
    return PagePath(lines)
  }

  private struct Turn {
    let sine: Double
    let cosine: Double

    init(_ angle: Double) { (sine, cosine) = (Trigonometry.sine(angle), Trigonometry.cosine(angle)) }

    func forward(_ p: PagePoint) -> PagePoint {
      PagePoint(p.x * cosine + p.y * sine, p.y * cosine - p.x * sine)
    }
    func back(_ p: PagePoint) -> PagePoint { PagePoint(p.x * cosine - p.y * sine, p.y * cosine + p.x * sine) }

    func sides(_ path: PagePath) -> [Quad.Line] {
      path.sides.map { (forward($0.from), forward($0.to)) }
    }
  }

  /// Where a line at a height is inside any of the areas.
  private static func merged(_ areas: [[Quad.Line]], at y: Double) -> [Interval] {
    var all: [Interval] = []
    for sides in areas {
      var crossings: [Double] = []
      for side in sides where (side.from.y > y) != (side.to.y > y) {
        crossings.append(
          side.from.x + (y - side.from.y) / (side.to.y - side.from.y) * (side.to.x - side.from.x))
      }
      crossings.sort()
      for index in stride(from: 0, to: crossings.count - 1, by: 2) {
        all.append((crossings[index], crossings[index + 1]))
      }
    }
    all.sort { $0.from < $1.from }
    var merged: [Interval] = []
    for part in all {
      if let last = merged.last, part.from <= last.to {
        merged[merged.count - 1].to = max(last.to, part.to)
      } else {
        merged.append(part)
      }
    }
    return merged
  }

  private static func common(_ one: [Interval], _ other: [Interval]) -> [Interval] {
    one.flatMap { a in
      other.compactMap { b in
        let part = (from: max(a.from, b.from), to: min(a.to, b.to))
        return part.from < part.to ? part : nil
      }
    }
  }

  private static func less(_ parts: [Interval], _ holes: [Interval]) -> [Interval] {
    holes.reduce(parts) { left, hole in
      left.flatMap { part -> [Interval] in
        [(part.from, min(part.to, hole.from)), (max(part.from, hole.to), part.to)].filter { $0.0 < $0.1 }
      }
    }
  }
}
