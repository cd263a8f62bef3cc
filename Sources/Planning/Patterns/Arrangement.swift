/// Which way a plot looks: its front lies on that side.
enum Facing: Sendable {
  /// Towards the bank, away from it, and to either side.
  case bank, inland, left, right
}

/// Plots side by side that share their walls: one row in the sense of the row rule.
struct PlacedRow: Hashable, Sendable {
  /// Along the row.
  let run: RowRun
  /// Where its plots begin across the row, towards the land's inside or along the bank.
  let low: Double
  let facing: Facing
  /// Its fronts lie on a court.
  var isOnCourt = false

  /// The plots, each border written down once: neighbours share the very same number, so that their corners
  /// stay one corner when rounded.
  func boxes(_ rules: LayoutRules) -> [LocalBox] {
    (0..<run.units).compactMap { unit in
      let from = run.from + Double(unit) * rules.frontage
      let to = run.from + Double(unit + 1) * rules.frontage
      return switch facing {
      case .bank, .inland: LocalBox(u1: from, u2: to, v1: low, v2: low + rules.depth)
      case .left, .right: LocalBox(u1: low, u2: low + rules.depth, v1: from, v2: to)
      }
    }
  }

  /// Where the row ends.
  func end(_ rules: LayoutRules) -> Double { run.from + Double(run.units) * rules.frontage }
}

/// How one block between two cuts is filled.
struct Arrangement: Sendable {
  var rows: [PlacedRow] = []
  /// Lanes inside the block, from side to side.
  var lanes: [LocalBox] = []
  /// Open ground with plots round it.
  var court: LocalBox?
  /// How far inland the cross-lanes on either side must run to serve this block; nil when they need not.
  var leftLaneTop: Double?
  var rightLaneTop: Double?
  /// A lane across the block joins the cross-lanes on both sides.
  var isJoined = false

  var plots: Int { rows.reduce(0) { $0 + $1.run.units } }

  mutating func needLeftLane(to top: Double) { leftLaneTop = max(leftLaneTop ?? top, top) }
  mutating func needRightLane(to top: Double) { rightLaneTop = max(rightLaneTop ?? top, top) }

  mutating func add(_ other: Arrangement) {
    rows += other.rows
    lanes += other.lanes
    court = court ?? other.court
    isJoined = isJoined || other.isJoined
    if let top = other.leftLaneTop { needLeftLane(to: top) }
    if let top = other.rightLaneTop { needRightLane(to: top) }
  }
}
