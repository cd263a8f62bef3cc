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

  /// Whether two turned rectangles share ground: none of their sides parts them.
  func overlaps(_ other: Quad) -> Bool {
    box.overlaps(other.box) && !isParted(from: other) && !other.isParted(from: self)
  }

  private func isParted(from other: Quad) -> Bool {
    guard !other.corners.isEmpty, var before = corners.last else { return true }
    for corner in corners {
      let (nx, ny) = (corner.y - before.y, before.x - corner.x)
      let (mine, theirs) = (reach(nx, ny), other.reach(nx, ny))
      if mine.high <= theirs.low || theirs.high <= mine.low { return true }
      before = corner
    }
    return false
  }

  /// From where to where it reaches along a direction.
  private func reach(_ nx: Double, _ ny: Double) -> (low: Double, high: Double) {
    var found = (low: Double.infinity, high: -Double.infinity)
    for corner in corners {
      let along = corner.x * nx + corner.y * ny
      found = (min(found.low, along), max(found.high, along))
    }
    return found
  }

  /// Whether all of it lies inside an area.
  func isInside(_ area: PagePath) -> Bool {
    corners.allSatisfy(area.contains) && !area.hasSide(near: box, where: meetsSide)
  }

  /// Whether a line runs over it.
  func isCrossed(by line: Line) -> Bool {
    let area = PagePath(corners, isClosed: true)
    return area.contains(line.from) || area.contains(line.to) || meetsSide(line)
  }

  private func meetsSide(_ line: Line) -> Bool {
    guard var before = corners.last else { return false }
    for corner in corners {
      if Self.cross((before, corner), line) { return true }
      before = corner
    }
    return false
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
