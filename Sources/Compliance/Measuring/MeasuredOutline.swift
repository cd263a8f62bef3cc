internal import Geometry

/// One closed outline at a time, in memory that is used again.
struct MeasuredOutline {
  private(set) var bounds = Bounds()
  private var sides: [Segment] = []
  private var boxes: [Bounds] = []

  var corner: Point? { sides.first?.start }

  mutating func read(_ corners: UnsafeBufferPointer<Point>) {
    sides.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    bounds = Bounds()
    for (index, corner) in corners.enumerated() {
      let side = Segment(start: corner, end: corners[index + 1 < corners.count ? index + 1 : 0])
      let box = side.bounds
      sides.append(side)
      boxes.append(box)
      bounds.include(box)
    }
  }

  /// Measures to one piece of a legal line as `Body` does, and keeps what is nearer.
  func measure(to edge: WaterEdge, _ target: Bounds, _ best: inout Double, _ isOverWater: inout Bool) {
    guard bounds.isWithin(best + edge.halfWidth, of: target) else { return }
    for (side, box) in zip(sides, boxes) where box.isWithin(best + edge.halfWidth, of: target) {
      guard let nearest = edge.nearest(from: side) else { continue }
      if nearest.distance < best { best = nearest.distance }
      if edge.isOver(nearest, side) { isOverWater = true }
    }
    // Standing around a whole piece of the line is standing over the water too.
    if contains(edge.segment.start, clearBy: CanalMap.onTheLineMetres) { isOverWater = true }
    if isOverWater || best < 0 { best = 0 }
  }

  private func contains(_ point: Point, clearBy metres: Double) -> Bool {
    guard bounds.contains(point) else { return false }
    var isInside = false
    for side in sides where point.looksRightAt(side.start, side.end) { isInside.toggle() }
    return isInside && sides.allSatisfy { $0.distance(to: point) > metres }
  }
}

extension Bounds {
  /// Whether the gap between two rectangles is at most so many metres.
  fileprivate func isWithin(_ metres: Double, of other: Bounds) -> Bool {
    let dx = max(0, other.minimum.x - maximum.x, minimum.x - other.maximum.x)
    let dy = max(0, other.minimum.y - maximum.y, minimum.y - other.maximum.y)
    return dx * dx + dy * dy <= metres * metres
  }
}
