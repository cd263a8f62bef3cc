import GEOS
public import Geometry
public import Settlement

/// What a second entrance would change, at the best of the places that were tried.
public struct SecondEntrance: Hashable, Sendable {
  public var place: Point
  /// Walks from the plots to a road, in metres.
  public var meanWalkBefore, meanWalkAfter: Double
  public var longestWalkBefore, longestWalkAfter: Double
  public var plotsBefore: Int
  /// Of a layout made anew with this entrance; nil where there was no time for one.
  public var plotsAfter: Int?
  /// How many places were tried.
  public var tried: Int
}

/// Asks what a second entrance would bring: tried where a way of the plan comes to the edge of the site on land.
public struct EntranceTrial: Sendable {
  let settlement: Settlement
  let plan: Plan
  let request: PlanRequest

  public init(_ settlement: Settlement, _ plan: Plan, _ request: PlanRequest) {
    self.settlement = settlement
    self.plan = plan
    self.request = request
  }

  /// A handful of places, from one way end to the next; a choice of ours.
  private static let mostPlaces = 8
  /// Between two samples of the edge, in metres.
  private static let step = 0.5
  /// A way that ends so near to the edge comes to it, in metres.
  private static let atEdge = 0.3
  /// Nearer than this to the water one comes by boat, in metres.
  private static let onLand = 1.0
  /// Nearer than this to an entrance there is one already, in metres.
  private static let apart = 15.0

  /// Nil where no way comes to the edge, where no place shortens the walks, or when stopped.
  ///
  /// - Throws: ``PlanningError``, or `GEOSError` when a shape cannot be worked with.
  public func best() throws -> SecondEntrance? {
    let gap = request.roadGapMetres
    let before = try LayoutMeasures(settlement, plan, roadGapMetres: gap)
    guard let mean = before[.walkToRoadMean], let most = before[.walkToRoadMost] else { return nil }
    let places = try places()
    var best: (place: Point, mean: Double, most: Double)?
    for place in places {
      if request.isCancelled() { return nil }
      let after = try LayoutMeasures(with(place), plan, roadGapMetres: gap)
      guard let walk = after[.walkToRoadMean], let longest = after[.walkToRoadMost] else { continue }
      if (walk, longest) < (best?.mean ?? mean, best?.most ?? most) { best = (place, walk, longest) }
    }
    guard let best else { return nil }
    let anew = request.isCancelled() ? nil : try? Planner.plan(with(best.place), request)
    return SecondEntrance(
      place: best.place, meanWalkBefore: mean, meanWalkAfter: best.mean, longestWalkBefore: most,
      longestWalkAfter: best.most,
      plotsBefore: plan.plots.count + settlement.plots.count(where: \.isLocked),
      plotsAfter: anew.flatMap { $0.isPartial ? nil : $0.measures.plots }, tried: places.count)
  }

  private func with(_ place: Point) -> Settlement {
    var opened = settlement
    // Named by no feature of the input.
    opened.accessPoints.append(
      AccessPoint(reference: .init(index: -1, id: "what-if-entrance"), point: place))
    return opened
  }

  private func places() throws -> [Point] {
    let ground = try Ground(settlement, request: request)
    let ways = (plan.lanes.flatMap(\.area) + ground.keptLanes.polygons).map(Shape.polygon)
    guard !ways.isEmpty else { return [] }
    let near = try PreparedShape(ways.unaryUnion())
    let water = ground.legalLine.isEmpty ? nil : try PreparedShape(ground.legalLine)
    let open = try PreparedShape(ground.entrances)
    var middles: [Point] = []
    for ring in settlement.site.map(\.shell) {
      var run: [Point] = []
      for sample in samples(of: ring) + [nil] {
        if let sample, try near.distance(to: .point(sample)) <= Self.atEdge,
          try water.map({ try $0.distance(to: .point(sample)) > Self.onLand }) ?? true,
          try open.distance(to: .point(sample)) > Self.apart
        {
          run.append(sample)
        } else {
          if Double(run.count) * Self.step >= 1 { middles.append(run[run.count / 2]) }
          run = []
        }
      }
    }
    let spacing = max(1, (middles.count + Self.mostPlaces - 1) / Self.mostPlaces)
    return stride(from: 0, to: middles.count, by: spacing).map { middles[$0] }
  }

  /// Places along an outline; a corner ends none of them.
  private func samples(of ring: Ring) -> [Point?] {
    ring.segments.flatMap { segment -> [Point?] in
      let count = Int(min(1e5, max(1, (segment.step.length / Self.step).rounded(.down))))
      return (0..<count).map { segment.start + segment.step * ((Double($0) + 0.5) / Double(count)) }
    }
  }
}
