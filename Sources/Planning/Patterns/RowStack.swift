/// Rows along the bank, one above the other with lanes between, by dynamic programming over the depth.
///
/// At every level the stack is in one of four states; a row that looks inland owes a lane, one that looks to
/// the bank needs the walkway or a lane just below it.
struct RowStack {
  enum State: Int8, CaseIterable {
    /// Open ground down to the walkway.
    case open
    /// A lane lies just below.
    case lane
    /// The back of a row, or a strip nobody can reach.
    case bare
    /// A row that looks inland and has no lane yet.
    case owed
  }

  enum Move: Int8 {
    case start, skip, lane, bankRow, inlandRow, court
  }

  struct Step {
    var plots: Int32 = -1
    var level: Int32 = 0
    var state = State.open
    var move = Move.start
    /// Where the topmost lane begins that joins the cross-lanes on both sides; below zero without one.
    var join: Int32 = -1
  }

  let block: Block
  let bay: Bay
  let rules: LayoutRules
  private let base: Double
  private let levels: Int
  /// Ground without gaps: then what stands lower never stands worse, and no level need be skipped.
  private let isWhole: Bool
  /// Between these levels every slab is free; then all rows across the block are alike.
  private let clear: ClosedRange<Double>?
  /// The plots of a row across the whole block.
  private let fullRow: Int
  /// How far inland one comes from the walkway everywhere in the block.
  private let leastReach: Double
  /// Where the highest lane across the block can begin that joins the lanes on both sides; nil without one, or where
  /// dead ends are not limited.
  let rearLane: Double?
  /// The best way to every level and state, states side by side; fewer than no plots where there is none.
  private(set) var table: [Step]
  /// What stands in front of all else, and the level at which it ends.
  private(set) var court: (pattern: CourtPattern, level: Int)?

  /// Nil where the block has no ground.
  private init?(block: Block, bay: Bay, rules: LayoutRules) {
    guard let base = Self.base(of: block, bay: bay),
      let top = block.slabs.compactMap({ bay.ground.ends(of: $0)?.high }).max(), top > base
    else { return nil }
    self.block = block
    self.bay = bay
    self.rules = rules
    self.base = base
    levels = Int(min(1e5, ((top - base + SlabMap.tolerance) / rules.step).rounded(.down)))
    isWhole = bay.ground.isWhole(block.slabs)
    clear = isWhole ? bay.ground.commonStretches(block.slabs).first : nil
    let whole = bay.ground.position(block.slabs.lowerBound)...bay.ground.position(block.slabs.upperBound)
    fullRow = RowPacking.rows(in: [whole], limit: block.rowLimit, rules: rules).reduce(0) { $0 + $1.units }
    leastReach = block.slabs.reduce(.infinity) { min($0, bay.laneReach[$1] ?? -.infinity) }
    rearLane = block.forks == nil ? nil : Self.rearLane(behind: block, of: bay, rules: rules)
    table = Array(repeating: Step(), count: State.allCases.count * (levels + 1))
  }

  /// Where the first row may stand: behind the curve of the walkway, but not behind a far obstacle.
  private static func base(of block: Block, bay: Bay) -> Double? {
    let lows = block.slabs.compactMap { bay.ground.ends(of: $0)?.low }
    guard let lowest = lows.min() else { return nil }
    return lows.filter { $0 <= lowest + longestWidening }.max()
  }

  /// How much the walkway may widen to straighten a row on a curve, in metres. A choice of ours.
  private static let longestWidening = 2.0
}

extension RowStack {
  /// The stack with the most plots, columns above it counted in.
  ///
  /// Rows below and columns above make a comb; no rows at all leave two columns back to back.
  static func best(in block: Block, of bay: Bay, rules: LayoutRules) -> Arrangement {
    guard var stack = RowStack(block: block, bay: bay, rules: rules) else { return Arrangement() }
    if block.hasCourt, !stack.placeCourt() { return Arrangement() }
    stack.fill()
    let best = stack.best(under: ColumnPattern(in: block, of: bay, rules: rules))
    return block.forks?.hold(for: best) ?? true ? best : Arrangement()
  }

  /// Where columns may begin above what stands up to a level.
  private func columnStart(_ level: Int, _ state: State) -> Double {
    switch state {
    case .open: level == 0 ? -.infinity : metres(level)
    case .lane: metres(level) + max(0, rules.sideGap - rules.laneWidth)
    case .bare, .owed: metres(level) + (rules.isRelaxed ? 0 : rules.sideGap)
    }
  }

