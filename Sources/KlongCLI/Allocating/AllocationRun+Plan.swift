internal import Cooperative
internal import GeoJSON
internal import JSON
internal import Settlement

extension AllocationRun {
  /// The plan as it was given, with households on plots, plots on houses, and the member `klong.allocation`.
  func writePlan(to sink: OutputSink, names: Bool) throws {
    let marks = marks(names: names)
    let writer = FeatureCollectionWriter { try sink.write($0) }
    for source in intake.sources {
      try intake.write(passing: source, to: writer) { marks[$0] ?? [] }
    }
    var members = intake.sources.membersForWriting
    var klong = members["klong"]?.object ?? JSONObject()
    klong["allocation"] = .object(chapter(names: names))
    members["klong"] = .object(klong)
    try writer.finish(members: members)
  }

  private func marks(names: Bool) -> [FeatureReference: [(String, JSONValue)]] {
    var marks: [FeatureReference: [(String, JSONValue)]] = [:]
    var holder: [Int: Int] = [:]
    for (household, seat) in allocation.seats.enumerated() { if let seat { holder[seat] = household } }
    let groupOf = groupNames
    for (place, plot) in question.places.enumerated() {
      let household = holder[place]
      var mark: [(String, JSONValue)] = [
        ("household", .text(household.map { question.households[$0].id })),
        ("group", .text(household.flatMap { groupOf[$0] })),
      ]
      if names { mark.append(("household_name", .text(household.flatMap { question.households[$0].name }))) }
      marks[plots[plot.index].reference] = mark
    }
    for (house, households) in Dictionary(grouping: houseOf.indices, by: { houseOf[$0] }) {
      let labels = households.map { allocation.seats[$0].map { question.places[$0].label } ?? "none" }
      let plot: JSONValue =
        labels.count == 1
        ? Int(labels[0]).map { .count($0) } ?? .string(labels[0]) : .string(labels.joined(separator: ", "))
      var mark: [(String, JSONValue)] = [
        ("households", .string(households.map { question.households[$0].id }.joined(separator: ", "))),
        ("plot", plot),
      ]
      if let phases { mark.append(("waits", .count(households.map { phases.waits($0) }.max()))) }
      marks[intake.settlement.houses[house].reference] = mark
    }
    return marks
  }

  /// The group of each household that has one, declared or made.
  var groupNames: [Int: String] {
    var names: [Int: String] = [:]
    for (index, household) in question.households.enumerated() { names[index] = household.group }
    for group in allocation.groups where request.method == .groupBallot {
      for household in group.households { names[household] = group.name }
    }
    return names
  }

  /// `klong.allocation`: those without a plot first, then how it was decided, what it means, and each household.
  func chapter(names: Bool) -> JSONObject {
    [
      "version": .string(KlongTool.version), "command": "allocate",
      "without_plot": .array(report.withoutPlot.map { .string(question.households[$0].id) }),
      "rule_for_missing": .text(ruleForMissing), "method": .string(request.method.rawValue),
      "record_sha256": .string(SHA256.hexadecimal(of: AllocationRecord(self).bytes)),
      "roster": ["file": .string(file.name), "sha256_of_rows": .string(file.digest)],
      "plan": ["sha256": .string(intake.planDigest)], "draw": draw.json,
      "measures": .object(measures(names: names)),
      "groups": .array(groups), "phases": .array(waits),
      "households": .array(report.moves.map { .object(row($0, names: names)) }),
    ]
  }

  /// Who leaves, waits and moves in, phase by phase; empty where the plan knows none.
  private var waits: [JSONValue] {
    (phases?.byPhase ?? []).map { phase in
      [
        "phase": .count(phase.number), "leaving": ids(phase.leaving),
        "in_temporary_homes": ids(phase.waiting),
        "moving_in": ids(phase.movingIn),
      ]
    }
  }

  private func measures(names: Bool) -> JSONObject {
    var measures: JSONObject = [
      "households": .count(question.households.count), "plots": .count(question.places.count),
      "without_plot": .count(report.withoutPlot.count), "move_mean_m": .metres(ifAny: report.meanMetres),
      "move_p90_m": .metres(ifAny: report.metres90), "move_max_m": .metres(ifAny: report.mostMetres),
      "neighbour_pairs": .count(report.pairs), "neighbour_pairs_within_8_m": .count(report.pairsWithin8),
      "neighbour_pairs_within_15_m": .count(report.pairsWithin15), "kin_pairs": .guarded(report.kinPairs),
      "kin_pairs_within_15_m": .told(ToldCounts.part(report.kinWithin15, of: report.kinPairs)),
      "needs": .object(
        JSONObject(
          report.needs.map { need in
            let told = need.told.map(JSONValue.told)
            return (need.need.rawValue, ["met": told[0], "not_met": told[1], "unknown": told[2]])
          })),
      "area_gini": .ratio(report.areaGini), "frontage_gini": .ratio(report.frontageGini),
      "corner_plots": .count(report.corners), "canal_front_plots": .count(report.canalFronts),
      "envy_swaps": .count(report.envySwaps.count),
    ]
    if names {
      // Who would gain by an exchange tells, beside the ways, of needs.
      measures["envy_swap_pairs"] = .array(
        report.envySwaps.map { .array([$0.0, $0.1].map { .string(question.households[$0].id) }) })
    }
    if let least = allocation.leastMostMetres { measures["least_max_move_m"] = .metres(least) }
    if let worst = report.worstGroup { measures["worst_group"] = .string(worst.name) }
    if let (peak, sum) = phases?.totals {
      measures["phases"] = ["waiting_peak": .count(peak), "household_phases": .count(sum)]
    }
    return measures
  }

