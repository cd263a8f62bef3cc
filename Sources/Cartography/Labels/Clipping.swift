/// Lines cut at the edges of a box.
enum Clipping {
  /// After Liang and Barsky (1984); nil where nothing of the line is in the box.
  static func part(of line: Quad.Line, in box: PageBox) -> Quad.Line? {
    let (dx, dy) = (line.to.x - line.from.x, line.to.y - line.from.y)
    var (start, end) = (0.0, 1.0)
    for (step, room) in [
      (-dx, line.from.x - box.x), (dx, box.maxX - line.from.x), (-dy, line.from.y - box.y),
      (dy, box.maxY - line.from.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        start = max(start, room / step)
      } else {
        end = min(end, room / step)
      }
    }
    guard start < end else { return nil }
    return (line.from.moved(dx * start, dy * start), line.from.moved(dx * end, dy * end))
  }
}