  /// What stands in the block: rows up to a level, columns above them, a row on the way behind.
  private struct Choice {
    var level = 0
    var state = State.open
    var hasColumns = false
    var hasBackRow = false
    /// A lane behind the columns joins the lanes beside them.
    var hasRearLane = false
    var plots = 0
  }

  private func best(under columns: ColumnPattern) -> Arrangement {
    var best = Choice()
    let back = BackRow(in: block, of: bay, rules: rules)
    for back in back.map({ [nil, $0] }) ?? [nil] {
      for level in 0...levels {
        if let back, metres(level) > back.low + SlabMap.tolerance { break }
        for state in [State.open, .lane, .bare] where level >= court?.level ?? 0 {
          consider(level, state, columns, back, &best)
        }
      }
    }
    var arrangement = trace(from: best.level, best.state)
    let ceiling = best.hasBackRow ? back?.ceiling(rules) ?? .infinity : .infinity
    if best.hasColumns {
      let start = columnStart(best.level, best.state)
      arrangement.add(
        columns.columns(from: start, to: ceiling, joined: join(best.level, best.state, best.hasRearLane)))
    }
    if best.hasRearLane { placeRearLane(into: &arrangement) }
    if best.hasBackRow { arrangement.rows += back?.rows ?? [] }
    return arrangement
  }

  private func consider(
    _ level: Int, _ state: State, _ columns: ColumnPattern, _ back: BackRow?, _ best: inout Choice
  ) {
    let below = Int(table[index(level, state)].plots)
    // Level 0 without anything below is where columns alone begin.
    guard below > 0 || (below == 0 && level == 0) else { return }
    let plain = below + (back?.plots ?? 0)
    guard plain + columns.most > best.plots else { return }
    var choice = Choice(level: level, state: state, hasBackRow: back != nil, plots: plain)
    if choice.plots > best.plots { best = choice }
    guard rules.hasColumns else { return }
    choice.hasColumns = true
    for hasRearLane in back == nil && rearLane != nil ? [false, true] : [false] {
      choice.hasRearLane = hasRearLane
      choice.plots =
        plain
        + columns.plots(
          from: columnStart(level, state), to: back?.ceiling(rules) ?? .infinity,
          joined: join(level, state, hasRearLane))
      if choice.plots > best.plots { best = choice }
    }
  }

  func metres(_ level: Int) -> Double { base + Double(level) * rules.step }

  /// Where the topmost joining lane of the best way to here begins; below zero without one.
  func join(_ place: (level: Int, state: State)) -> Int32 {
    table[index(place.level, place.state)].join
  }

  /// Where the lanes beside columns above this are joined.
  private func join(_ level: Int, _ state: State, _ hasRearLane: Bool) -> ColumnPattern.Join {
    if hasRearLane, let rearLane { return .above(rearLane) }
    return middle(ofLaneAt: join((level, state))).map { .below($0) } ?? .nowhere
  }

  func index(_ level: Int, _ state: State) -> Int {
    level * State.allCases.count + Int(state.rawValue)
  }

  private mutating func fill() {
    if court == nil { table[0].plots = 0 }
    for level in 0...levels {
      var inland: Int?
      for state in State.allCases where table[index(level, state)].plots >= 0 {
        // What a row that looks inland holds hangs on what lies below only where dead ends are limited.
        if rules.deadEnd != nil { inland = nil }
        extend(level, state, &inland)
      }
    }
  }

  /// Puts a court in front of all else; false where none has room.
  private mutating func placeCourt() -> Bool {
    guard let pattern = CourtPattern(in: block, of: bay, rules: rules) else { return false }
    let level = Int(((pattern.top - base) / rules.step - 1e-6).rounded(.up))
    guard (0...levels).contains(level) else { return false }
    court = (pattern, level)
    table[index(level, .bare)] = Step(plots: Int32(pattern.arrangement.plots), move: .court)
    return true
  }

