/// Bays filled with plots of several sizes, each size on the stretch behind the one before.
///
/// Sizes follow one another along the bank: neighbours get equal plots, and one pass decides where each ends.
struct SizedCutting: Sendable {
  private let bays: [Bay]
  private let sizes: [LayoutRules]
  /// A search for every bay and size; each keeps what its blocks are worth.
  private var searches: [[BaySearch]]

  init(bays: [Bay], sizes: [LayoutRules], objective: PlanObjective) {
    self.bays = bays
    self.sizes = sizes
    searches = bays.map { bay in sizes.map { BaySearch(bay: bay, rules: $0, objective: objective) } }
  }

  /// - Parameter wishes: how many plots of each size; nil for as many as there is room for.
  mutating func filled(_ wishes: [Int?], isCancelled: () -> Bool) -> [FilledBay] {
    var size = 0
    var missing = wishes.first ?? nil
    var filled: [FilledBay] = []
    for number in bays.indices {
      var handover = BaySearch.Handover.start
      let first = size
      while true {
        searches[number][size].resume(at: handover, isCancelled: isCancelled)
        guard size < sizes.count - 1, let count = missing,
          let next = searches[number][size].handover(after: count)
        else { break }
        handover = next
        size += 1
        missing = wishes[size]
      }
      let placements = blocks(of: number, sizes: first...size)
      let last = placements.filter { $0.rules.plot == sizes[size].plot }.reduce(0) { $0 + $1.plots }
      missing = missing.map { max(0, $0 - last) }
      filled.append(
        FilledBay(
          bay: bays[number], placements: placements, score: placements.reduce(0) { $0 + $1.worth }))
    }
    return filled
  }

  /// Back from the end of the bay through the searches of all its sizes.
  private func blocks(of bay: Int, sizes: ClosedRange<Int>) -> [Placement] {
    var placements: [Placement] = []
    var place: BaySearch.Place?
    for size in sizes.reversed() {
      let stretch = searches[bay][size].stretch(to: place)
      placements = stretch.placements + placements
      place = stretch.start ?? place
    }
    return placements
  }
}
