internal import Geometry

/// One closed outline at a time, in memory that is used again.
struct MeasuredOutline {
  private(set) var bounds = Bounds()
  private(set) var low = SIMD2<Double>()
  private(set) var high = SIMD2<Double>()
  private var sides: [Side] = []

  private struct Side {
    let segment: Segment
    let low: SIMD2<Double>
    let high: SIMD2<Double>
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
  mutating func measure(to edge: WaterEdge, _ flat: FlatEdge, _ best: inout Double, _ isOverWater: inout Bool)
  {
    if flat.isPlain {
      measurePlain(to: edge.segment, flat, &best, &isOverWater)
    } else {
      measureAny(to: edge, flat, &best, &isOverWater)
    }
    // Standing around a whole piece of the line is standing over the water too.
    if contains(edge.segment.start, clearBy: CanalMap.onTheLineMetres) { isOverWater = true }
    if isOverWater || best < 0 { best = 0 }
  }

  private func measureAny(
    to edge: WaterEdge, _ flat: FlatEdge, _ best: inout Double, _ isOverWater: inout Bool
  ) {
    for side in sides {
      let room = best + edge.halfWidth
      guard flat.squareGap(side.low, side.high) <= room * room,
        let nearest = edge.nearest(from: side.segment)
      else { continue }
      if nearest.distance < best { best = nearest.distance }
      if edge.isOver(nearest, side.segment) { isOverWater = true }
    }
  }

  /// The same by squares, where the nearest places themselves are of no use.
  private func measurePlain(
    to target: Segment, _ flat: FlatEdge, _ best: inout Double, _ isOverWater: inout Bool
  ) {
    var square = best * best
    let old = square
    for side in sides where flat.squareGap(side.low, side.high) <= square {
      if side.segment.crossing(target) != nil {
        square = 0
        if side.segment.passesThrough(target, by: CanalMap.onTheLineMetres) { isOverWater = true }
      } else {
        square = min(square, side.segment.squareDistanceUncrossed(to: target))
      }
    }
    if square < old { best = square.squareRoot() }
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
