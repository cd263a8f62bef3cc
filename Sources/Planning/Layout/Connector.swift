import GEOS
import Geometry

/// A lane from a public road to the walkway, where the walkway itself does not reach one.
struct Connector {
  let ground: Ground
  let rules: LayoutRules

  /// The ground with the shortest straight or once-bent lane taken out of it, if one is needed.
  func connected() throws -> Ground {
    guard try !ground.walkway.intersects(ground.entrances) else { return ground }
    var best: Shape?
    for part in ground.parts {
      guard let front = try Front(of: part, along: ground.walkway) else { continue }
      let points = front.line.points
      guard let frame = Frame(origin: points[0], along: points[points.count - 1] - points[0]) else {
        continue
      }
      for way in try candidates(frame, over: part)
      where way.areaInSquareMetres < best?.areaInSquareMetres ?? .infinity {
        if try works(way) { best = way }
      }
    }
    guard let lane = best else { return ground }
    var joined = ground
    joined.connector = try lane.difference(ground.walkway).difference(ground.roads)
    joined.parts = try Shape(ground.parts).difference(
      lane.buffered(byMetres: Ground.clearance, join: .mitre)
    ).polygons
    return joined
  }

  private func works(_ way: Shape) throws -> Bool {
    guard try way.intersects(ground.walkway), try way.intersects(ground.entrances) else { return false }
    guard way.polygons.count == 1 else { return false }
    // Its middle line must run in one piece from the walkway to the entrance.
    let half = rules.laneWidth / 2
    let narrowed = try way.buffered(byMetres: -(half - 0.01))
    return try narrowed.polygons.count == 1 && narrowed.isWithin(metres: half, of: ground.walkway)
      && narrowed.isWithin(metres: half, of: ground.entrances)
  }

  /// Up from the walkway, along the land, and on to the entrance: three legs, of which any may be nothing.
  private func candidates(_ frame: Frame, over part: Polygon) throws -> [Shape] {
    let land = Bounds(of: part.shell.points.map { frame.point($0) })
    let width = rules.laneWidth
    guard land.width >= width else { return [] }
    let starts = stride(from: land.minimum.x, through: land.maximum.x - width, by: Self.spacing)
    var ways: [Shape] = []
    for entrance in ground.entrances.polygons {
      let ends = Bounds(of: entrance.shell.points.map { frame.point($0) })
      guard let middle = ends.centre else { continue }
      let gate = Gate(
        u: min(max(middle.x, land.minimum.x), land.maximum.x),
        v: min(max(middle.y, land.minimum.y), land.maximum.y))
      for start in starts.map(\.self) + [gate.u - width / 2, land.maximum.x - width] {
        for step in 0..<4 {
          let level = gate.v > land.minimum.y ? gate.v - Double(step) * width : gate.v + Double(step) * width
          ways.append(try way(frame, start: start, from: land.minimum.y - width, level: level, gate: gate))
        }
      }
    }
    return ways
  }

  /// How far apart the tried places lie, in metres.
  private static let spacing = 6.0

  private struct Gate {
    let u: Double
    let v: Double
  }

  private func way(
    _ frame: Frame, start: Double, from low: Double, level: Double, gate: Gate
  ) throws -> Shape {
    let half = rules.laneWidth / 2
    let boxes = [
      LocalBox(u1: start, u2: start + 2 * half, v1: low, v2: max(low + 0.1, level + half)),
      LocalBox(
        u1: min(gate.u - half, start), u2: max(gate.u + half, start + 2 * half), v1: level - half,
        v2: level + half),
      LocalBox(
        u1: gate.u - half, u2: gate.u + half, v1: min(level - half, gate.v - half),
        v2: max(level + half, gate.v + half)),
    ]
    let shapes = try boxes.compactMap { try $0.map { Shape.polygon(try frame.polygon($0)) } }
    return try shapes.unaryUnion().intersection(ground.walkable)
  }
}

extension Frame {
  /// A place of the plane in the frame's own axes: x along the bank, y inland.
  fileprivate func point(_ point: Point) -> Point {
    let place = local(point)
    return Point(x: place.u, y: place.v)
  }
}
