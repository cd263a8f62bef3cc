internal import Geometry

/// On which side of a bank line the water is.
struct WaterSide {
  let isWaterOnLeft: Bool

  /// Asked at several places, for a bank line may touch or cross the drawn edge; the majority decides.
  init(of line: LineString, edges: [WaterEdge], area: IndexedArea?) {
    let length = line.lengthInMetres
    var votes = 0
    for fraction in [0.1, 0.3, 0.5, 0.7, 0.9] {
      let place = line.point(atMetres: length * fraction)
      guard let direction = line.direction(atMetres: length * fraction) else { continue }
      let left = place + direction.left * Self.probeMetres
      let right = place - direction.left * Self.probeMetres
      votes += Self.isWetter(left, than: right, edges: edges, area: area) ? 1 : -1
    }
    isWaterOnLeft = votes >= 0
  }

  /// A step to either side of the line, small beside any canal.
  private static let probeMetres = 0.1

  private static func isWetter(
    _ a: Point, than b: Point, edges: [WaterEdge], area: IndexedArea?
  ) -> Bool {
    let toA = edges.reduce(Double.infinity) { min($0, $1.segment.distance(to: a)) }
    let toB = edges.reduce(Double.infinity) { min($0, $1.segment.distance(to: b)) }
    guard let area else { return toA < toB }
    switch (area.contains(a), area.contains(b)) {
    case (true, false): return true
    case (false, true): return false
    // Both inside: the shore is behind. Both outside: the shore is ahead.
    case (true, true): return toA > toB
    case (false, false): return toA < toB
    }
  }
}
