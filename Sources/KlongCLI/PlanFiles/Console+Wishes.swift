internal import Planning

extension Console {
  /// Says what became of everything that was wished for beside plots of one size.
  ///
  /// - Parameter isSpineAsked: a lane for vehicles was asked for, not laid for the sake of fire engines.
  func tell(_ measures: PlanMeasures, isSpineAsked: Bool) {
    tellSizes(of: measures)
    tellQuotas(of: measures)
    tell(measures.courts)
    tell(measures.fireReach, isSpineAsked: isSpineAsked)
  }

  private func tellSizes(of measures: PlanMeasures) {
    for size in measures.plotsBySize {
      let wish = size.wanted.count.map { " of \($0) wished for" } ?? ""
      let text = "\(written(size.wanted.size)): \(size.plots)\(wish)"
      if size.missing > 0 { warn("\(text), \(size.missing) too few") } else { note(text) }
    }
  }

  private func tellQuotas(of measures: PlanMeasures) {
    for quota in measures.quotas {
      let name = quota.use == "open" ? "open space" : quota.use
      let wanted = "\(written(quota.wantedSquareMetres)) m2 asked for"
      let cost = "costs \(counted(quota.costInPlots, "plot"))"
      if quota.squareMetres + 0.01 < quota.wantedSquareMetres {
        warn("\(name): \(written(quota.squareMetres)) m2 found, \(wanted): there is no more room")
      } else {
        note("\(name): \(written(quota.squareMetres)) m2, \(wanted), \(cost)")
      }
    }
  }

  private func tell(_ courts: CourtMeasure?) {
    guard let courts else { return }
    let cost = "they cost \(counted(max(0, courts.costInPlots), "plot"))"
    let text = "courts: \(courts.courts) of \(courts.wanted), \(cost)"
    if courts.courts < courts.wanted { warn("\(text): there is no room for more") } else { note(text) }
  }

  private func tell(_ fire: FireReachMeasure?, isSpineAsked: Bool) {
    guard let fire else { return }
    let width = written(fire.asked.widthMetres)
    if let spine = fire.spineWidthMetres, !isSpineAsked {
      note(
        "a lane of \(written(spine)) m for fire engines was laid along the site: "
          + "it costs \(counted(fire.spineCostInPlots, "plot"))")
    }
    let farthest = fire.farthestMetres.map { ", the farthest \(fixed($0, decimals: 0)) m" } ?? ""
    let text =
      "more than \(written(fire.asked.reachMetres)) m of walk from a way of \(width) m: "
      + "\(counted(fire.plotsBeyond, "plot"))\(farthest)"
    if fire.plotsBeyond > 0 { warn(text) } else { note(text) }
  }
}
