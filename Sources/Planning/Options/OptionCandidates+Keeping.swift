import GEOS
import Geometry
import Settlement

/// Plans around houses that may stay where they are.
extension OptionCandidates {
  /// Trials of how many houses can stay while everybody has a home.
  private static let trials = 3

  /// Houses stay from one end of the site on: so that they keep their neighbours, and the rest has room for rows.
  func keeping() throws -> [PlanOption] {
    let houses = try fittingHouses()
    guard !houses.isEmpty else { return [] }
    // A house that stays takes the ground of about two plots, so each costs the spare of one home.
    let spare = base.measures.plots - (needed ?? 0)
    var found: [PlanOption] = []
    for isFromFar in [false, true] {
      let ordered = isFromFar ? houses.reversed() : houses
      var (most, failing) = (0, houses.count + 1)
      var next = min(houses.count, max(1, spare))
      for _ in 0..<Self.trials where next > most && next < failing && !request.isCancelled() {
        if let option = try plan(keeping: Array(ordered.prefix(next))) {
          found.append(option)
          most = next
        } else {
          failing = next
        }
        next = most == 0 ? failing / 2 : min(2 * most, (most + failing) / 2)
      }
    }
    return found
  }

  /// Nil where fewer people have a home than in the plan with the most plots.
  private func plan(keeping houses: [Int]) throws -> PlanOption? {
    guard let first = try outcome(keeping: houses) else { return nil }
    // A house that no way and no open ground reaches cannot stay.
    let reached = try houses.filter(isReached(in: first.plan))
    if reached.isEmpty { return nil }
    let last = reached.count == houses.count ? first : try outcome(keeping: reached)
    guard let last else { return nil }
    if reached.count < houses.count, try !reached.allSatisfy(isReached(in: last.plan)) { return nil }
    let homes = last.measures.plots + reached.count
    guard homes >= min(request.households ?? homes, base.measures.plots), isEnough(homes) else { return nil }
    let settlement = self.settlement.keeping(Set(reached))
    return PlanOption(
      purpose: .mostKeptHouses, outcome: last,
      measures: try LayoutMeasures(
        settlement, last.plan, households: last.measures.households, roadGapMetres: request.roadGapMetres),
      keptHouses: Set(reached.map { self.settlement.houses[$0].reference }))
  }

  private func isEnough(_ homes: Int) -> Bool {
    request.households != nil
      || Double(homes) >= Double(base.measures.plots) * OptionSearch.leastShareOfPlots
  }

  private func outcome(keeping houses: [Int]) throws -> PlanOutcome? {
    var request = request
    request.households = request.households.map { max(0, $0 - houses.count) }
    do {
      let outcome = try Planner.plan(settlement.keeping(Set(houses)), request)
      return outcome.isPartial ? nil : outcome
    } catch {
      if case .shape = error { throw error }
      return nil
    }
  }

  /// Houses that do not stay yet, stand wholly on ground where plots may lie, and off roads; along the site's length.
  private func fittingHouses() throws -> [Int] {
    let free = try PreparedShape(Ground(settlement, request: request).boundGround)
    let bounds = settlement.site.reduce(into: Bounds()) { $0.include($1.bounds) }
    let isWide = bounds.width >= bounds.height
    let fitting = try settlement.houses.indices.filter { index in
      let house = settlement.houses[index]
      guard !house.isLocked, !house.footprint.isEmpty else { return false }
      return try free.covers(house.shape)
    }
    func place(_ index: Int) -> Double {
      let centre = settlement.houses[index].shape.bounds.centre
      return (isWide ? centre?.x : centre?.y) ?? 0
    }
    return fitting.sorted { (place($0), $0) < (place($1), $1) }
  }

  /// Whether a way, or open ground beside a way, comes up to a house.
  private func isReached(in plan: Plan) throws -> (Int) throws -> Bool {
    let ways = try (plan.lanes.map { Shape($0.area) }).united()
    guard !ways.isEmpty else { return { _ in false } }
    let beside = try plan.sharedPlaces.map { Shape($0.area) }.filter {
      try $0.isWithin(metres: Self.step, of: ways)
    }
    let reached = try PreparedShape(([ways] + beside).united())
    return { index in
      try reached.isWithin(metres: Self.step, of: self.settlement.houses[index].shape)
    }
  }

  /// Open ground is drawn a little clear of what stands beside it; a step bridges that. In metres.
  private static let step = 0.6
}

extension Settlement {
  /// The same with these houses locked, by their place in the list.
  fileprivate func keeping(_ kept: Set<Int>) -> Settlement {
    var settlement = self
    for index in kept where settlement.houses.indices.contains(index) {
      settlement.houses[index].isLocked = true
    }
    return settlement
  }
}
