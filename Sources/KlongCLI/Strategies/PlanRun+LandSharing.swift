internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

extension PlanRun {
  /// The land parted between owner and people, and the people's part laid out.
  ///
  /// Of the cuts that none beats, each is planned; taken is the one that seats most households, and among these the
  /// one with most road for the owner.
  func landSharing(ownerPercent: Double) throws -> PlanAttempt {
    let cuts = try refusing { () throws(PlanningError) in
      LandCut.undominated(
        try LandCut.all(of: ground.settlement, ownerShare: ownerPercent / 100), most: Self.mostCuts)
    }
    guard !cuts.isEmpty else {
      throw Refusal(
        problem: "no straight line cuts off \(written(ownerPercent)) % and leaves the people "
          + "\(written(LandCut.leastAccessMetres)) m of public road",
        remedy: "try a smaller --share, or draw another road or access point")
    }
    // Easy to come into first: what is too short a time for that is too short for all.
    let easiestFirst = cuts.sorted { $0.peopleRoadMetres > $1.peopleRoadMetres }
    var rows: [(cut: LandCut, plots: Int)] = []
    var isTooShort = false
    for (number, cut) in easiestFirst.enumerated() where !isTooShort {
      // Each has an equal part of the time, and the plan of the one that is taken as much as six of them.
      let run = within(share: 1 / Double(cuts.count - number + 6))
      do {
        rows.append((cut, try run.count(on: shared(cut))))
      } catch {
        // A sliver with nothing to plan is a bad bargain, not an error.
        rows.append((cut, 0))
        if case .cancelled = error { isTooShort = number == 0 }
      }
    }
    rows.sort { $0.cut.ownerRoadMetres > $1.cut.ownerRoadMetres }
    let wanted = terms.households ?? .max
    let best = rows.indices.max {
      (min(rows[$0].plots, wanted), rows[$0].cut.ownerRoadMetres)
        < (min(rows[$1].plots, wanted), rows[$1].cut.ownerRoadMetres)
    }
    guard let best else {
      throw Refusal(
        problem: "no cut could be planned", remedy: "try another --share, or a smaller --plot")
    }
    let cut = rows[best].cut
    var plan: PlanAttempt
    do {
      plan = try attempt(on: shared(cut), additions: [owners(cut)])
    } catch is Refusal where isTooShort {
      // Of land that was never laid out whole nothing is known.
      throw Refusal(.cancelled, in: intake)
    }
    rows[best].plots = plan.plots
    let others = isTooShort ? cuts.count - 1 : 0
    plan.add("strategy", json(rows, cut, ownerPercent), notes: notes(rows, cut, unplanned: others))
    return plan
  }

  /// How many plots a ground has room for, as far as the time goes.
  private func count(on ground: GivenGround) throws(PlanningError) -> Int {
    var request = request(on: ground)
    // Nothing is drawn, checked or written of it, so it has the time to its end.
    request.isCancelled = { [deadline] in ContinuousClock.now >= deadline }
    return try console.progress("laying out plots") { _ throws(PlanningError) in
      try Planner.plots(ground.settlement, request, soFar: true) ?? 0
    }
  }

  private static let mostCuts = 12

  private func shared(_ cut: LandCut) -> GivenGround {
    var ground = ground
    ground.settlement.site = cut.people
    return ground
  }

  /// The owner's part stands in the plan as land that must be kept, so the checker sees that nothing lies on it.
  private func owners(_ cut: LandCut) -> PlanFeatures.Addition {
    PlanFeatures.Addition(
      id: "owner", shape: Shape(cut.owner),
      properties: [
        ("kind", "keep"), ("name", "owner's part"), ("share", "owner"),
        ("area_m2", .squareMetres(cut.ownerSquareMetres)), ("fill", "#bcbddc"), ("fill-opacity", 0.5),
        ("title", "Owner's part"),
      ])
  }

  private func notes(_ rows: [(cut: LandCut, plots: Int)], _ best: LandCut, unplanned: Int) -> [String] {
    let plots = rows.first { $0.cut.degrees == best.degrees }?.plots ?? 0
    return [
      "land sharing: the owner gets \(fixed(best.ownerSquareMetres, decimals: 0)) m² with "
        + "\(fixed(best.ownerRoadMetres, decimals: 1)) m of road, the people \(counted(plots, "plot")) with "
        + "\(fixed(best.peopleRoadMetres, decimals: 1)) m of road; \(counted(best.housesToMove, "house")) move",
      unplanned == 0
        ? "\(counted(rows.count, "bargain")) compared in klong.strategy of the plan"
        : "\(counted(unplanned, "other bargain")) not laid out for want of time: give more with --deadline",
    ]
  }

  private func json(_ rows: [(cut: LandCut, plots: Int)], _ best: LandCut, _ percent: Double) -> JSONObject {
    [
      "name": "land-sharing", "owner_percent": .number(JSONNumber(percent, decimals: 2)),
      "least_access_m": .metres(LandCut.leastAccessMetres), "source": "facts/layout.md §6.1",
      "bargains": .array(
        rows.map { cut, plots in
          [
            "line_degrees": .count(cut.degrees), "owner_road_m": .metres(cut.ownerRoadMetres),
            "owner_m2": .squareMetres(cut.ownerSquareMetres), "people_plots": .count(plots),
            "people_road_m": .metres(cut.peopleRoadMetres), "people_water_m": .metres(cut.peopleWaterMetres),
            "houses_to_move": .count(cut.housesToMove), "chosen": .bool(cut.degrees == best.degrees),
          ]
        }),
    ]
  }
}
