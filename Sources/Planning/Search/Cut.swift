/// What lies between two blocks.
enum Cut: Int, CaseIterable, Sendable {
  /// The end of the bay: nothing stands beyond.
  case edge
  /// Free ground, as wide as the rule of the row asks beside a shorter row.
  case gap
  /// A lane from the walkway inland.
  case lane
  /// As wide as the rule asks beside a longest row.
  case wideGap
  case wideLane

  var isLane: Bool { self == .lane || self == .wideLane }

  /// Whether a longest row may end here.
  var isWide: Bool { self == .edge || self == .wideGap || self == .wideLane }

  /// Width in slabs of the search grid.
  func slabs(_ rules: LayoutRules) -> Int {
    switch self {
    case .edge: 0
    case .gap: rules.steps(rules.sideGap)
    case .lane: rules.steps(max(rules.laneWidth, rules.sideGap))
    case .wideGap: rules.steps(rules.rowGap)
    case .wideLane: rules.steps(max(rules.laneWidth, rules.rowGap))
    }
  }
}
