/// Four corners of a turned rectangle: the ground that a label takes.
struct Quad: Hashable, Sendable {
  let corners: [PagePoint]
  let box: PageBox

  /// What is inked of a text, with room around it.
  init(_ text: TextMark, margin: Double) {
    self.init(
      text.inked.inset(by: -margin).corners.map {
        $0.moved(text.origin.x, text.origin.y).turned(by: text.angle, about: text.origin)
      })
  }

  init(_ corners: [PagePoint]) {
    self.corners = corners
    box = PageBox(around: corners)
  }

  init(_ box: PageBox) { self.init(box.corners) }

  private var sides: [(from: PagePoint, to: PagePoint)] {
    guard let first = corners.first else { return [] }
    return Array(zip(corners, corners.dropFirst() + [first])).map { (from: $0, to: $1) }
  }

  /// Whether two turned rectangles share ground: none of their sides parts them.
  func overlaps(_ other: Quad) -> Bool {
    guard box.overlaps(other.box) else { return false }
    for side in sides + other.sides {
      let (nx, ny) = (side.to.y - side.from.y, side.from.x - side.to.x)
      let mine = corners.map { $0.x * nx + $0.y * ny }
      let theirs = other.corners.map { $0.x * nx + $0.y * ny }
      guard let low = mine.min(), let high = mine.max(), let from = theirs.min(), let to = theirs.max()
      else { return false }
      if high <= from || to <= low { return false }
    }
    return true
  }

  /// Whether all of it lies inside an area.
  func isInside(_ area: PagePath) -> Bool {
    guard corners.allSatisfy(area.contains) else { return false }
    for side in area.sides {
      for own in sides where Self.cross(side, own) { return false }
    }
    return true
  }

  /// Whether a line runs over it.
  func isCrossed(by line: (from: PagePoint, to: PagePoint)) -> Bool {
    let area = PagePath(corners, isClosed: true)
    return area.contains(line.from) || area.contains(line.to) || sides.contains { Self.cross($0, line) }
  }

  typealias Line = (from: PagePoint, to: PagePoint)

  static func cross(_ one: Line, _ other: Line) -> Bool {
    func side(_ p: PagePoint, _ line: Line) -> Double {
      (line.to.x - line.from.x) * (p.y - line.from.y) - (line.to.y - line.from.y) * (p.x - line.from.x)
    }
    return side(other.from, one) * side(other.to, one) < 0
      && side(one.from, other) * side(one.to, other) < 0
  }

  static func distance(from point: PagePoint, to line: Line) -> Double {
    let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y)
    let square = dx * dx + dy * dy
    let share =
      square > 0
      ? min(1, max(0, ((point.x - line.from.x) * dx + (point.y - line.from.y) * dy) / square)) : 0
    return point.distance(to: line.from.moved(dx * share, dy * share))
  }
}
