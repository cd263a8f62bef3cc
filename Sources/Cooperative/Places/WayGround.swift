import Geometry
import Settlement

/// The ground of lanes and walkways, asked whether a plot's side lies on it.
struct WayGround {
  private var parts: [(use: Lane.Use, area: Polygon, bounds: Bounds)] = []

  /// How far before a side its way may begin, in metres: plans are written to 0.1 mm, drawn ones to a hand's breadth.
  private static let reach = 0.3
  /// A shorter side is a bevel and no front, in metres.
  private static let leastSide = 1.0

  init(_ ways: [Lane]) {
    for way in ways {
      for area in way.area { parts.append((way.use, area, area.bounds)) }
    }
  }

  struct Fronts {
    var sides = 0
    var uses: Set<Lane.Use> = []
    var longestMetres: Double?
  }

  func fronts(of area: [Polygon]) -> Fronts {
    var fronts = Fronts()
    for edge in area.flatMap({ $0.rightHanded.shell.segments }) where edge.length >= Self.leastSide {
      guard let outward = edge.step.unit.map({ -$0.left }) else { continue }
      // Three points, so that a way that begins or ends along the side is seen.
      let uses = Set(
        [0.2, 0.5, 0.8].flatMap { self.uses(at: edge.point(atFraction: $0) + outward * Self.reach) })
      guard !uses.isEmpty else { continue }
      fronts.sides += 1
      fronts.uses.formUnion(uses)
      fronts.longestMetres = max(fronts.longestMetres ?? 0, edge.length)
    }
    return fronts
  }

  private func uses(at point: Point) -> [Lane.Use] {
    parts.filter { $0.bounds.contains(point) && $0.area.holds(point) }.map(\.use)
  }
}

extension Polygon {
  /// Whether a point lies inside; on the edge it may be either.
  func holds(_ point: Point) -> Bool {
    shell.winds(round: point) && !holes.contains { $0.winds(round: point) }
  }
}

extension Ring {
  fileprivate func winds(round point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(points, points.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }
}
