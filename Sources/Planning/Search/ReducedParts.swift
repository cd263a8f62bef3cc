extension [FilledPart] {
  /// Without the blocks that are worth least for each of their plots, as long as enough plots remain.
  ///
  /// - Parameter enough: nil keeps all.
  func reduced(to enough: Int?) -> [FilledPart] {
    guard let enough else { return self }
    var spare = reduce(0) { $0 + $1.plots } - enough
    let blocks = indices.flatMap { part in
      self[part].bays.indices.flatMap { bay in
        self[part].bays[bay].placements.indices.map { (part: part, bay: bay, block: $0) }
      }
    }
    let ranked = blocks.map { place in
      let placement = self[place.part].bays[place.bay].placements[place.block]
      let plots = placement.arrangement.plots
      return (place, plots, worth: Double(placement.worth) / Double(Swift.max(1, plots)))
    }.enumerated().sorted { ($0.element.worth, $0.offset) < ($1.element.worth, $1.offset) }
    var dropped = Array<Set<[Int]>>(repeating: [], count: count)
    for (_, entry) in ranked where entry.1 > 0 && entry.1 <= spare {
      dropped[entry.0.part].insert([entry.0.bay, entry.0.block])
      spare -= entry.1
    }
    var parts = self
    for part in indices {
      for bay in self[part].bays.indices {
        let kept = self[part].bays[bay].placements.enumerated()
          .filter { !dropped[part].contains([bay, $0.offset]) }
        parts[part].bays[bay].placements = kept.map(\.element)
      }
    }
    return parts
  }
}
