import GEOS
import Geometry

/// What stands in the way of rows that grow: ground that is not free, ways, other rows and the gaps they need.
struct GrowingGround {
  private let rules: LayoutRules
  private let request: PlanRequest
  private let free: Shape
  private let isFree: PreparedShape
  private let ways: [Polygon]
  private let wayIndex: SpatialIndex
  /// Houses and plots that were decided before.
  private let standing: [Polygon]
  private let standingIndex: SpatialIndex
  private var rows: [Body?]

  /// A row and the ground beyond its ends that it needs free.
  private struct Body {
    var along: Vector
    var area: Polygon
    var gaps: [Polygon]
  }

  /// Less than this is arithmetic, in metres.
  private static let hair = 0.001

  init(_ layout: DrawnLayout, on ground: Ground, rules: LayoutRules, request: PlanRequest) throws {
    self.rules = rules
    self.request = request
    free = try Shape(ground.parts).buffered(byMetres: 2 * SlabMap.tolerance, join: .mitre)
    isFree = try PreparedShape(free)
    ways =
      layout.lanes.flatMap(\.area) + layout.walkway.polygons + ground.openRoads.polygons
      + ground.keptLanes.polygons
    wayIndex = SpatialIndex(ways.map(\.bounds))
    standing = ground.houses + ground.decided.flatMap(\.area)
    standingIndex = SpatialIndex(standing.map(\.bounds))
    rows = []
    rows = try layout.rows.map(body)
  }

  mutating func replace(_ number: Int, by row: DrawnLayout.Row) throws { rows[number] = try body(row) }

  private func body(_ row: DrawnLayout.Row) throws -> Body? {
    guard let box = RowBox(row) else { return nil }
    let (gap, run, deep) = (needed(row), box.run, box.deep)
    let gaps = [
      try box.polygon((run.lowerBound - gap)...run.lowerBound, deep),
      try box.polygon(run.upperBound...(run.upperBound + gap), deep),
    ]
    return Body(along: box.along, area: try box.polygon(), gaps: gaps)
  }

  /// What must stay free beyond the ends of a row, in metres; growth never makes a short row a longest one.
  private func needed(_ row: DrawnLayout.Row) -> Double {
    guard row.plots.count > 1 || !rules.isRelaxed else { return Self.apart }
    return max(Self.apart, isLong(row) ? rules.rowGap : rules.sideGap)
  }

  /// Nearer than this two rows would share a wall and be one, in metres.
  private static let apart = 0.06

  private func isLong(_ row: DrawnLayout.Row) -> Bool {
    row.plots.count > request.shortRowUnits(widthMetres: row.size.frontageMetres)
  }

  /// How long the row may become, in metres.
  func longest(_ row: DrawnLayout.Row) -> Double {
    request.rowMaximumMetres - (isLong(row) ? 0 : 0.02)
  }

  /// How far a row may be lengthened beyond an end, at most `most` metres.
  func room(beyond isLast: Bool, of number: Int, _ row: DrawnLayout.Row, _ box: RowBox, most: Double) throws
    -> Double
  {
    let gap = needed(row)
    let out = isLast ? box.along : -box.along
    let end = isLast ? box.run.upperBound : -box.run.lowerBound
    func strip(_ metres: Double, _ deep: ClosedRange<Double>) throws -> Polygon {
      let far = isLast ? box.run.upperBound + metres : box.run.lowerBound - metres
      return try box.polygon(
        isLast ? box.run.upperBound...far : far...box.run.lowerBound, deep)
    }
    let deep = (box.deep.lowerBound + Self.hair * 5)...(box.deep.upperBound - Self.hair * 5)
    var room = try least(most, box, out, end, try blocked(try strip(most, deep), by: number, box.along))
    let near = try crowding(try strip(most + gap, deep), by: number, box.along)
    room = min(room, try least(most + gap, box, out, end, near) - gap)
    let face = try strip(most, (box.deep.upperBound + 0.005)...(box.deep.upperBound + 0.035))
    room = min(room, try least(most, box, out, end, [try unserved(face)]))
    return max(0, room - Self.hair)
  }

  /// How far a row may be deepened at its rear, at most `most` metres.
  func room(behind number: Int, _ row: DrawnLayout.Row, _ box: RowBox, most: Double) throws -> Double {
    let deep = (box.deep.lowerBound - most)...box.deep.lowerBound
    let run = (box.run.lowerBound + Self.hair * 5)...(box.run.upperBound - Self.hair * 5)
    let gap = needed(row)
    let wide = (run.lowerBound - gap)...(run.upperBound + gap)
    let shapes =
      try blocked(try box.polygon(run, deep), by: number, box.along)
      + crowding(try box.polygon(wide, deep), by: number, box.along)
    return max(0, try least(most, box, -box.front, -box.deep.lowerBound, shapes) - Self.hair)
  }

  private func least(_ most: Double, _ box: RowBox, _ out: Vector, _ end: Double, _ shapes: [Shape]) throws
    -> Double
  {
    shapes.reduce(most) { least, shape in
      box.nearest(shape, along: out).map { min(least, $0 - end) } ?? least
    }
  }

  /// What keeps plots off an area.
  private func blocked(_ area: Polygon, by number: Int, _ along: Vector) throws -> [Shape] {
    let shape = Shape.polygon(area)
    var found: [Shape] = []
    if try !isFree.covers(shape) { found.append(try shape.difference(free)) }
    for way in wayIndex.query(area.bounds) { found.append(try shape.intersection(.polygon(ways[way]))) }
    for other in rows.indices where other != number {
      guard let body = rows[other] else { continue }
      let gaps = counts(body.along, along) ? body.gaps : []
      for taken in [body.area] + gaps where taken.bounds.meets(area.bounds) {
        found.append(try shape.intersection(.polygon(taken)))
      }
    }
    return found
  }

  /// What the gap beyond a row's end may not hold.
  private func crowding(_ area: Polygon, by number: Int, _ along: Vector) throws -> [Shape] {
    let shape = Shape.polygon(area)
    var found = try standingIndex.query(area.bounds).map {
      try shape.intersection(.polygon(standing[$0]))
    }
    for other in rows.indices where other != number {
      guard let body = rows[other], counts(body.along, along), body.area.bounds.meets(area.bounds)
      else { continue }
      found.append(try shape.intersection(.polygon(body.area)))
    }
    return found
  }

  private func counts(_ a: Vector, _ b: Vector) -> Bool { !rules.isRelaxed || abs(a.dot(b)) > 0.5 }

  /// The part of a strip before new fronts where no way lies.
  private func unserved(_ strip: Polygon) throws -> Shape {
    let near = wayIndex.query(strip.bounds.widened(byMetres: 0.01))
    guard !near.isEmpty else { return .polygon(strip) }
    let open = try near.map { try Shape.polygon(ways[$0]).buffered(byMetres: 0.01, join: .mitre) }
      .unaryUnion()
    return try Shape.polygon(strip).difference(open)
  }
}
