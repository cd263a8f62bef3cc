import Geometry
import TestSupport

/// Distances measured the slow and simple way: every edge against every edge, by other formulas than the checker's.
enum BruteForce {
  /// From a building to water drawn as areas: 0 where they share a point.
  static func distance(_ building: Polygon, toAreas areas: [Polygon]) -> Double {
    if areas.contains(where: { share($0, building) }) { return 0 }
    return least(edges(building), areas.flatMap(edges))
  }

  /// From a building to a centre line, less half the width.
  static func distance(_ building: Polygon, toLines lines: [LineString], widthMetres: Double) -> Double {
    let line = lines.flatMap { Array(zip($0.points, $0.points.dropFirst())) }
    if line.contains(where: { winding($0.0, in: building) }) { return 0 }
    return max(0, least(edges(building), line) - widthMetres / 2)
  }

  typealias Edge = (Point, Point)

  static func edges(_ polygon: Polygon) -> [Edge] {
    polygon.rings.flatMap { Array(zip($0.points, $0.points.dropFirst())) }
  }

  private static func share(_ a: Polygon, _ b: Polygon) -> Bool {
    winding(a.shell.points[0], in: b) || winding(b.shell.points[0], in: a)
  }

  private static func least(_ some: [Edge], _ others: [Edge]) -> Double {
    var best = Double.infinity
    for a in some { for b in others { best = min(best, distance(a, b)) } }
    return best
  }

  private static func distance(_ a: Edge, _ b: Edge) -> Double {
    if meet(a, b) { return 0 }
    return min(
      min(distance(a.0, b), distance(a.1, b)), min(distance(b.0, a), distance(b.1, a)))
  }

  /// By the area of the triangle over its base, or the nearer end.
  private static func distance(_ p: Point, _ e: Edge) -> Double {
    let base = e.0.distance(to: e.1)
    let ends = min(p.distance(to: e.0), p.distance(to: e.1))
    guard base > 0 else { return ends }
    let isBeside = (p - e.0).dot(e.1 - e.0) > 0 && (p - e.1).dot(e.0 - e.1) > 0
    return isBeside ? abs((e.1 - e.0).cross(p - e.0)) / base : ends
  }

  /// By solving for the crossing of the two straight lines.
  private static func meet(_ a: Edge, _ b: Edge) -> Bool {
    let r = a.1 - a.0
    let s = b.1 - b.0
    let denominator = r.cross(s)
    guard denominator != 0 else { return false }
    let t = (b.0 - a.0).cross(s) / denominator
    let u = (b.0 - a.0).cross(r) / denominator
    return (0...1).contains(t) && (0...1).contains(u)
  }

  /// By the winding number over all rings, holes subtracting.
  private static func winding(_ p: Point, in polygon: Polygon) -> Bool {
    func turns(_ ring: Ring) -> Bool {
      var turns = 0
      for (a, b) in zip(ring.points, ring.points.dropFirst()) {
        let side = (b - a).cross(p - a)
        if a.y <= p.y, b.y > p.y, side > 0 { turns += 1 }
        if a.y > p.y, b.y <= p.y, side < 0 { turns -= 1 }
      }
      return turns != 0
    }
    return turns(polygon.shell) && !polygon.holes.contains(where: turns)
  }
}
