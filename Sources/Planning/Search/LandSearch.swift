import GEOS
import Geometry

/// The search over all parts of the ground, each along several fronts.
struct LandSearch {
  let ground: Ground
  let rules: LayoutRules
  let request: PlanRequest

  /// How far a bank may bend off a straight line before the plots turn with it, in metres; each is tried.
  static let bendTolerances = [1.0, 4.0, .infinity]

  /// One way to cut a part into bays.
  private struct Cutting: Sendable {
    let part: Int
    let isOnWalkway: Bool
    let bays: [Bay]
  }

  /// For every part of the ground the ways to fill it, best first; empty where nothing can be reached.
  func filled() throws -> [[FilledPart]] {
    let cuttings = try self.cuttings()
    if !request.sizes.isEmpty { return filled(cuttings, with: request.sizesInOrder) }
    let bays = cuttings.enumerated().flatMap { number, cutting in cutting.bays.map { (number, $0) } }
    let meter = ProgressMeter(total: bays.reduce(0) { $0 + $1.1.ground.count }, report: request.progress)
    let remembered = request.memory?.blocks(under: rules) ?? [:]
    var searches = bays.map {
      BaySearch(
        bay: $0.1, rules: rules, objective: request.objective, courts: request.courts, remembered: remembered)
    }
    BaySearch.lookAhead(&searches, isCancelled: request.isCancelled)
    // For every bay one filling, or one for every number of courts.
    let found = Parallel.map(zip(bays, searches).map { (number: $0.0, bay: $0.1, search: $1) }) { work in
      var search = work.search
      defer { meter.add(work.bay.ground.count) }
      if search.courts > 0 {
        let ways = search.solveForCourts(isCancelled: request.isCancelled)
        return (number: work.number, ways: ways, known: search.known)
      }
      let placements = search.solve(isCancelled: request.isCancelled)
      let filled = FilledBay(
        bay: work.bay, placements: placements, score: search.worth, kept: search.keptBlocks())
      return (number: work.number, ways: [filled], known: search.known)
    }
    request.memory?.remember(found.map(\.known), under: rules)
    var parts = Array(repeating: [[FilledPart?]](), count: ground.parts.count)
    for (number, cutting) in cuttings.enumerated() {
      let ways = CourtShares.combined(found.filter { $0.number == number }.map(\.ways), most: request.courts)
      parts[cutting.part].append(
        ways.map { $0.map { FilledPart(bays: $0, isOnWalkway: cutting.isOnWalkway) } })
    }
    return CourtShares(parts: parts, most: request.courts, objective: request.objective).chosen.map { ways in
      ways.enumerated().sorted { one, other in
        let (first, second) = (one.element.worth(request.objective), other.element.worth(request.objective))
        return (second, one.offset) < (first, other.offset)
      }.map(\.element)
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

  private func cuttings() throws -> [Cutting] {
    let ways = try ground.ways()
    let made = try ground.waysBesideWalkway()
    var cuttings: [Cutting] = []
    for (number, part) in ground.parts.enumerated() {
      // A front on a spine alone is straight, where the front on all ways may turn round a corner.
      let spine = ground.spine?.area ?? .empty(.polygon)
      for (base, isOnWalkway) in [(ground.walkway, true), (made, false), (spine, false)]
      where !base.isEmpty {
        guard let front = try Front(of: part, along: base) else { continue }
        for avoidsRoads in try ground.hasOpenRoads(beside: part) ? [false, true] : [false] {
          let cutting = BayCutting(
            part: part, ground: ground, base: base, ways: ways, rules: rules, avoidsRoads: avoidsRoads)
          for corners in try front.ways(Self.bendTolerances) {
            cuttings.append(
              Cutting(part: number, isOnWalkway: isOnWalkway, bays: try cutting.bays(along: corners)))
          }
        }
      }
    }
    return cuttings
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
