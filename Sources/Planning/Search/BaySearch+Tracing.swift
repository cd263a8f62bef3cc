/// Reading the best sequence off the table.
extension BaySearch {
  /// Where the best sequence with so many courts ends.
  func best(courts: Int) -> Place? {
    var best: (place: Place, score: Int)?
    for slab in table.indices {
      for cut in Cut.allCases {
        let place = (slab: slab, cut: cut, courts: courts)
        guard let arrival = arrival(at: place), arrival.score > best?.score ?? 0 else { continue }
        best = (place, arrival.score)
      }
    }
    return best?.place
  }

  /// What the best sequence that has passed a slab is worth, without courts.
  func bestScore(at slab: Int) -> Int {
    Cut.allCases.reduce(0) { max($0, arrival(at: (slab, $1, 0))?.score ?? 0) }
  }

  /// The blocks up to a place, and where the search had begun.
  func trace(to end: Place?) -> Stretch {
    var placements: [Placement] = []
    var here = end
    while let at = here, let arrival = arrival(at: at), let from = arrival.from {
      if let block = arrival.block {
        placements.append(
          Placement(
            block: block, leftCut: from.cut, rightCut: at.cut,
            arrangement: RowStack.best(in: block, of: bay, rules: rules), rules: rules,
            worth: arrival.score - (self.arrival(at: from)?.score ?? 0)))
      }
      here = from
    }
    return (placements.reversed(), here)
  }
}

extension BaySearch {
  /// The blocks that the best sequence leaves to the houses on them.
  func keptBlocks() -> [KeptBlock] {
    guard let keepable else { return [] }
    var kept: [KeptBlock] = []
    var here = best(courts: 0)
    while let at = here, let arrival = arrival(at: at), let from = arrival.from {
      if arrival.keepsHouses {
        // The free ground beside the block holds no house of its own.
        let slabs = from.slab..<at.slab
        kept.append(KeptBlock(houses: keepable.within(slabs).map(\.index), slabs: slabs.count))
      }
      here = from
    }
    return kept
  }
}

extension BaySearch {
  /// Where another size of plot takes over: the scores up to there, by cut.
  struct Handover {
    let slab: Int
    let arrivals: [Arrival?]

    static let start = Handover(slab: 0, arrivals: [])
  }

  /// The blocks of one search on the way to a place, and the place where it had begun.
  typealias Stretch = (placements: [Placement], start: Place?)

  /// Looks for blocks from where an earlier search stopped, known worths of blocks kept.
  mutating func resume(at handover: Handover, isCancelled: () -> Bool) {
    table = Self.emptyTable(slabs: bay.ground.count, courts: courts)
    for (cut, arrival) in handover.arrivals.enumerated() {
      table[handover.slab][cut] = arrival.map {
        Arrival(score: $0.score, plots: 0, from: nil, block: nil)
      }
    }
    explore(from: handover.slab, isCancelled: isCancelled)
  }

  /// The first place by which this search has so many plots; nil where it has not.
  func handover(after plots: Int) -> Handover? {
    for (slab, arrivals) in table.enumerated() {
      let enough = arrivals.map { arrival in arrival.flatMap { $0.plots >= plots ? $0 : nil } }
      if enough.contains(where: { $0 != nil }) { return Handover(slab: slab, arrivals: enough) }
    }
    return nil
  }

  /// - Parameter place: where the next search begins; nil for the best end of this one.
  func stretch(to place: Place?) -> Stretch { trace(to: place ?? best(courts: 0)) }
}
