internal import CommandLineKit
internal import Planning

extension ReblockRun {
  /// Says what came out.
  func tell(_ lanes: FoundLanes) {
    let outcome = lanes.outcome
    console.note(
      "\(fixed(lanes.newLaneMetres, decimals: 1)) m of new lane for "
        + "\(counted(outcome.isolatedBefore.count, "parcel")) without access, of \(lanes.parcelCount); "
        + standing(lanes))
    if ground.areProxies {
      console.note(
        "the parcels are proxies: the ground nearer to a house than to any other, nobody's boundary")
    }
    let changes = lanes.cleaning.changes.count + mended.count
    if changes > 0 {
      console.note("\(counted(changes, "change")) made the parcels fit: klong.changes lists them")
    }
    let unclaimed = lanes.cleaning.unclaimed
    if unclaimed > 0 {
      console.note(
        "\(counted(unclaimed, "gap")) as large as a parcel taken for one that nobody surveyed: it is in the file, "
          + "marked unclaimed; --gaps none leaves it out")
    }
    tellOfWalks(lanes)
    tellOfLand(lanes)
    if outcome.isPartial { console.warn("the deadline passed: these are the best lanes found so far") }
    if !lanes.isolatedAfter.isEmpty {
      let names = lanes.isolatedAfter.prefix(5).map { "\(lanes.references[$0])" }
      let more = lanes.isolatedAfter.count > 5 ? " and others" : ""
      console.warn(
        "\(counted(lanes.isolatedAfter.count, "parcel")) cannot be reached: \(names.joined(separator: ", "))\(more)"
      )
    }
    console.note("check: every other parcel has access from a way that hangs together with a road")
    if output != "-" { console.note("written to \(output)") }
  }

  private func standing(_ lanes: FoundLanes) -> String {
    let outcome = lanes.outcome
    let others = lanes.refusedEdges.isEmpty ? "" : " along the boundaries that are left"
    if lanes.isLeastOfRest {
      return lanes.isByLength
        ? "no lanes\(others) are shorter (proven)" : "no lanes\(others) weigh less (proven)"
    }
    let bound = fixed(outcome.bound, decimals: 1)
    guard lanes.isByLength else {
      return "weighted \(fixed(outcome.cost, decimals: 1)) m, and no lanes weigh less than \(bound) m"
    }
    let gap = max(0, lanes.newLaneMetres - outcome.bound) / max(1e-9, lanes.newLaneMetres)
    return "no lanes\(others) are shorter than \(bound) m (gap \(fixed(gap * 100, decimals: 2)) %)"
  }

  private func tellOfWalks(_ lanes: FoundLanes) {
    let walks = WalkFigures(lanes.walksAfter, of: lanes.outcome.isolatedBefore)
    guard walks.count > 0 else { return }
    console.note(
      "walks to a road: \(fixed(walks.mean, decimals: 0)) m on average, nine of ten within "
        + "\(fixed(walks.ninetiethPercentile, decimals: 0)) m, the longest \(fixed(walks.longest, decimals: 0)) m; "
        + "the longest dead end \(fixed(lanes.loops.longestAfter, decimals: 0)) m")
    if let limit = terms.loopMetres, lanes.loops.longestAfter > limit + 1e-6 {
      console.warn("no boundary joins every dead end: one of more than \(written(limit)) m is left")
    }
    for option in lanes.options.dropFirst() where terms.detour == nil {
      console.note(
        "option --detour \(written(option.detour ?? 1)): \(fixed(option.laneMetres, decimals: 0)) m of lane, walks "
          + "\(fixed(option.walks.mean, decimals: 0)) m on average, the longest "
          + "\(fixed(option.walks.longest, decimals: 0)) m")
    }
  }

  private func tellOfLand(_ lanes: FoundLanes) {
    guard let wide = lanes.wide, let width = terms.widthMetres else { return }
    let givers = wide.before.indices.filter { wide.given(byParcel: $0) > 1e-6 }
    let taken = wide.laneAreas.reduce(0) { $0 + LaneWidening.area($1) }
    console.note(
      "lanes of \(written(width)) m take \(fixed(taken, decimals: 0)) m² from \(counted(givers.count, "parcel")); "
        + "klong.compensation lists who gives how much")
    let narrowed = wide.stretches.count { $0.widthMetres < width - 1e-9 }
    if narrowed > 0 { console.note("\(counted(narrowed, "lane")) narrower, so that what stays is not cut") }
    if !lanes.refusedEdges.isEmpty {
      console.note(
        "\(counted(lanes.refusedEdges.count, "boundary piece")) given up: klong.refused lists them")
    }
    let houses = Set(wide.stretches.flatMap(\.housesCut)).count
    if houses > 0 { console.warn("\(counted(houses, "house")) cut by a lane: lanes name them") }
    if !lanes.refusedLanes.isEmpty {
      console.warn("\(counted(lanes.refusedLanes.count, "lane")) would cut what stays")
    }
    let narrow = lanes.groundCheck?.narrow ?? []
    if !narrow.isEmpty {
      let names = narrow.prefix(5).map(FoundLanes.name).joined(separator: ", ")
      console.warn("the check finds \(counted(narrow.count, "lane")) narrower than said: \(names)")
    }
    let emptied = wide.after.indices.count { wide.after[$0].isEmpty && !wide.before[$0].isEmpty }
    if emptied > 0 { console.warn("\(counted(emptied, "parcel")) all taken by lanes") }
    let small = givers.count {
      LaneWidening.area(wide.after[$0]) < terms.smallestSquareMetres
    }
    if small > 0 { console.warn("\(counted(small, "parcel")) left with less than the smallest size") }
  }
}
