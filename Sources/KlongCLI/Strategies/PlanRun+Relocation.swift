internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

extension PlanRun {
  /// Plots on other sites, and who goes where.
  func relocation(to paths: [String]) throws -> PlanAttempt {
    var moved = ground
    moved.settlement = part { paths.contains($0 ?? "") }
    let outcomes = try paths.enumerated().map { number, path in
      var site = ground
      site.settlement = part { $0 == path }
      return try within(share: 1 / Double(paths.count - number)).laidOut(on: site)
    }
    var joined = PlanOutcome.joined(outcomes)
    joined.measures.households = terms.households
    try requireSeatable(ground.settlement.houses.count, on: joined.plan.plots.count)
    var plan = try attempt(on: moved, outcome: joined)
    seat(&plan, outcomes, paths)
    return plan
  }

  private func seat(_ plan: inout PlanAttempt, _ outcomes: [PlanOutcome], _ paths: [String]) {
    let houses = ground.settlement.houses.filter { !$0.isLocked && !paths.contains($0.reference.file ?? "") }
    let plots = plan.file.header.outcome.plan.plots
    let people = houses.compactMap(\.shape.bounds.centre)
    let places = plots.compactMap(\.centre)
    guard people.count == houses.count, places.count == plots.count else { return }
    let seats = Seating.seats(of: people, on: places)
    let names = paths.map { String($0.split(separator: "/").last ?? "-") }
    let sites = zip(names, outcomes).flatMap { name, outcome in
      outcome.plan.plots.map { _ in name }
    }
    for (index, plot) in plots.enumerated() {
      if let id = plot.id, sites.count == plots.count {
        plan.file.plotMarks[id] = [("site", .string(sites[index]))]
      }
    }
    var distances: [Double] = []
    for (person, seat) in seats.enumerated() {
      guard let seat else { continue }
      let metres = people[person].distance(to: places[seat])
      distances.append(metres)
      plan.file.ground.marks[houses[person].reference, default: []] += [
        ("plot", .count(plots[seat].number)), ("moves_m", .metres(metres)),
      ]
    }
    let mean = distances.isEmpty ? 0 : distances.reduce(0, +) / Double(distances.count)
    let perSite = zip(names, outcomes).enumerated().map { index, row -> JSONValue in
      let before = outcomes[..<index].reduce(0) { $0 + $1.plan.plots.count }
      let own = before..<(before + row.1.plan.plots.count)
      return [
        "site": .string(row.0), "plots": .count(row.1.plan.plots.count),
        "households": .count(seats.count { $0.map(own.contains) ?? false }),
      ]
    }
    plan.add(
      "strategy",
      [
        "name": "relocation", "sites": .array(perSite), "moved": .count(distances.count),
        "without_plot": .count(houses.count - distances.count), "mean_move_m": .metres(mean),
        "longest_move_m": .metres(distances.max() ?? 0),
      ],
      notes: [
        "relocation: \(counted(distances.count, "household")) of \(houses.count) move to "
          + "\(counted(paths.count, "site")), \(fixed(mean, decimals: 0)) m on average, at most "
          + "\(fixed(distances.max() ?? 0, decimals: 0)) m"
      ])
  }
}

extension PlanRun {
  /// What came from the files that are meant.
  private func part(_ isMeant: (String?) -> Bool) -> Settlement {
    var part = ground.settlement
    let sites = intake.sources.filter { isMeant($0.path) }.flatMap(\.features).filter { $0.role == .site }
    part.site = sites.compactMap(\.shape).flatMap(\.polygons)
    part.canals.removeAll { !isMeant($0.reference.file) }
    part.banks.removeAll { !isMeant($0.reference.file) }
    part.roads.removeAll { !isMeant($0.reference.file) }
    part.accessPoints.removeAll { !isMeant($0.reference.file) }
    part.lanes.removeAll { !isMeant($0.reference.file) }
    part.houses.removeAll { !isMeant($0.reference.file) }
    part.keeps.removeAll { !isMeant($0.reference.file) }
    part.parcels.removeAll { !isMeant($0.reference.file) }
    part.plots.removeAll { !isMeant($0.reference.file) }
    part.sharedPlaces.removeAll { !isMeant($0.reference.file) }
    return part
  }
}

extension PlanOutcome {
  /// Plans of several sites as one: numbers run on from site to site.
  fileprivate static func joined(_ outcomes: [PlanOutcome]) -> PlanOutcome {
    var joined = PlanOutcome(plan: Plan(), measures: PlanMeasures(), bounds: [], notes: [], isPartial: false)
    var rows = 0
    for outcome in outcomes {
      var names: [String: String] = [:]
      for var plot in outcome.plan.plots {
        let number = joined.plan.plots.count + 1
        let envelopes = outcome.plan.buildings.filter { $0.plot == plot.id }
        (plot.number, plot.id) = (number, "P\(number)")
        if let row = plot.row {
          if names[row] == nil {
            rows += 1
            names[row] = "R\(rows)"
          }
          plot.row = names[row]
        }
        joined.plan.plots.append(plot)
        joined.plan.buildings += envelopes.map { BuildingEnvelope(plot: plot.id, area: $0.area) }
      }
      joined.plan.lanes += outcome.plan.lanes
      joined.plan.sharedPlaces += outcome.plan.sharedPlaces
      joined.plan.setbacks += outcome.plan.setbacks
      joined.measures.add(outcome.measures)
      joined.notes += outcome.notes
      joined.isPartial = joined.isPartial || outcome.isPartial
      for bound in outcome.bounds {
        if let known = joined.bounds.firstIndex(where: { $0.name == bound.name }) {
          joined.bounds[known].plots += bound.plots
        } else {
          joined.bounds.append(bound)
        }
      }
    }
    return joined
  }
}

extension PlanMeasures {
  fileprivate mutating func add(_ other: PlanMeasures) {
    plots += other.plots
    siteSquareMetres += other.siteSquareMetres
    buildableSquareMetres += other.buildableSquareMetres
    plotSquareMetres += other.plotSquareMetres
    laneSquareMetres += other.laneSquareMetres
    walkwaySquareMetres += other.walkwaySquareMetres
    sharedSquareMetres += other.sharedSquareMetres
  }
}
