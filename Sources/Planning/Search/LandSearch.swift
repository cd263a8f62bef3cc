import GEOS
import Geometry

/// The search over all parts of the ground, each along several fronts.
struct LandSearch {
  let ground: Ground
  let rules: LayoutRules
  let request: PlanRequest

  /// How far a bank may bend off a straight line before the plots turn with it, in metres; each is tried.
  static let bendTolerances = [1.0, 4.0, .infinity]

  /// For every part of the ground the ways to fill it, best first; empty where nothing can be reached.
  func filled() throws -> [[FilledPart]] {
    let cuttings = try self.cuttings()
    if !request.sizes.isEmpty { return filled(cuttings, with: request.sizesInOrder) }
    let survey = CuttingSurvey(
      rules: rules, objective: request.objective, isCancelled: request.isCancelled)
    let rounds = survey.rounds(cuttings)
    let meter = ProgressMeter(
      total: rounds.joined().reduce(0) { $0 + cuttings[$1].slabs }, report: request.progress)
    var parts = Array(repeating: [[FilledPart?]](), count: ground.parts.count)
    var remembered = request.memory?.blocks(under: rules) ?? [:]
    for (place, round) in rounds.enumerated() where place == 0 || !request.isCancelled() {
      let found = filled(round.map { cuttings[$0] }, remembered, meter)
      let known = found.joined().map(\.known)
      request.memory?.remember(known, under: rules)
      // The same ground cut beside a road and not beside it has nearly the same blocks.
      if place + 1 < rounds.count {
        remembered = known.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
      }
      for (number, bays) in zip(round, found) {
        let ways = CourtShares.combined(bays.map(\.ways), most: request.courts)
        parts[cuttings[number].part].append(
          ways.map { $0.map { FilledPart(bays: $0, isOnWalkway: cuttings[number].isOnWalkway) } })
      }
    }
    return CourtShares(parts: parts, most: request.courts, objective: request.objective).chosen.map { ways in
      ways.enumerated().sorted { one, other in
        let (first, second) = (one.element.worth(request.objective), other.element.worth(request.objective))
        return (second, one.offset) < (first, other.offset)
      }.map(\.element)
    }
  }

  /// A bay with one filling, or one for every number of courts, and what was learned of its blocks.
  private typealias SearchedBay = (ways: [FilledBay?], known: [BlockLook: BlockFigures])

  /// The bays of some cuttings, filled on all cores.
  private func filled(
    _ cuttings: [Cutting], _ remembered: [BlockLook: BlockFigures], _ meter: ProgressMeter
  ) -> [[SearchedBay]] {
    let bays = cuttings.flatMap(\.bays)
    var searches = bays.map {
      BaySearch(
        bay: $0, rules: rules, objective: request.objective, courts: request.courts, remembered: remembered)
    }
    BaySearch.lookAhead(&searches, isCancelled: request.isCancelled)
    var found = Parallel.map(searches) { search -> SearchedBay in
      var search = search
      defer { meter.add(search.length) }
      if search.courts > 0 {
        return (search.solveForCourts(isCancelled: request.isCancelled), search.known)
      }
      let placements = search.solve(isCancelled: request.isCancelled)
      let filled = FilledBay(
        bay: search.bay, placements: placements, score: search.worth, kept: search.keptBlocks())
      return ([filled], search.known)
    }[...]
    return cuttings.map { cutting in
      defer { found = found.dropFirst(cutting.bays.count) }
      return Array(found.prefix(cutting.bays.count))
    }
  }

  /// The blocks that the best filling leaves to houses which the objective would keep: the houses on each, in blocks
  /// with most houses for their length first.
  func keptBlocks() throws -> [[Int]] {
    try filled().compactMap(\.first).flatMap(\.bays).flatMap(\.kept).enumerated().sorted {
      (-$0.element.housesPerSlab, $0.offset) < (-$1.element.housesPerSlab, $1.offset)
    }.map(\.element.houses)
  }

  /// The parts filled with plots of several sizes. Where not all wishes can be met, each size gets the same share of its own.
  private func filled(_ cuttings: [Cutting], with wanted: [WantedPlots]) -> [[FilledPart]] {
    let sizes = wanted.map { LayoutRules(request, plot: $0.size) }
    var sized = cuttings.map { SizedCutting(bays: $0.bays, sizes: sizes, objective: request.objective) }
    var (low, high) = (0.0, 1.0)
    var best = filled(cuttings, &sized, wanted, share: 1)
    if meets(best, wanted, share: 1) { return best }
    for _ in 0..<Self.shareSteps where !request.isCancelled() {
      let share = (low + high) / 2
      let parts = filled(cuttings, &sized, wanted, share: share)
      if meets(parts, wanted, share: share) {
        (low, best) = (share, parts)
      } else {
        high = share
      }
    }
    return best
  }