  /// Every way to go on from here.
  ///
  /// - Parameter inland: the plots of a row at this level that looks inland, once they were counted.
  private mutating func extend(_ level: Int, _ state: State, _ inland: inout Int?) {
    let depth = rules.steps(rules.depth)
    if state == .owed || state == .bare {
      offer(level + rules.steps(rules.laneWidth), .lane, 0, from: (level, state), .lane)
    }
    guard state != .owed else { return }
    if let court, level == court.level, state == .bare {
      // The ends of its columns want free ground before a row.
      offer(level + rules.steps(rules.sideGap), .bare, 0, from: (level, state), .skip)
      return
    }
    // Behind an obstacle a row may begin at any half metre or metre; finer gains nothing that was ever seen.
    if !isWhole {
      offer(level + max(1, rules.steps(0.5)), state == .open ? .open : .bare, 0, from: (level, state), .skip)
    }
    guard level + depth <= levels else { return }
    if state != .bare {
      let plots = count(.bank, at: level, from: state)
      if plots > 0 { offer(level + depth, .bare, plots, from: (level, state), .bankRow) }
    }
    let plots = inland ?? count(.inland, at: level, from: state)
    inland = plots
    if plots > 0 { offer(level + depth, .owed, plots, from: (level, state), .inlandRow) }
  }

  private mutating func offer(
    _ level: Int, _ state: State, _ gain: Int, from: (level: Int, state: State), _ move: Move
  ) {
    guard level <= levels else { return }
    let plots = table[index(from.level, from.state)].plots + Int32(gain)
    guard plots > table[index(level, state)].plots else { return }
    let join = move == .lane && isJoining(from.level) ? Int32(from.level) : self.join(from)
    table[index(level, state)] = Step(
      plots: plots, level: Int32(from.level), state: from.state, move: move, join: join)
  }

  /// The stretches of the block in which a row at this level has free ground and a way to its front, one by one.
  @inline(__always)
  func forEachStretch(
    _ facing: Facing, at level: Int, from state: State, _ body: (_ from: Double, _ to: Double) -> Void
  ) {
    let low = metres(level)
    let high = low + rules.depth
    let ground = bay.ground
    if facing == .bank, state == .open {
      let (reach, least) = (bay.laneReach, low - SlabMap.tolerance)
      ground.forEachFreeRun(in: block.slabs, low, high, where: { reach[$0] ?? -.infinity >= least }) {
        body(ground.position($0.lowerBound), ground.position($0.upperBound))
      }
      return
    }
    for lane in laneRuns(facing == .bank ? low - rules.laneWidth : high, join: join((level, state))) {
      ground.forEachFreeRun(in: lane, low, high, where: { _ in true }) {
        body(ground.position($0.lowerBound), ground.position($0.upperBound))
      }
    }
  }

  /// The parts of a lane across the block that one can walk to from a cross-lane.
  func laneRuns(_ low: Double, join: Int32) -> [Range<Int>] {
    let high = low + rules.laneWidth
    let fromLeft = block.leftReach.map { $0 >= high - SlabMap.tolerance } ?? false
    let fromRight = block.rightReach.map { $0 >= high - SlabMap.tolerance } ?? false
    guard fromLeft || fromRight else { return [] }
    let runs = bay.ground.freeRuns(in: block.slabs, low, high).filter {
      (fromLeft && $0.lowerBound == block.slabs.lowerBound)
        || (fromRight && $0.upperBound == block.slabs.upperBound)
    }
    guard let forks = block.forks, !(fromLeft && fromRight && runs == [block.slabs]) else { return runs }
    return runs.compactMap { limited($0, from: fromLeft ? .left : .right, low, join: join, forks) }
  }

  private func isClear(_ low: Double, _ high: Double) -> Bool {
    guard let clear else { return false }
    return clear.lowerBound <= low + SlabMap.tolerance && clear.upperBound >= high - SlabMap.tolerance
  }

  /// Whether a row at this level takes the whole width of the block.
  private func isFull(_ facing: Facing, _ low: Double, _ state: State) -> Bool {
    guard isClear(low, low + rules.depth) else { return false }
    if facing == .bank, state == .open { return leastReach >= low - SlabMap.tolerance }
    let lane = facing == .bank ? low - rules.laneWidth : low + rules.depth
    let high = lane + rules.laneWidth - SlabMap.tolerance
    if block.forks != nil, min(block.leftReach ?? -.infinity, block.rightReach ?? -.infinity) < high {
      return false
    }
    return isClear(lane, lane + rules.laneWidth)
      && max(block.leftReach ?? -.infinity, block.rightReach ?? -.infinity) >= high
  }

  private func count(_ facing: Facing, at level: Int, from state: State) -> Int {
    if isFull(facing, metres(level), state) { return fullRow }
    var packer = RowPacker(limit: block.rowLimit, rules: rules)
    forEachStretch(facing, at: level, from: state) { packer.fill($0, $1) }
    return packer.units
  }
}
