import GEOS
import Geometry

/// Cutting a piece of land into bays, one for each nearly straight stretch of its front.
struct BayCutting {
  let part: Polygon
  let ground: Ground
  /// What the bays front on: the walkway, or ways that are there already.
  let base: Shape
  /// All ways that are there already.
  let ways: Shape
  let rules: LayoutRules
  /// Lanes keep off public roads: what a road cuts off at a flat angle is too narrow for a lane.
  var avoidsRoads = false

  func bays(along corners: [Point]) throws -> [Bay] {
    var bays: [Bay] = []
    for index in corners.indices.dropLast() {
      guard let frame = Frame(origin: corners[index], along: corners[index + 1] - corners[index]) else {
        continue
      }
      let wedge = try self.wedge(index, of: corners, frame: frame)
      let region = try Shape.polygon(part).intersection(Shape.polygon(wedge).madeValid())
      let isEnd = (left: index == 0, right: index == corners.count - 2)
      if let bay = try bay(over: region, frame: frame, isEnd: isEnd) { bays.append(bay) }
    }
    return bays
  }

  /// The land abreast of one stretch: up to the lines that halve the bends at its ends.
  ///
  /// Half of the wide gap is left free on either side, so that rows of two bays never meet end to end.
  private func wedge(_ index: Int, of corners: [Point], frame: Frame) throws -> Polygon {
    let far = part.bounds.width + part.bounds.height + 100
    let length = frame.local(corners[index + 1]).u
    let start = index == 0 ? nil : bisector(at: index, of: corners)
    let end = index == corners.count - 2 ? nil : bisector(at: index + 1, of: corners)
    let clear = rules.rowGap / 2
    let left = side(
      through: start == nil ? -far : clear, towards: start ?? frame.inland, frame: frame, far: far)
    let right = side(
      through: end == nil ? length + far : length - clear, towards: end ?? frame.inland, frame: frame,
      far: far)
    if left.top.u > right.top.u {
      let meeting = Self.crossing(left, right)
      return try Polygon(corners: [left.bottom, right.bottom, meeting].map(frame.plane))
    }
    return try Polygon(corners: [left.bottom, right.bottom, right.top, left.top].map(frame.plane))
  }

  private func bisector(at index: Int, of corners: [Point]) -> Vector? {
    guard let before = (corners[index] - corners[index - 1]).unit,
      let after = (corners[index + 1] - corners[index]).unit
    else { return nil }
    return (before.left + after.left).unit
  }

  private typealias Side = (bottom: LocalPoint, top: LocalPoint)

  /// A line from below the front to beyond the land, leaning as the bisector does but never flat.
  private func side(through u: Double, towards direction: Vector, frame: Frame, far: Double) -> Side {
    let lean = direction.dot(frame.along) / max(0.3, direction.dot(frame.inland))
    let below = -20.0
    return (LocalPoint(u: u + lean * below, v: below), LocalPoint(u: u + lean * far, v: far))
  }

  private static func crossing(_ left: Side, _ right: Side) -> LocalPoint {
    let height = left.top.v - left.bottom.v
    let closing = (left.top.u - left.bottom.u) - (right.top.u - right.bottom.u)
    guard closing > 0, height > 0 else { return left.top }
    let fraction = min(1, max(0.01, (right.bottom.u - left.bottom.u) / closing))
    return LocalPoint(
      u: left.bottom.u + (left.top.u - left.bottom.u) * fraction, v: left.bottom.v + height * fraction)
  }
}

extension BayCutting {
  /// - Parameter isEnd: no other bay of the same front follows, on the left and on the right.
  private func bay(over region: Shape, frame: Frame, isEnd: (left: Bool, right: Bool)) throws -> Bay? {
    let rings = region.polygons.flatMap(\.rings).map(frame.local)
    let us = rings.joined().map(\.u)
    guard let low = us.min(), let high = us.max() else { return nil }
    // Land that lacks no more than both tolerances for another slab gets it, half of what lacks on either side.
    let fits = ((high - low + 2 * SlabMap.tolerance) / rules.step).rounded(.down)
    let count = Int(min(50_000, max(0, fits))) + 2
    guard count > 2 else { return nil }
    let lacking = max(0, fits * rules.step - (high - low))
    // One slab more on either side shows the ways beside the land.
    let start = low - lacking / 2 - rules.step
    func map(_ shape: Shape) -> SlabMap {
      SlabMap(
        rings: shape.polygons.flatMap(\.rings).map(frame.local), start: start, step: rules.step, count: count)
    }
    let plots = SlabMap(rings: rings, start: start, step: rules.step, count: count)
    let walkable = map(avoidsRoads ? try ground.walkable.difference(ground.openRoads) : ground.walkable)
    let base = map(self.base)
    let ways = map(self.ways)
    var reach: [Double?] = []
    var level: [Double?] = []
    for slab in 0..<count {
      let entry = Self.entry(
        plots.ranges(of: slab), base: base.ranges(of: slab), walkable: walkable.ranges(of: slab))
      reach.append(entry?.reach)
      level.append(entry?.level)
    }
    let ends = FrontEnds(ways: self.ways, entrances: ground.entrances, frame: frame, rules: rules)
    func end(_ slabs: [Int], _ isLeft: Bool) throws -> Double? {
      guard rules.deadEnd != nil, let slab = slabs.first(where: { level[$0] != nil }), let v = level[slab]
      else { return nil }
      return try ends.end(near: LocalPoint(u: plots.position(isLeft ? slab : slab + 1), v: v), isLeft: isLeft)
    }
    return Bay(
      frame: frame, ground: plots, laneReach: reach, walkwayLevel: level, ways: ways,
      wayBehind: (0..<count).map { Self.wayBehind(plots.ends(of: $0), ways.ranges(of: $0)) },
      frontEnds: (
        left: isEnd.left ? try end(Array(0..<count), true) ?? -.infinity : -.infinity,
        right: isEnd.right ? try end((0..<count).reversed(), false) ?? .infinity : .infinity
      ))
  }

  /// Where a way begins at the far end of the land.
  private static func wayBehind(
    _ ground: (low: Double, high: Double)?, _ ways: [ClosedRange<Double>]
  ) -> Double? {
    guard let ground else { return nil }
    return ways.map(\.lowerBound).first { abs($0 - ground.high) <= touch }
  }

  /// Nearer than this, land and way adjoin, in metres.
  private static let touch = 0.01

  /// Where one leaves the walkway below this land, and how far inland the way is free.
  private static func entry(
    _ plots: [ClosedRange<Double>], base: [ClosedRange<Double>], walkable: [ClosedRange<Double>]
  ) -> (level: Double, reach: Double)? {
    guard let ground = plots.first else { return nil }
    guard let strip = base.last(where: { $0.upperBound <= ground.lowerBound + 1 }) else { return nil }
    let level = (strip.lowerBound + strip.upperBound) / 2
    guard let way = walkable.first(where: { $0.contains(level) }) else { return nil }
    return (level, way.upperBound)
  }
}
