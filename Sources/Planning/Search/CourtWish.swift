/// Finds the layout with so many courts that costs the fewest plots.
///
/// A bonus on blocks with a court is raised until enough are there; what the blocks hold is known after the first
/// search, so that each further one is quick.
struct CourtWish {
  private let count: Int
  private let isCancelled: @Sendable () -> Bool

  init(_ request: PlanRequest) {
    count = request.courts
    isCancelled = request.isCancelled
  }

  /// In plots: more than this no court costs, or none can be had.
  private static let highest = 32
  /// The bonus is found to a sixteenth of a plot.
  private static let steps = 4

  /// - Parameter filled: the best ways to fill every part under a bonus.
  func met(_ filled: (Int) -> [[FilledPart]]) -> [[FilledPart]] {
    var best = filled(0)
    var (low, high) = (0, 0)
    while courts(best) < count {
      (low, high) = (high, max(BaySearch.plotScore, 2 * high))
      if high > Self.highest * BaySearch.plotScore || isCancelled() { return best }
      best = filled(high)
    }
    for _ in 0..<Self.steps where high > 0 && !isCancelled() {
      let middle = (low + high) / 2
      let parts = filled(middle)
      if courts(parts) >= count {
        (high, best) = (middle, parts)
      } else {
        low = middle
      }
    }
    return best
  }

  private func courts(_ parts: [[FilledPart]]) -> Int {
    parts.compactMap(\.first).reduce(0) { $0 + $1.courts }
  }
}

extension [FilledPart] {
  /// How many courts there are.
  var courts: Int { reduce(0) { $0 + $1.courts } }

  /// With no more courts than asked for: where another arrangement of the block has the most plots more, it stands.
  func keepingCourts(_ count: Int) -> [FilledPart] {
    let surplus = courts - count
    guard surplus > 0 else { return self }
    var others: [(part: Int, bay: Int, block: Int, plain: Placement, gain: Int)] = []
    for part in indices {
      for (bay, filled) in self[part].bays.enumerated() {
        for (block, placement) in filled.placements.enumerated() where placement.block.hasCourt {
          let plain = placement.withoutCourt(in: filled.bay)
          others.append((part, bay, block, plain, plain.plots - placement.plots))
        }
      }
    }
    var parts = self
    for other in others.enumerated().sorted(by: {
      ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset)
    })
    .prefix(surplus).map(\.element) {
      parts[other.part].bays[other.bay].placements[other.block] = other.plain
    }
    return parts
  }
}

extension Placement {
  fileprivate func withoutCourt(in bay: Bay) -> Placement {
    var block = block
    block.hasCourt = false
    let arrangement = RowStack.best(in: block, of: bay, rules: rules)
    return Placement(
      block: block, leftCut: leftCut, rightCut: rightCut, arrangement: arrangement, rules: rules,
      worth: worth + (arrangement.plots - plots) * BaySearch.plotScore)
  }
}
