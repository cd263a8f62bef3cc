/// The best sequence of blocks and cuts along one bay, by dynamic programming from one end to the other.
struct BaySearch {
  /// A way to arrive at a slab with a certain cut just passed.
  struct Arrival {
    var score: Int
    /// All plots up to here.
    var plots: Int
    var from: Place?
    /// The block between, if one was placed.
    var block: Block?
    /// The slabs between are left to the houses that stand there.
    var keepsHouses = false

    func moved(from place: Place) -> Arrival {
      Arrival(score: score, plots: plots, from: place, block: nil)
    }
  }

  /// Where one is: the cut just passed, and how many courts lie behind.
  typealias Place = (slab: Int, cut: Cut, courts: Int)

  let bay: Bay
  let rules: LayoutRules
  private let looks: BlockLooks
  /// What blocks hold, by their looks: those of earlier searches, and those that this one asked about itself.
  private let remembered: [BlockLook: BlockFigures]
  var known: [BlockLook: BlockFigures] = [:]
  /// Most blocks are known already; when time is over the search goes on with these.
  var isLookedOver = false
  private var usesKnownAlone = false
  private let widths: [Int]
  /// The width of a block with a court; nil where none is asked for.
  private let courtSlabs: Int?
  /// A wider block may hold a longest row, and needs the wide gap on both sides.
  private let longestShortRow: Int
  /// Square metres of ground before every slab.
  private let ground: [Double]
  /// For every slab, and every number of courts, an arrival by each cut.
  var table: [[Arrival?]]
  /// The most courts that are looked for.
  let courts: Int
  private let charge: BlockCharge
  /// Nil where no house is to stay.
  let keepable: KeepableBlocks?
  /// What the blocks of the best sequence are worth together; plots alone where nothing else counts.
  private(set) var worth = 0

  /// One plot outweighs any saving of lanes.
  static let plotScore = 100_000

  init(
    bay: Bay, rules: LayoutRules, objective: PlanObjective = .init(), courts: Int = 0,
    remembered: [BlockLook: BlockFigures] = [:]
  ) {
    self.bay = bay
    self.courts = courts
    self.rules = rules
    charge = BlockCharge(objective, in: bay)
    keepable = objective.keepable.map { KeepableBlocks($0, in: bay) }
    looks = BlockLooks(bay)
    self.remembered = remembered
    let rowWidths = (1...max(1, rules.longRow)).map { rules.steps(Double($0) * rules.frontage) }
    longestShortRow = max(
      rules.steps(Double(rules.shortRow) * rules.frontage), 2 * rules.steps(rules.depth))
    ground = bay.slabs.reduce(into: [0]) { sums, slab in
      let height = bay.ground.stretches(of: slab).reduce(0) {
        $0 + bay.ground.highs[$1] - bay.ground.lows[$1]
      }
      sums.append((sums.last ?? 0) + (height + 2 * SlabMap.tolerance) * rules.step)
    }
    let depth = rules.steps(rules.depth)
    courtSlabs = CourtPattern.slabs(rules)
    widths = Set(rowWidths + [depth, 2 * depth] + [courtSlabs].compactMap(\.self)).sorted()
    table = Self.emptyTable(slabs: bay.ground.count, courts: courts)
  }

  static func emptyTable(slabs: Int, courts: Int) -> [[Arrival?]] {
    Array(repeating: Array(repeating: nil, count: (courts + 1) * Cut.allCases.count), count: slabs + 1)
  }

  func arrival(at place: Place) -> Arrival? { table[place.slab][column(place.cut, place.courts)] }

  private func column(_ cut: Cut, _ courts: Int) -> Int { courts * Cut.allCases.count + cut.rawValue }

  /// The arrangements of the best sequence, from the left; what is done when cancelled is what was found.
  mutating func solve(isCancelled: () -> Bool) -> [Placement] {
    explore(from: 0, isCancelled: isCancelled)
    let end = best(courts: 0)
    worth = end.flatMap { arrival(at: $0)?.score } ?? 0
    return trace(to: end).placements
  }

  /// The bay filled with every number of courts; nil where so many have no room.
  mutating func solveForCourts(isCancelled: () -> Bool) -> [FilledBay?] {
    explore(from: 0, isCancelled: isCancelled)
    return (0...courts).map { count in
      let end = best(courts: count)
      guard count == 0 || end != nil else { return nil }
      return FilledBay(
        bay: bay, placements: trace(to: end).placements, score: end.flatMap { arrival(at: $0)?.score } ?? 0)
    }
  }

  /// How many slabs the bay has.
  var length: Int { bay.ground.count }

  /// Fills the table of some slabs as if the bay began there.
  mutating func explore(window: Range<Int>, isCancelled: () -> Bool) {
    table[window.lowerBound][Cut.edge.rawValue] = Arrival(score: 0, plots: 0, from: nil, block: nil)
    explore(from: window.lowerBound, to: window.upperBound, isCancelled: isCancelled)
  }

  /// Fills the table from a slab on.
  mutating func explore(from first: Int, to end: Int? = nil, isCancelled: () -> Bool) {
    if first == 0 { table[0][Cut.edge.rawValue] = Arrival(score: 0, plots: 0, from: nil, block: nil) }
    for slab in first..<(end ?? bay.ground.count) {
      if !usesKnownAlone, isCancelled() {
        guard isLookedOver else { break }
        usesKnownAlone = true
      }
      for courts in 0...courts {
        for cut in Cut.allCases {
          guard let here = table[slab][column(cut, courts)] else { continue }
          pass((slab, cut, courts), here)
          keep((slab, cut, courts), here)
          place((slab, cut, courts), here)
        }
      }
    }
  }

