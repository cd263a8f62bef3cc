import GEOS
import Geometry

/// Lanes from a public road to every piece of the walkway that does not reach one itself.
struct Connector {
  let ground: Ground
  let rules: LayoutRules

  /// The ground with the shortest lane of few turns taken out of it for every walkway that needs one.
  func connected() throws -> Ground {
    var joined = ground
    // From the middle of a piece of walkway one goes on in its full width.
    let middles = try ground.walkway.buffered(byMetres: -(half - Self.slack), join: .mitre).polygons
    let reached = try middles.filter { try Shape.polygon($0).isWithin(metres: half, of: ground.entrances) }
    guard reached.count < middles.count else { return ground }
    // A lane may end at the road, or at a piece of the walkway that reaches one.
    var goals = [ground.entrances] + reached.map(Shape.polygon)
    for middle in middles where !reached.contains(middle) {
      guard let frame = try frame(of: middle),
        let lane = try lane(from: .polygon(middle), to: goals.unaryUnion(), frame: frame)
      else { continue }
      let area = try lane.difference(ground.walkway).difference(ground.roads)
      joined.connector = try joined.connector.map { try $0.union(area) } ?? area
      joined.parts = try Shape(joined.parts).difference(
        lane.buffered(byMetres: Ground.clearance, join: .mitre)
      ).polygons
      goals.append(.polygon(middle))
    }
    return joined
  }

  private var half: Double { rules.laneWidth / 2 }
  private static let slack = 0.02
  /// So much wider is the lane drawn on either side: its corners may be smoothed away, see ``Waterfront``.
  private static let margin = 0.04

  /// The shortest lane of few turns; nil where none has room.
  ///
  /// - Parameters:
  ///   - middle: from where it starts: the middle of a way.
  ///   - goals: the middles of ways that are reached, and entrances.
  ///   - frame: in whose directions it runs.
  func lane(from middle: Shape, to goals: Shape, frame: Frame) throws -> Shape? {
    let free = try ground.walkable.buffered(byMetres: -(half + Self.margin), join: .mitre)
    let start = try middle.buffered(byMetres: Self.reach)
    let goal = try goals.buffered(byMetres: half - Self.slack)
    let raster = LaneRaster(free: free, start: start, goal: goal, frame: frame)
    guard let path = raster.shortestPath() else { return nil }
    return try drawn(path, to: goals)
  }

  /// How far a lane may begin beside the middle of the walkway, in metres.
  private static let reach = 0.5

  /// Along the edge of the land on this piece, or along the piece where it touches none.
  private func frame(of middle: Polygon) throws -> Frame? {
    let walkway = try Shape.polygon(middle).buffered(byMetres: half)
    let fronts = try ground.parts.compactMap { try Front(of: $0, along: walkway)?.line }
    let points = fronts.max { $0.lengthInMetres < $1.lengthInMetres }?.points ?? middle.shell.points
    guard let first = points.first, let last = points.last(where: { $0 != first }) else { return nil }
    return Frame(origin: first, along: last - first)
  }

  /// The path widened, from the walkway to the very edge of the goal.
  private func drawn(_ path: [Point], to goals: Shape) throws -> Shape? {
    guard let end = path.last, let start = path.first else { return nil }
    let gate = try Shape.point(end).nearestPoints(to: goals).1
    var legs = zip(path, path.dropFirst()).map { Segment(start: $0, end: $1) }
    legs.append(Segment(start: start, end: start))
    if gate != end { legs.append(Segment(start: end, end: gate)) }
    let boxes = try legs.compactMap { try rectangle(around: $0, frame: legs.first?.step) }
    guard !boxes.isEmpty else { return nil }
    return try boxes.unaryUnion().intersection(ground.walkable)
  }

  /// A leg of the path as wide as a lane, with square ends as long as half of that.
  private func rectangle(around leg: Segment, frame: Vector?) throws -> Shape? {
    guard let along = leg.step.unit ?? frame?.unit else { return nil }
    let (out, side) = (along * (half + Self.margin), along.left * (half + Self.margin))
    return .polygon(
      try Polygon(corners: [
        leg.start + -out + -side, leg.end + out + -side, leg.end + out + side, leg.start + -out + side,
      ]))
  }
}
