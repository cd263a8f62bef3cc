import GEOS
import Geometry
import Settlement

/// Lanes to the plots that were decided before.
///
/// The ground before each of their fronts is kept free, and is joined to a public road: by the lanes of the plan in
/// which the plots were decided where these still lead there, else by the shortest new lane.
struct DecidedAccess {
  let ground: Ground
  let rules: LayoutRules
  let request: PlanRequest

  /// The ground with these lanes taken out of it.
  func granted() throws -> Ground {
    let earlier = try earlierWays()
    let all = earlier.isEmpty ? Shape.empty(.polygon) : try earlier.unaryUnion()
    let fronts = try ground.decidedFronts(earlier: all, rules: rules)
    var joined = ground
    joined.decidedFronts = fronts
    // A plot that fronts nowhere is in no row, but rows keep away from it.
    let fronting = Set(fronts.map(\.plot))
    joined.houses += ground.decided.enumerated().filter { !fronting.contains($0.offset) }.flatMap(
      \.element.area)
    let cleared = fronts.compactMap(\.clearance).map(Shape.polygon)
    guard !cleared.isEmpty else {
      joined.parts = try plottable(joined.parts)
      return joined
    }
    var lanes = [try cleared.unaryUnion()]
    lanes += try kept(of: earlier, serving: fronts, beside: lanes)
    lanes += try drawn(for: fronts, beside: lanes)
    let taken = try lanes.unaryUnion().closed(byMetres: Self.crack)
    let area = try taken.intersection(ground.walkable).difference(ground.walkway).difference(ground.roads)
      .opened(byMetres: Self.spike)
    joined.connector = try joined.connector.map { try $0.union(area) } ?? area
    joined.parts = try plottable(
      Shape(joined.parts).difference(taken.buffered(byMetres: Ground.clearance, join: .mitre)).polygons)
    return joined
  }

  /// The pieces of land on which a plot of some size can lie: between plots that stay there are ribbons by the hundred.
  private func plottable(_ parts: [Polygon]) throws -> [Polygon] {
    guard !ground.decided.isEmpty, !parts.isEmpty else { return parts }
    let sizes = [request.plot] + request.sizes.map(\.size)
    let disc = (sizes.map { min($0.frontageMetres, $0.depthMetres) }.min() ?? 0) / 2 * 0.97
    // A square round the disc reaches to its corners; a little more is kept, for buffers are not exact.
    return try Shape(parts).part(withinMetres: disc * 2.0.squareRoot() * 1.05 + 0.05, ofDiscsOfMetres: disc)
      .polygons
  }

  /// Ways of the plan in which plots were decided, as far as one may still walk there.
  private func earlierWays() throws -> [Shape] {
    try request.earlierWays.compactMap { lane in
      guard !lane.area.isEmpty else { return nil }
      let free = try Shape(lane.area).madeValid().intersection(ground.walkable).difference(ground.roads)
      return free.polygons.isEmpty ? nil : Shape(free.polygons)
    }
  }
}

extension DecidedAccess {
  /// Whether a front is reached in the width of a lane, from the ways that there are and these.
  private func reached(by lanes: [Shape]) throws -> (Shape, (DecidedFront) throws -> Bool) {
    let half = rules.laneWidth / 2 - Polygon.widthTolerance
    let ways = try ([ground.ways()] + lanes).filter { !$0.isEmpty }.map {
      try $0.buffered(byMetres: Self.crack, join: .mitre)
    }
    let cores = try ways.unaryUnion().buffered(byMetres: -(half + Self.crack), join: .mitre)
    let open = try cores.polygons.map(Shape.polygon).filter {
      try $0.isWithin(metres: half, of: ground.entrances)
    }
    guard !open.isEmpty else { return (.empty(.polygon), { _ in false }) }
    let all = try open.unaryUnion()
    let prepared = try PreparedShape(all)
    // From the middle of a lane's square end to the middle of the lane: at most half the width.
    return (all, { try prepared.isWithin(metres: half, of: .point($0.step)) })
  }

  /// Closes the cracks that a map editor's rounding leaves between neighbouring ways, in metres.
  private static let crack = 0.02
  /// What is thinner is left over where an edge was cut along nearly the same line, in metres.
  private static let spike = 0.002

  /// The earlier ways by which fronts are reached, as few as will do.
  private func kept(of earlier: [Shape], serving fronts: [DecidedFront], beside lanes: [Shape]) throws
    -> [Shape]
  {
    let isReached = try reached(by: lanes).1
    let needy = try fronts.filter { try $0.clearance != nil && !isReached($0) }
    guard !needy.isEmpty, !earlier.isEmpty else { return [] }
    let helped = try needy.filter(reached(by: lanes + earlier).1)
    guard !helped.isEmpty else { return [] }
    let chains = try EarlierChains(earlier, given: ground.ways())
    let chosen = try helped.reduce(into: Set<Int>()) { chosen, front in
      guard let clearance = front.clearance else { return }
      chosen.formUnion(try chains.chain(from: .polygon(clearance), using: chosen))
    }
    let few = chosen.sorted().map { earlier[$0] }
    let isEnough = try helped.allSatisfy(reached(by: lanes + few).1)
    return isEnough ? few : earlier
  }

  /// New lanes to fronts that are still not reached.
  private func drawn(for fronts: [DecidedFront], beside lanes: [Shape]) throws -> [Shape] {
    var made: [Shape] = []
    var (open, serves) = try reached(by: lanes)
    for front in fronts {
      guard let clearance = front.clearance, try !serves(front),
        let frame = Frame(origin: front.step, along: front.outward.left)
      else { continue }
      let goals = open.isEmpty ? ground.entrances : try open.union(ground.entrances)
      let connector = Connector(ground: ground, rules: rules)
      let start = Shape.point(front.step)
      guard try !start.isWithin(metres: 0.01, of: goals),
        let lane = try connector.lane(from: start, to: goals, frame: frame)
      else { continue }
      made += [lane, .polygon(clearance)]
      (open, serves) = try reached(by: lanes + made)
    }
    return made
  }
}

extension Shape {
  /// Without cracks up to twice this wide.
  fileprivate func closed(byMetres metres: Double) throws -> Shape {
    try buffered(byMetres: metres, join: .mitre).buffered(byMetres: -metres, join: .mitre).soundAreas
  }

  /// Without what is thinner than this.
  fileprivate func opened(byMetres metres: Double) throws -> Shape {
    try buffered(byMetres: -metres / 2, join: .mitre).buffered(byMetres: metres / 2, join: .mitre).soundAreas
  }
}