  /// Leaves a slab unused, or starts with a lane at the end of the bay.
  private mutating func pass(_ place: Place, _ here: Arrival) {
    let (slab, cut, courts) = place
    offer((slab + 1, cut == .edge ? .edge : .gap, courts), here.moved(from: place))
    if cut == .edge {
      for lane in [Cut.lane, .wideLane] {
        offer((slab + lane.slabs(rules), lane, courts), here.moved(from: place))
      }
    }
  }

  /// Leaves a block to the houses on it, and free ground beside it.
  private mutating func keep(_ place: Place, _ here: Arrival) {
    guard let keepable else { return }
    for end in keepable.ends(from: place.slab) {
      let arrived = min(bay.ground.count, end.slab + Cut.gap.slabs(rules))
      offer(
        (arrived, .gap, place.courts),
        Arrival(
          score: here.score + end.worth, plots: here.plots, from: place, block: nil, keepsHouses: true))
    }
  }

  private mutating func place(_ place: Place, _ here: Arrival) {
    let (slab, cut) = (place.slab, place.cut)
    let leftReach = cut.isLane ? bay.reach(of: (slab - cut.slabs(rules))..<slab) : nil
    if cut.isLane, leftReach == nil { return }
    for width in widths where slab + width <= bay.ground.count {
      let isLong = width > longestShortRow
      if isLong, !cut.isWide { continue }
      let room = ground[slab + width] - ground[slab]
      for next in Cut.allCases where next.isWide == isLong || next == .edge {
        join(place, here, leftReach: leftReach, end: slab + width, next: next, room: room)
        if width == courtSlabs, place.courts < courts {
          join(
            place, here, leftReach: leftReach, end: slab + width, next: next, room: room, hasCourt: true)
        }
      }
    }
  }

  private mutating func join(
    _ place: Place, _ here: Arrival, leftReach: Double?, end: Int, next: Cut, room: Double,
    hasCourt: Bool = false
  ) {
    let (slab, cut) = (place.slab, place.cut)
    let after = next == .edge ? bay.ground.count : end + next.slabs(rules)
    guard after <= bay.ground.count || next == .gap || next == .wideGap else { return }
    let arrived = min(after, bay.ground.count)
    // More plots than the ground holds there cannot be; most blocks need not be looked at.
    let most = Int(min(1e6, room / (rules.frontage * rules.depth)))
    let goal = (slab: arrived, cut: next, courts: place.courts + (hasCourt ? 1 : 0))
    let known = arrival(at: goal)?.score ?? -1
    guard here.score + most * Self.plotScore > known else { return }
    let rightReach = next.isLane ? bay.reach(of: end..<after) : nil
    if next.isLane, rightReach == nil { return }
    var block = Block(
      slabs: slab..<end, leftReach: leftReach, rightReach: rightReach, leftWays: bay.ways(leftOf: slab),
      rightWays: bay.ways(rightOf: end),
      rowLimit: end - slab > longestShortRow ? rules.longRow : rules.shortRow)
    block.forks = LaneForks(
      left: cut.isLane ? (slab - cut.slabs(rules))..<slab : nil, right: next.isLane ? end..<after : nil,
      in: bay, rules: rules)
    block.hasCourt = hasCourt
    let figures = figures(of: block)
    let (plots, lanes) = (figures.plots, figures.lanes)
    let charged = charge.plots(block.slabs, plots: plots, lanes: Double(lanes), ground: room)
    let gain = plots * Self.plotScore - lanes - Int(min(charged * Double(Self.plotScore), 1e12))
    guard gain > 0 else { return }
    offer(
      goal, Arrival(score: here.score + gain, plots: here.plots + plots, from: place, block: block))
  }

  /// The plots and the lanes of a block; blocks that look the same are asked once.
  private mutating func figures(of block: Block) -> BlockFigures {
    let look = looks.look(of: block)
    if let figures = known[look] ?? remembered[look] { return figures }
    if usesKnownAlone { return BlockFigures(plots: 0, lanes: 0) }
    let arrangement = RowStack.best(in: block, of: bay, rules: rules)
    let figures = BlockFigures(plots: arrangement.plots, lanes: cost(arrangement))
    known[look] = figures
    return figures
  }

  /// Square metres of lane: of two plans with as many plots, the one with less lane is better.
  private func cost(_ arrangement: Arrangement) -> Int {
    var squareMetres = arrangement.lanes.reduce(0) { $0 + $1.squareMetres }
    squareMetres += arrangement.court?.squareMetres ?? 0
    for top in [arrangement.leftLaneTop, arrangement.rightLaneTop].compactMap(\.self) {
      squareMetres += abs(top) * rules.laneWidth
    }
    return Int(min(squareMetres, 50_000))
  }

  private mutating func offer(_ place: Place, _ arrival: Arrival) {
    guard place.slab <= bay.ground.count else { return }
    guard arrival.score > self.arrival(at: place)?.score ?? -1 else { return }
    table[place.slab][column(place.cut, place.courts)] = arrival
  }
}
