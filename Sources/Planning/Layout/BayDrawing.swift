import Geometry

/// Putting the chosen blocks of a bay on the plane.
struct BayDrawing {
  let bay: Bay
  let rules: LayoutRules

  /// Boxes of circulation, still overlapping the walkway from which they start.
  struct Ways {
    var lanes: [LocalBox] = []
    /// Ground between the walkway and the straight front of a row, which the walkway takes over.
    var widenings: [LocalBox] = []
    /// Courts, each with its block's place among the blocks of the bay.
    var courts: [(block: Int, box: LocalBox)] = []
  }

  func ways(_ placements: [Placement]) -> Ways {
    var ways = Ways()
    var tops: [Int: (slabs: Range<Int>, top: Double)] = [:]
    for (number, placement) in placements.enumerated() {
      if let court = placement.arrangement.court { ways.courts.append((number, court)) }
      let slabs = placement.block.slabs
      note(
        placement.arrangement.leftLaneTop,
        at: (slabs.lowerBound - placement.leftCut.slabs(rules))..<slabs.lowerBound, in: &tops)
      note(
        placement.arrangement.rightLaneTop,
        at: slabs.upperBound..<(slabs.upperBound + placement.rightCut.slabs(rules)), in: &tops)
      ways.lanes += placement.arrangement.lanes
      ways.widenings += widenings(placement.arrangement, placement.rules)
    }
    for (_, lane) in tops.sorted(by: { $0.key < $1.key }) {
      guard let start = bay.walkwayStart(of: lane.slabs) else { continue }
      let box = LocalBox(
        u1: bay.ground.position(lane.slabs.lowerBound), u2: bay.ground.position(lane.slabs.upperBound),
        v1: start, v2: lane.top)
      if let box { ways.lanes.append(box) }
    }
    return ways
  }

  private func note(
    _ top: Double?, at slabs: Range<Int>, in tops: inout [Int: (slabs: Range<Int>, top: Double)]
  ) {
    guard let top, !slabs.isEmpty else { return }
    let known = tops[slabs.lowerBound]?.top ?? top
    tops[slabs.lowerBound] = (slabs, max(known, top))
  }

  /// Rows that look to the bank without a lane before them stand on the walkway.
  private func widenings(_ arrangement: Arrangement, _ rules: LayoutRules) -> [LocalBox] {
    arrangement.rows.compactMap { row in
      guard row.facing == .bank, !row.isOnCourt else { return nil }
      let front = row.low
      let hasLane = arrangement.lanes.contains {
        abs($0.v.upperBound - front) < SlabMap.tolerance && $0.u.contains(row.run.from + rules.frontage / 2)
      }
      guard !hasLane, let start = bay.walkwayStart(of: slabs(from: row.run.from, to: row.end(rules)))
      else { return nil }
      return LocalBox(u1: row.run.from, u2: row.end(rules), v1: start, v2: front)
    }
  }

  private func slabs(from u1: Double, to u2: Double) -> Range<Int> {
    let low = ((u1 - bay.ground.start) / rules.step + 0.01).rounded(.down)
    let high = ((u2 - bay.ground.start) / rules.step - 0.01).rounded(.up)
    let first = Int(min(max(low, 0), Double(bay.ground.count)))
    return first..<max(first, Int(min(max(high, 0), Double(bay.ground.count))))
  }

  func rows(_ placements: [Placement], firstBlock: Int) throws -> [DrawnLayout.Row] {
    var rows: [DrawnLayout.Row] = []
    for (index, placement) in placements.enumerated() {
      for row in placement.arrangement.rows {
        rows.append(try draw(row, placement.rules, block: firstBlock + index))
      }
    }
    return rows
  }

  private func draw(_ row: PlacedRow, _ rules: LayoutRules, block: Int) throws -> DrawnLayout.Row {
    let frame = bay.frame
    let (along, front) =
      switch row.facing {
      case .bank: (frame.along, -frame.inland)
      case .inland: (frame.along, frame.inland)
      case .left: (frame.inland, -frame.along)
      case .right: (frame.inland, frame.along)
      }
    return DrawnLayout.Row(
      plots: try row.boxes(rules).map { try frame.polygon($0) }, along: along, front: front, block: block,
      size: rules.plot, frontageMetres: rules.frontage, depthMetres: rules.depth, isOnCourt: row.isOnCourt)
  }
}
