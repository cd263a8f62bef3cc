/// From the table back to the rows and lanes of the best stack.
extension RowStack {
  private func place(_ facing: Facing, at level: Int, from state: State, into arrangement: inout Arrangement)
  {
    let low = metres(level)
    var packer = RowPacker(limit: block.rowLimit, rules: rules)
    var rows: [PlacedRow] = []
    forEachStretch(facing, at: level, from: state) { from, to in
      packer.fill(from, to) {
        rows.append(PlacedRow(run: RowRun(from: $0, units: $1), low: low, facing: facing))
      }
    }
    arrangement.rows += rows
  }

  func trace(from level: Int, _ state: State) -> Arrangement {
    var arrangement = Arrangement()
    var best = (level: level, state: state)
    while true {
      let step = table[index(best.level, best.state)]
      let from = (level: Int(step.level), state: step.state)
      switch step.move {
      case .start: return arrangement
      case .court:
        if let court { arrangement.add(court.pattern.arrangement) }
        return arrangement
      case .bankRow: place(.bank, at: from.level, from: from.state, into: &arrangement)
      case .inlandRow: place(.inland, at: from.level, from: from.state, into: &arrangement)
      case .lane: placeLane(at: from.level, join: join(from), into: &arrangement)
      case .skip: break
      }
      best = from
    }
  }

  private func placeLane(at level: Int, join: Int32, into arrangement: inout Arrangement) {
    let low = metres(level)
    if isJoining(level) { arrangement.isJoined = true }
    for run in laneRuns(low, join: join) {
      let box = LocalBox(
        u1: bay.ground.position(run.lowerBound), u2: bay.ground.position(run.upperBound), v1: low,
        v2: low + rules.laneWidth)
      guard let box else { continue }
      arrangement.lanes.append(box)
      let high = low + rules.laneWidth - SlabMap.tolerance
      if run.lowerBound == block.slabs.lowerBound, let reach = block.leftReach, reach >= high {
        arrangement.needLeftLane(to: low + rules.laneWidth)
      }
      if run.upperBound == block.slabs.upperBound, let reach = block.rightReach, reach >= high {
        arrangement.needRightLane(to: low + rules.laneWidth)
      }
    }
  }
}