  private var groups: [JSONValue] {
    let drawn = Dictionary(
      allocation.groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return report.groups.map { figures in
      let group = drawn[figures.name]
      let members =
        group?.households
        ?? question.households.indices.filter { question.households[$0].group == figures.name }
      let places = group?.places ?? members.compactMap { allocation.seats[$0] }.sorted()
      return [
        "group": .string(figures.name), "declared": .bool(group?.isDeclared ?? true),
        "households": .array(members.map { .string(question.households[$0].id) }),
        "plots": .array(places.map { .string(question.places[$0].label) }),
        "move_mean_m": .metres(figures.meanMetres), "move_max_m": .metres(figures.mostMetres),
        "neighbours_kept": .ratio(figures.pairsKept),
      ]
    }
  }

  /// Old to new for one household.
  private func row(_ move: AllocationReport.Move, names: Bool) -> JSONObject {
    let household = question.households[move.household]
    var row: JSONObject = [
      "household": .string(household.id), "house": .string(household.house),
      "plot": .text(move.place.map { question.places[$0].label }), "moved_m": .metres(ifAny: move.metres),
      "group": .text(groupNames[move.household]), "neighbours_before": ids(move.neighboursBefore),
      "neighbours_after": ids(move.neighboursAfter),
    ]
    if let phases {
      row["leaves"] = .count(phases.leaves[move.household])
      row["ready"] = .count(phases.ready[move.household])
      row["waits"] = .count(phases.waits(move.household))
      row["temporary_home"] = .count(phases.homes[move.household])
    }
    if names {
      row["name"] = .text(household.name)
      row["needs"] = .array(household.needs.sorted().map { .string($0.rawValue) })
      row["needs_not_met"] = .array(move.unmet.map { .string($0.rawValue) })
    }
    return row
  }

  private func ids(_ households: [Int]) -> JSONValue {
    .array(households.map { .string(question.households[$0].id) })
  }

  /// The same as a table.
  func table(names: Bool) -> String {
    let personal = names ? ["name", "needs", "needs_not_met"] : []
    let waits = phases == nil ? [] : ["leaves", "ready", "waits", "temporary_home"]
    var text = CSVText.line(
      ["household", "house", "plot", "moved_m", "group", "neighbours_before", "neighbours_after"] + waits
        + personal)
    // Those without a plot first.
    let moves = report.moves.filter { $0.place == nil } + report.moves.filter { $0.place != nil }
    for move in moves {
      let household = question.households[move.household]
      func words(_ others: [Int]) -> String {
        others.map { question.households[$0].id }.joined(separator: ";")
      }
      var cells = [
        household.id, household.house, move.place.map { question.places[$0].label } ?? "",
        move.metres.map { fixed($0, decimals: 1) } ?? "", groupNames[move.household] ?? "",
        words(move.neighboursBefore), words(move.neighboursAfter),
      ]
      if let phases {
        cells += [phases.leaves, phases.ready].map { $0[move.household].map(String.init) ?? "" }
        cells.append(String(phases.waits(move.household)))
        cells.append(phases.homes[move.household].map(String.init) ?? "")
      }
      if names {
        cells += [
          household.name ?? "", household.needs.sorted().map(\.rawValue).joined(separator: ";"),
          move.unmet.map(\.rawValue).joined(separator: ";"),
        ]
      }
      text += CSVText.line(cells)
    }
    return text
  }
}

extension RosterFile {
  /// Without its folder, which tells of the machine.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Draw {
  var json: JSONValue {
    [
      "number": .string(number), "secret": .text(secret), "commitment": .text(commitment),
      "key": .string(key),
      "ticket": "SHA-256 of key/household; ascending order is the order of the draw",
    ]
  }
}

extension JSONValue {
  static func metres(ifAny metres: Double?) -> JSONValue { metres.map(JSONValue.metres) ?? .null }

  static func ratio(_ ratio: Double?) -> JSONValue {
    ratio.map { .number(JSONNumber($0, decimals: 4)) } ?? .null
  }

  /// A count of people for everybody's eyes: from 1 to 4 stays unsaid.
  static func guarded(_ count: Int) -> JSONValue {
    SmallCount.isSmall(count) ? .string(SmallCount.text(count)) : .count(count)
  }

  /// A count that may stay unsaid.
  static func told(_ count: Int?) -> JSONValue { count.map { .count($0) } ?? .string(SmallCount.notTold) }
}
