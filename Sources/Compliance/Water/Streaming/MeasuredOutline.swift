internal import Geometry

/// One closed outline at a time, in memory that is used again.
struct MeasuredOutline {
  private(set) var bounds = Bounds()
  private var low = SIMD2<Double>()
  private var high = SIMD2<Double>()
  private var sides: [Side] = []

  private struct Side {
    let segment: Segment
    let low: SIMD2<Double>
    let high: SIMD2<Double>

    /// The square of the gap between the rectangle round the side and another one, 0 where they meet.
    @inline(__always)
    func squareGap(_ otherLow: SIMD2<Double>, _ otherHigh: SIMD2<Double>) -> Double {
      let dx = max(0, max(low.x - otherHigh.x, otherLow.x - high.x))
      let dy = max(0, max(low.y - otherHigh.y, otherLow.y - high.y))
      return dx * dx + dy * dy
    }
  }

  var corner: Point? { sides.first?.segment.start }

  mutating func read(_ corners: UnsafeBufferPointer<Point>) {
    sides.removeAll(keepingCapacity: true)
    low = SIMD2(repeating: .infinity)
    high = SIMD2(repeating: -.infinity)
    for (index, corner) in corners.enumerated() {
      let end = corners[index + 1 < corners.count ? index + 1 : 0]
      let side = Side(
        segment: Segment(start: corner, end: end),
        low: SIMD2(min(corner.x, end.x), min(corner.y, end.y)),
        high: SIMD2(max(corner.x, end.x), max(corner.y, end.y)))
      sides.append(side)
      low = SIMD2(min(low.x, side.low.x), min(low.y, side.low.y))
      high = SIMD2(max(high.x, side.high.x), max(high.y, side.high.y))
    }
    bounds = Bounds(from: Point(x: low.x, y: low.y), to: Point(x: high.x, y: high.y))
  }

  /// Measures to one piece of a legal line as `Body` does, and keeps what is nearer.
  func measure(to edge: WaterEdge, _ best: inout Double, _ isOverWater: inout Bool) {
    let target = edge.segment.bounds
    let low = SIMD2(target.minimum.x, target.minimum.y)
    let high = SIMD2(target.maximum.x, target.maximum.y)
    for side in sides {
      let room = best + edge.halfWidth
      guard side.squareGap(low, high) <= room * room, let nearest = edge.nearest(from: side.segment)
      else { continue }
      if nearest.distance < best { best = nearest.distance }
      if edge.isOver(nearest, side.segment) { isOverWater = true }
    }
    finish(edge.segment, &best, &isOverWater)
  }

  /// The same for the edge of an area, by squares: the nearest places themselves are of no use here.
  func measure(toEdge target: Segment, _ best: inout Double, _ isOverWater: inout Bool) {
    let low = SIMD2(min(target.start.x, target.end.x), min(target.start.y, target.end.y))
    let high = SIMD2(max(target.start.x, target.end.x), max(target.start.y, target.end.y))
    var square = best * best
    let old = square
    for side in sides where side.squareGap(low, high) <= square {
      if side.segment.crossing(target) != nil {
        square = 0
        if side.segment.passesThrough(target, by: CanalMap.onTheLineMetres) { isOverWater = true }
      } else {
        square = min(square, side.segment.squareDistanceUncrossed(to: target))
      }
    }
    if square < old { best = square.squareRoot() }
    finish(target, &best, &isOverWater)
  }

  /// Standing around a whole piece of the line is standing over the water too.
  @inline(__always)
  private func finish(_ piece: Segment, _ best: inout Double, _ isOverWater: inout Bool) {
    if contains(piece.start, clearBy: CanalMap.onTheLineMetres) { isOverWater = true }
    if isOverWater || best < 0 { best = 0 }
  }

  private func contains(_ point: Point, clearBy metres: Double) -> Bool {
    guard point.x >= low.x, point.x <= high.x, point.y >= low.y, point.y <= high.y else { return false }
    var isInside = false
    for side in sides where point.looksRightAt(side.segment.start, side.segment.end) { isInside.toggle() }
    return isInside && sides.allSatisfy { $0.segment.distance(to: point) > metres }
  }
}

extension Segment {
  /// The square of the distance of two segments that do not cross: they are nearest at an end of one of them.
  @inline(__always)
  fileprivate func squareDistanceUncrossed(to other: Segment) -> Double {
    let (own, its) = (step, other.step)
    let (ownSquare, itsSquare) = (own.dot(own), its.dot(its))
    return min(
      min(
        Self.squareDistance(other.start, start, own, ownSquare),
        Self.squareDistance(other.end, start, own, ownSquare)),
      min(
        Self.squareDistance(start, other.start, its, itsSquare),
        Self.squareDistance(end, other.start, its, itsSquare)))
  }

  @inline(__always)
  private static func squareDistance(_ point: Point, _ start: Point, _ step: Vector, _ square: Double)
    -> Double
  {
    let fraction = square > 0 ? min(1, max(0, (point - start).dot(step) / square)) : 0
    let away = point - (start + step * fraction)
    return away.dot(away)
  }
}