  /// Shares are found to one part in 64.
  private static let shareSteps = 6

  private func meets(_ parts: [[FilledPart]], _ wanted: [WantedPlots], share: Double) -> Bool {
    let counts = parts.compactMap(\.first).reduce(into: [PlotSize: Int]()) {
      $0.merge($1.counts, uniquingKeysWith: +)
    }
    return wanted.allSatisfy { counts[$0.size] ?? 0 >= $0.count(share) ?? 0 }
  }

  /// Part after part, each with the wishes that those before it left.
  private func filled(
    _ cuttings: [Cutting], _ sized: inout [SizedCutting], _ wanted: [WantedPlots], share: Double
  ) -> [[FilledPart]] {
    var parts = Array(repeating: [FilledPart](), count: ground.parts.count)
    var wishes = wanted.map { $0.count(share) }
    for part in parts.indices {
      let own = cuttings.indices.filter { cuttings[$0].part == part }
      let found = Parallel.map(own.map { sized[$0] }) { [wishes] cutting in
        var cutting = cutting
        let bays = cutting.filled(wishes, isCancelled: request.isCancelled)
        return (cutting, bays)
      }
      for (place, answer) in zip(own, found) { sized[place] = answer.0 }
      parts[part] = zip(own, found).map {
        FilledPart(bays: $1.1, isOnWalkway: cuttings[$0].isOnWalkway)
      }.enumerated().sorted {
        let (a, b) = (request.worth($0.element.counts), request.worth($1.element.counts))
        return a == b ? $0.offset < $1.offset : a > b
      }.map(\.element)
      let counts = parts[part].first?.counts ?? [:]
      wishes = zip(wanted, wishes).map { wanted, left in
        left.map { max(0, $0 - (counts[wanted.size] ?? 0)) }
      }
    }
    return parts
  }

  /// What a part is to be cut along.
  private struct Base {
    let part: Int
    let way: Shape
    let isOnWalkway: Bool
    let avoidsRoads: Bool
  }

  private func cuttings() throws -> [Cutting] {
    let ways = try ground.ways()
    let made = try ground.waysBesideWalkway()
    // A front on a spine alone is straight, where the front on all ways may turn round a corner.
    let spine = ground.spine?.area ?? .empty(.polygon)
    let bases = try ground.parts.enumerated().flatMap { number, part in
      let choices = try ground.hasOpenRoads(beside: part) ? [false, true] : [false]
      return [(ground.walkway, true), (made, false), (spine, false)].filter { !$0.0.isEmpty }.flatMap {
        way, isOnWalkway in
        choices.map { Base(part: number, way: way, isOnWalkway: isOnWalkway, avoidsRoads: $0) }
      }
    }
    return try Parallel.map(bases) { base in Result { try cuttings(along: base, ways) } }.flatMap {
      try $0.get()
    }
  }

  private func cuttings(along base: Base, _ ways: Shape) throws -> [Cutting] {
    let part = ground.parts[base.part]
    guard let front = try Front(of: part, along: base.way) else { return [] }
    let cutting = BayCutting(
      part: part, ground: ground, base: base.way, ways: ways, rules: rules, avoidsRoads: base.avoidsRoads)
    return try front.ways(Self.bendTolerances).map { corners in
      Cutting(part: base.part, isOnWalkway: base.isOnWalkway, bays: try cutting.bays(along: corners))
    }
  }
}

extension Front {
  /// The corners for each tolerance that makes a difference.
  fileprivate func ways(_ tolerances: [Double]) throws -> [[Point]] {
    try tolerances.reduce(into: []) { ways, tolerance in
      let corners = try self.corners(toleranceMetres: tolerance)
      if !ways.contains(corners) { ways.append(corners) }
    }
  }
}

extension WantedPlots {
  /// How many these are of a share of the wish, from 0 to 1.
  fileprivate func count(_ share: Double) -> Int? {
    count.map { Int((Double($0) * share).rounded(.up)) }
  }
}
