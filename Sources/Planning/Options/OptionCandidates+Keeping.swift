import GEOS
import Geometry
import Settlement

/// Plans around houses that may stay where they are.
extension OptionCandidates {
  /// What a house that stays is worth to the search, in plots; each is tried.
  private static let worths = [2.0, 4]
  /// Trials of how many blocks can be left to their houses while everybody has a home.
  private static let trials = 3

  /// Which houses stay is found by the search itself: it may leave a block to the houses on it, instead of plots.
  /// Where that leaves people without a home, the blocks that hold the fewest houses for their length go first.
  func keeping() throws -> [PlanOption] {
    var plain = request
    (plain.courts, plain.sizes) = (0, [])
    let ground = try Planner.connectedGround(settlement, plain)
    let houses = try fittingHouses(on: ground)
    guard !houses.isEmpty else { return [] }
    return try Self.worths.flatMap { worth in
      plain.objective.keepable = KeepableHouses(houses: houses, plotsEach: worth)
      return try keeping(LandSearch(ground: ground, rules: LayoutRules(plain), request: plain).keptBlocks())
    }
  }

  private func keeping(_ blocks: [[Int]]) throws -> [PlanOption] {
    var found: [PlanOption] = []
    var (most, failing) = (0, blocks.count + 1)
    for _ in 0..<Self.trials where failing - most > 1 && !request.isCancelled() {
      // A house that stays takes the ground of about two plots, so at first as many are tried as homes are to spare.
      let next = most == 0 && failing > blocks.count ? blocksFor(spare, blocks) : (most + failing) / 2
      if let option = try plan(keeping: Set(blocks.prefix(next).flatMap(\.self)).sorted()) {
        found.append(option)
        most = next
      } else {
        failing = next
      }
    }
    return found
  }

  private var spare: Int { base.measures.plots - (needed ?? 0) }

  /// How many of the blocks hold so many houses.
  private func blocksFor(_ houses: Int, _ blocks: [[Int]]) -> Int {
    var sum = 0
    let enough = blocks.firstIndex { block in
      sum += block.count
      return sum >= houses
    }
    return enough.map { $0 + 1 } ?? blocks.count
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

  /// Houses that do not stay yet, stand wholly on ground where plots may lie, and off roads.
  private func fittingHouses(on ground: Ground) throws -> [KeepableHouses.House] {
    let free = try PreparedShape(ground.boundGround)
    return try settlement.houses.indices.compactMap { index in
      let house = settlement.houses[index]
      guard !house.isLocked, !house.footprint.isEmpty, try free.covers(house.shape) else { return nil }
      return KeepableHouses.House(index: index, outline: house.footprint.flatMap(\.shell.points))
    }
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
