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
    let bays = cuttings.enumerated().flatMap { number, cutting in cutting.bays.map { (number, $0) } }
    let meter = ProgressMeter(total: bays.reduce(0) { $0 + $1.1.ground.count }, report: request.progress)
    let found = Parallel.map(bays) { number, bay in
      var search = BaySearch(bay: bay, rules: rules, objective: request.objective)
      defer { meter.add(bay.ground.count) }
      let placements = search.solve(isCancelled: request.isCancelled)
      return (number, FilledBay(bay: bay, placements: placements, score: search.worth))
    }
    var parts = Array(repeating: [FilledPart](), count: ground.parts.count)
    for (number, cutting) in cuttings.enumerated() {
      parts[cutting.part].append(
        FilledPart(bays: found.filter { $0.0 == number }.map(\.1), isOnWalkway: cutting.isOnWalkway))
    }
    return parts.map { ways in
      ways.enumerated().sorted { one, other in
        let (first, second) = (one.element.worth(request.objective), other.element.worth(request.objective))
        return (second, one.offset) < (first, other.offset)
      }.map(\.element)
    }
  }

  private func cuttings() throws -> [Cutting] {
    let ways = try ground.ways()
    let made = try ground.waysBesideWalkway()
    var cuttings: [Cutting] = []
    for (number, part) in ground.parts.enumerated() {
      for (base, isOnWalkway) in [(ground.walkway, true), (made, false)] where !base.isEmpty {
        guard let front = try Front(of: part, along: base) else { continue }
        let cutting = BayCutting(part: part, ground: ground, base: base, ways: ways, rules: rules)
        for corners in try front.ways(Self.bendTolerances) {
          cuttings.append(
            Cutting(part: number, isOnWalkway: isOnWalkway, bays: try cutting.bays(along: corners)))
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
