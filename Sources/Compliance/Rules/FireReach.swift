internal import GEOS
internal import Geometry

/// Every plot lies within a walk, as long as was asked for, of a way that a fire engine can use.
///
/// The ground that one reaches grows pace by pace from the wide ways, always inside the ways; nothing is routed.
/// A wish of the plan, so what lies beyond is told as a recommendation.
enum FireReach: LayoutRule {
  private static let rule = RuleCitation(
    id: "fire-reach", title: "Every plot is within reach of a way for fire engines",
    clause: "what the plan was asked for", level: .norm)
  /// One pace, in metres: corners are cut by no more than that.
  private static let pace = 2.0
  /// A circle drawn with four corners to a quarter lies inside the true one by a fiftieth; so drawn, outside.
  private static let roundness = 1.02

  static func findings(on ground: Ground) throws(GEOSError) -> [Finding] {
    guard !ground.plots.isEmpty, let reach = ground.statement?.fireReachMetres, reach > 0,
      let width = ground.statement?.fireWidthMetres, width > 0
    else { return [] }
    let reached = try orUnmeasurable { () throws(GEOSError) in
      try reachedGround(ground, reach: reach, width: width)
    }
    guard let reached else { return [] }
    let bodies = reached.polygons.map { IndexedArea([$0]) }
    return ground.plots.indices.compactMap { number in
      let fronts = ground.contacts[number]
      guard !fronts.isEmpty else { return nil }
      let isReached = fronts.contains { contact in
        let place = Body(contact.middle)
        return contact.way >= ground.laneCount
          || bodies.contains { $0.isWithin(ground.tolerances.touchMetres * 2, of: place) }
      }
      guard !isReached else { return nil }
      return Finding(
        ground.plots[number], rule, required: reach, place: fronts[0].middle,
        message:
          "\(ground.plots[number].name) is more than \(reach.metres) of walk from a way of \(width.metres).",
        remedy: "lead a wider lane nearer to it, or open a second entrance")
    }
  }

  private static func reachedGround(
    _ ground: Ground, reach: Double, width: Double
  ) throws(GEOSError) -> Shape {
    let closing = ground.tolerances.touchMetres / 2
    var shapes: [Shape] = []
    for way in ground.ways where !way.area.polygons.isEmpty {
      shapes.append(
        try Shape(way.area.polygons).buffered(byMetres: closing, quadrantSegments: 2, join: .mitre))
    }
    guard !shapes.isEmpty else { return .empty(.polygon) }
    let ways = try shapes.unaryUnion()
    var near = try wideGround(ground, ways, width: width)
    var walked = 0.0
    while walked < reach, !near.isEmpty {
      let step = min(pace, reach - walked)
      near = try near.buffered(byMetres: step * roundness, quadrantSegments: 4).intersection(ways)
      walked += step
    }
    return near
  }

  /// Public roads with access, and whatever hangs together with them, or an access point, in the full width.
  private static func wideGround(_ ground: Ground, _ ways: Shape, width: Double) throws(GEOSError) -> Shape {
    let contact = ground.roadContactMetres
    let roads = ground.ways[ground.laneCount...].map { Shape($0.area.polygons) }.filter { !$0.isEmpty }
    let points = ground.settlement.accessPoints.map { Shape.point($0.point) }
    var found = roads
    for core in try ways.eroded(byMetres: max(0.01, width / 2 - 2 * Passages.toleranceMetres)).polygons {
      let core = Shape.polygon(core)
      for entrance in roads + points where try core.isWithin(metres: width / 2 + contact, of: entrance) {
        found.append(try core.buffered(byMetres: width / 2))
        break
      }
    }
    return found.isEmpty ? .empty(.polygon) : try found.unaryUnion().intersection(ways)
  }
}
