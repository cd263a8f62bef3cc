internal import Compliance
internal import JSON
internal import Planning
internal import Settlement

extension PlanRun {
  /// The plan with an order of building in which nobody is sent away, played through by the checker's side.
  func phased(_ plan: PlanAttempt, transit: Int?) throws -> PlanAttempt {
    var plan = plan
    let outcome = plan.file.header.outcome
    let plots = outcome.plan.plots + plan.ground.settlement.plots
    let houses = plan.ground.settlement.houses.filter { !$0.isLocked }
    try requireSeatable(houses.count, on: plots.count)
    let phases = try console.progress("ordering the phases") { _ in
      try refusing { () throws(PlanningError) in
        try PhasePlan.ordered(
          plots: plots, ways: outcome.plan.lanes, houses: houses, laneWidthMetres: terms.laneWidthMetres,
          transit: transit)
      }
    }
    let replay = try PhaseReplay(
      phases: phases.phases,
      moves: phases.moves.map { PhaseReplay.Move(house: $0.house, plot: $0.plot, leaves: $0.leaves) },
      plots: plots, houses: houses, transit: transit)
    mark(&plan, phases, plots, houses)
    plan.faults = replay.faults
    plan.add("strategy", json(phases, replay, plots, transit), notes: notes(phases, replay))
    return plan
  }

  /// Seating takes time with the square of one number times the other.
  func requireSeatable(_ households: Int, on plots: Int) throws(Refusal) {
    guard max(households, plots) > Self.mostSeats else { return }
    throw Refusal(
      problem:
        "\(grouped(Double(max(households, plots)))) households or plots are too many to be seated one by one",
      remedy:
        "give parts of the settlement of at most \(grouped(Double(Self.mostSeats))) one after the other",
      code: .limit)
  }

  /// About ten seconds of work. A choice of ours.
  private static let mostSeats = 2500

  private func mark(_ plan: inout PlanAttempt, _ phases: PhasePlan, _ plots: [Plot], _ houses: [House]) {
    for (phase, members) in phases.phases.enumerated() {
      for plot in members {
        if plots[plot].reference.file == nil, let id = plots[plot].id {
          plan.file.plotMarks[id] = [("phase", .count(phase + 1))]
        } else {
          plan.file.ground.marks[plots[plot].reference, default: []] += [("phase", .count(phase + 1))]
        }
      }
    }
    for move in phases.moves {
      plan.file.ground.marks[houses[move.house].reference, default: []] += [
        ("plot", .count(move.plot.flatMap { plots[$0].number })), ("leaves", .count(move.leaves)),
        ("waits", .count(move.waits)),
      ]
    }
  }

  private func notes(_ phases: PhasePlan, _ replay: PhaseReplay) -> [String] {
    var notes = [
      "\(counted(phases.phases.count, "phase")): at most \(phases.peak) households wait in temporary homes at one "
        + "time, \(phases.peakAtOnce) if all were built at once; \(phases.householdPhases) household-phases in all"
    ]
    if replay.faults.isEmpty { notes.append("played through independently: the order works") }
    if replay.peak != phases.peak || replay.householdPhases != phases.householdPhases {
      notes.append("the replay counts \(replay.peak) and \(replay.householdPhases) household-phases")
    }
    return notes + replay.faults.map { "the order does not work: \($0)" }
  }

  private func json(
    _ phases: PhasePlan, _ replay: PhaseReplay, _ plots: [Plot], _ transit: Int?
  ) -> JSONObject {
    [
      "name": "reconstruction", "transit": .count(transit), "peak": .count(phases.peak),
      "peak_all_at_once": .count(phases.peakAtOnce), "household_phases": .count(phases.householdPhases),
      "moves_straight": .count(phases.moves.count { $0.plot != nil && $0.waits == 0 }),
      "without_plot": .count(phases.moves.count { $0.plot == nil }),
      "replay": [
        "works": .bool(replay.faults.isEmpty), "peak": .count(replay.peak),
        "household_phases": .count(replay.householdPhases),
        "faults": .array(replay.faults.map(JSONValue.string)),
      ],
      "phases": .array(
        phases.phases.enumerated().map { index, members in
          let phase = index + 1
          return [
            "phase": .count(phase), "plots": .array(members.map { .count(plots[$0].number) }),
            "houses_going": .count(phases.moves.count { $0.leaves == phase }),
            "waiting": .count(
              phases.moves.count { move in
                guard let leaves = move.leaves, let ready = move.ready else { return false }
                return (leaves...max(leaves, ready)).contains(phase) && leaves <= ready
              }),
          ]
        }),
    ]
  }
}
