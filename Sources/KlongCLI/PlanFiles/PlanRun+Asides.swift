internal import Geometry
internal import JSON
internal import Planning

/// What a plan says besides: where land could not be planned, and what a second entrance would bring.
extension PlanRun {
  /// More pieces are summed up.
  private static let mostPieces = 3

  func addUnplanned(to plan: inout PlanAttempt) throws {
    let pieces = plan.file.header.outcome.unplanned
    guard !pieces.isEmpty else { return }
    let places = try intake.geographicPoints(pieces.map(\.place))
    var notes = zip(pieces, places).prefix(Self.mostPieces).map { piece, place in
      "no plot has room on \(fixed(piece.squareMetres, decimals: 0)) m2 of land at \(place.text)"
    }
    let others = pieces.dropFirst(Self.mostPieces)
    if !others.isEmpty {
      let area = others.reduce(0) { $0 + $1.squareMetres }
      notes.append(
        "nor on \(counted(others.count, "smaller piece")), \(fixed(area, decimals: 0)) m2 together")
    }
    plan.notes += notes
    plan.file.header.chapters["unplanned"] = .array(
      zip(pieces, places).map { piece, place in
        ["area_m2": .squareMetres(piece.squareMetres), "place": place.json]
      })
  }

  func addSecondEntrance(to plan: inout PlanAttempt) throws {
    let trial = EntranceTrial(
      plan.ground.settlement, plan.file.header.outcome.plan, request(on: plan.ground, warn: { _ in }))
    let found = try console.progress("trying a second entrance") { _ in try trial.best() }
    guard let found, let place = try intake.geographicPoints([found.place]).first else {
      plan.notes.append(
        isPastDeadline
          ? "a second entrance was not tried: the deadline passed"
          : "no second entrance where a way comes to the edge of the site on land would shorten the walks")
      plan.file.header.chapters["what_if_entrance"] = .null
      return
    }
    let anew =
      found.plotsAfter.map { "; planned anew with it: \(counted($0, "plot")) for \(found.plotsBefore)" } ?? ""
    plan.add(
      "what_if_entrance",
      [
        "place": place.json, "places_tried": .count(found.tried),
        "walk_road_mean_before_m": .metres(found.meanWalkBefore),
        "walk_road_mean_after_m": .metres(found.meanWalkAfter),
        "walk_road_max_before_m": .metres(found.longestWalkBefore),
        "walk_road_max_after_m": .metres(found.longestWalkAfter),
        "plots_before": .count(found.plotsBefore), "plots_after": .count(found.plotsAfter),
      ],
      notes: [
        "a second entrance at \(place.text) would shorten the walk to a road from "
          + "\(fixed(found.meanWalkBefore, decimals: 0)) to \(fixed(found.meanWalkAfter, decimals: 0)) m in the mean, "
          + "the longest from \(fixed(found.longestWalkBefore, decimals: 0)) to "
          + "\(fixed(found.longestWalkAfter, decimals: 0)) m\(anew)"
      ])
  }
}
