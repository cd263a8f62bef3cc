internal import Geometry

/// How near a building comes to one canal.
struct WaterDistance {
  var canal: Int
  var nearest: Nearest
  var source: WaterEdge.Source
  var isOverWater: Bool
}

extension CanalMap {
  /// The distance to every canal in reach, in the order of the canals.
  func distances(from body: Body) -> [WaterDistance] {
    var found: [WaterDistance] = []
    for number in edges(inReachOf: body.bounds) {
      let edge = edges[number]
      if found.last?.canal != edge.canal {
        found.append(
          WaterDistance(canal: edge.canal, nearest: .none, source: edge.source, isOverWater: false))
      }
      body.measure(to: edge, into: &found[found.count - 1])
    }
    // Beyond the reach a nearer piece may not have been looked at; without any measure a bank line stands for all.
    found.removeAll { $0.nearest.distance > reachMetres(ofCanal: $0.canal) }
    for canal in waters(meeting: body.bounds) { addWater(ofCanal: canal, under: body, to: &found) }
    return found.count < 2 ? found : found.sorted { $0.canal < $1.canal }
  }

  /// A building may stand so far out that no legal line is near, or between the bank line and the drawn edge.
  private func addWater(ofCanal canal: Int, under body: Body, to found: inout [WaterDistance]) {
    let place = found.firstIndex { $0.canal == canal }
    if let place, found[place].isOverWater { return }
    let isClear =
      banksOfCanal[canal].isEmpty && (place.map { found[$0].nearest.distance > Self.onTheLineMetres } ?? true)
    guard let corner = corner(of: body, inCanal: canal, isClear: isClear) else { return }
    // A corner on the line may count as either; it is over the water only when it stands clear of the line.
    if let place, found[place].nearest.distance <= Self.onTheLineMetres, touchesOnly(body, canal) { return }
    let nearest = Nearest(distance: 0, place: corner, target: corner)
    let source = place.map { found[$0].source } ?? .edge
    let distance = WaterDistance(canal: canal, nearest: nearest, source: source, isOverWater: true)
    if let place { found[place] = distance } else { found.append(distance) }
  }

  /// The first corner over the water.
  ///
  /// - Parameter isClear: no edge of the body meets the drawn outline, so that one corner speaks for its whole polygon.
  private func corner(of body: Body, inCanal canal: Int, isClear: Bool) -> Point? {
    guard isClear, body.polygons.allSatisfy(\.holes.isEmpty) else {
      return body.edges.lazy.map(\.start).first { isWater($0, ofCanal: canal) }
    }
    if body.polygons.isEmpty { return body.edges.lazy.map(\.start).first { isWater($0, ofCanal: canal) } }
    for polygon in body.polygons {
      if let corner = polygon.shell.points.first, isWater(corner, ofCanal: canal) { return corner }
    }
    return nil
  }

  /// Nearer to the legal line than this is on it: rounding of nine decimals.
  static let onTheLineMetres = 0.0009

  private func touchesOnly(_ body: Body, _ canal: Int) -> Bool {
    let lines = edges(inReachOf: body.bounds).map { edges[$0] }.filter { $0.canal == canal }
    return body.edges.map(\.start).filter { isWater($0, ofCanal: canal) }.allSatisfy { corner in
      lines.contains { $0.segment.distance(to: corner) - $0.halfWidth <= Self.onTheLineMetres }
    }
  }
}

extension Body {
  /// Measures to one piece of a legal line, and keeps what is nearer.
  fileprivate func measure(to edge: WaterEdge, into best: inout WaterDistance) {
    guard !best.isOverWater else { return }
    let target = edge.segment.bounds
    for side in edges where side.bounds.gap(to: target) - edge.halfWidth <= best.nearest.distance {
      guard let nearest = edge.nearest(from: side) else { continue }
      if nearest.distance < best.nearest.distance {
        best.nearest = nearest
        best.source = edge.source
      }
      if edge.isOver(nearest, side) { best.isOverWater = true }
    }
    // Standing around a whole piece of the line is standing over the water too.
    if contains(edge.segment.start, clearBy: CanalMap.onTheLineMetres) {
      best.isOverWater = true
      best.nearest.place = edge.segment.start
      best.nearest.target = edge.segment.start
    }
    if best.isOverWater { best.source = edge.source }
    if best.isOverWater || best.nearest.distance < 0 { best.nearest.distance = 0 }
  }

  private func contains(_ point: Point, clearBy metres: Double) -> Bool {
    contains(point) && distanceToEdge(from: point) > metres
  }
}

extension WaterEdge {
  /// Whether a side of a building whose nearest place this is reaches over the water here.
  func isOver(_ nearest: Nearest, _ side: Segment) -> Bool {
    guard halfWidth == 0 else { return nearest.distance < -CanalMap.onTheLineMetres }
    return nearest.distance <= 0 && side.passesThrough(segment, by: CanalMap.onTheLineMetres)
  }
}

extension Segment {
  /// Whether the segments cross and both ends of this one stand clear of the other's line.
  func passesThrough(_ other: Segment, by metres: Double) -> Bool {
    guard crossing(other) != nil, let direction = other.step.unit else { return false }
    return abs(direction.cross(start - other.start)) > metres
      && abs(direction.cross(end - other.start)) > metres
  }
}

extension Bounds {
  /// The distance between two rectangles, 0 where they meet.
  func gap(to other: Bounds) -> Double {
    let dx = max(0, other.minimum.x - maximum.x, minimum.x - other.maximum.x)
    let dy = max(0, other.minimum.y - maximum.y, minimum.y - other.maximum.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
