internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

extension ReblockFile {
  /// What the collection says of itself.
  func members() throws -> JSONObject {
    let given = intake.sources.filter { $0.path != run.terms.weightsPath }
    var members = given.membersForWriting
    members["bbox"] = nil
    let outcome = lanes.outcome
    let isByLength = lanes.isByLength
    // Without boundaries that were given up, lanes can only be longer: the bound of all of them holds.
    let bound = min(lanes.boundOfAll, outcome.bound)
    let cost = isByLength ? lanes.newLaneMetres : outcome.cost
    let gap = max(0, cost - bound) / max(1e-9, cost)
    var klong: JSONObject = [
      "version": .string(KlongTool.version), "command": "reblock", "request": .object(request),
      "inputs": .array(intake.sources.map(\.header)), "crs": intake.plane?.header ?? .null,
      "measures": .object(measures),
      "objective": isByLength ? "length_m" : "weighted_m",
      "bound": .metres(min(bound, cost)),
      "gap": .number(JSONNumber(gap, decimals: 6)), "optimal": .bool(lanes.isOptimal),
      "parts": .count(outcome.parts), "parts_proven": .count(outcome.provenParts),
      "partial": .bool(outcome.isPartial), "options": .array(options),
      "isolated": .array(lanes.isolatedAfter.map(reference)),
    ]
    if !isByLength { klong["weighted_m"] = .metres(outcome.cost) }
    if lanes.wide != nil {
      klong["compensation"] = .array(compensation)
      klong["refused"] = .array(try refused())
      if !lanes.refusedEdges.isEmpty { klong["bound_without_refused"] = .metres(outcome.bound) }
    }
    klong["changes"] = .array(try changes())
    members["klong"] = .object(klong)
    return members
  }

  private func reference(_ parcel: Int) -> JSONValue { .object(lanes.references[parcel].json) }

  private var request: JSONObject {
    let terms = run.terms
    var request: JSONObject = [
      "rule": .string(terms.ruleText), "snap_m": .metres(terms.snapMetres),
      "roads": .string(lanes.hasRoads ? "given" : "outline"),
      "parcels": .string(run.ground.areProxies ? "proxy" : "given"),
      "gaps": .string(terms.fillsGaps ? "parcel" : "none"),
    ]
    if let width = terms.widthMetres {
      request["width_m"] = .metres(width)
      request["least_width_m"] = .metres(terms.leastWidthMetres ?? width)
      request["keep_houses"] = .bool(terms.keepsHouses)
      request["smallest_m2"] = .squareMetres(terms.smallestSquareMetres)
    }
    if terms.wantsFewestHouses { request["least"] = "houses" }
    if let loops = terms.loopMetres { request["loops_m"] = .metres(loops) }
    if let detour = terms.detour { request["detour"] = .number(JSONNumber(detour, decimals: 3)) }
    if terms.hasWalkway { request["walkway"] = true }
    return request
  }

  private var measures: JSONObject {
    let walks = WalkFigures(lanes.walksAfter, of: lanes.outcome.isolatedBefore)
    let before = WalkFigures(lanes.walksBefore, of: lanes.outcome.isolatedBefore)
    func metres(_ value: Double) -> JSONValue { walks.count == 0 ? .null : .metres(value) }
    var measures: JSONObject = [
      "new_lane_m": .metres(lanes.newLaneMetres), "parcels": .count(lanes.parcelCount),
      "parcels_unclaimed": .count(lanes.cleaning.unclaimed),
      "isolated_before": .count(lanes.outcome.isolatedBefore.count + lost),
      "isolated_after": .count(lanes.isolatedAfter.count), "new_lanes": .count(lanes.lines.count),
      "walk_mean_m": metres(walks.mean), "walk_p90_m": metres(walks.ninetiethPercentile),
      "walk_longest_m": metres(walks.longest), "walk_before_longest_m": metres(before.longest),
      "dead_end_longest_m": .metres(lanes.loops.longestAfter), "added_m": .metres(lanes.addedMetres),
      "fire_reach_m": .metres(Self.fireReach),
      "homes_beyond_fire_reach": .count(lanes.walksAfter.count { $0.map { $0 > Self.fireReach } ?? true }),
      "drain_longest_m": .metres(lanes.toRoad.max() ?? 0),
    ]
    guard let wide = lanes.wide else { return measures }
    let land = wide.before.reduce(0) { $0 + LaneWidening.area($1) }
    let left = wide.after.reduce(0) { $0 + LaneWidening.area($1) }
    measures["land_before_m2"] = Self.exact(land)
    measures["land_after_m2"] = Self.exact(left)
    measures["lane_m2"] = Self.exact(wide.laneAreas.reduce(0) { $0 + LaneWidening.area($1) })
    measures["parcels_giving"] = .count(givers.count)
    measures["parcels_split"] = .count(
      wide.after.indices.count { wide.after[$0].count > wide.before[$0].count })
    measures["parcels_emptied"] = .count(
      wide.after.indices.count { wide.after[$0].isEmpty && !wide.before[$0].isEmpty })
    measures["houses_cut"] = .count(Set(wide.stretches.flatMap(\.housesCut)).count)
    measures["lanes_narrowed"] = .count(
      wide.stretches.count { $0.widthMetres < (run.terms.widthMetres ?? 0) - 1e-9 })
    return measures
  }

  /// Fine enough to see that land is conserved.
  private static func exact(_ squareMetres: Double) -> JSONValue {
    .number(JSONNumber(squareMetres, decimals: 6))
  }

  /// A home may lie so far from a paved road where there is no hydrant: South African guide, facts/layout.md §4.4
  /// (confidence S); no Thai figure was found.
  private static let fireReach = 90.0

  /// Parcels of which cleaning left nothing.
  private var lost: Int { lanes.cleaning.partition.outlines.count { $0.isEmpty } }

  private var givers: [Int] {
    lanes.wide.map { wide in wide.before.indices.filter { wide.given(byParcel: $0) > 1e-6 } } ?? []
  }

  private var compensation: [JSONValue] {
    guard let wide = lanes.wide else { return [] }
    return givers.map { parcel in
      let (before, given) = (LaneWidening.area(wide.before[parcel]), wide.given(byParcel: parcel))
      var row = lanes.references[parcel].json
      row["given_m2"] = .squareMetres(given)
      row["share"] = .number(JSONNumber(given / max(1e-9, before), decimals: 4))
      row["left_m2"] = .squareMetres(before - given)
      row["below_smallest"] = .bool(before - given < run.terms.smallestSquareMetres)
      row["pieces"] = .count(wide.after[parcel].count)
      return .object(row)
    }
  }

  /// Boundaries that were given up, each by its middle.
  private func refused() throws -> [JSONValue] {
    let partition = lanes.partition
    let middles = lanes.refusedEdges.map { edge in
      Segment(
        start: partition.corners[partition.edges[edge].start],
        end: partition.corners[partition.edges[edge].end]
      ).midpoint
    }
    return try zip(lanes.refusedEdges, intake.geographicPoints(middles)).map { edge, place in
      ["length_m": .metres(partition.length(ofEdge: edge)), "at": place.json]
    }
  }

  private var options: [JSONValue] {
    lanes.options.enumerated().map { number, option in
      [
        "option": .string(String("ABCDE".dropFirst(number).prefix(1))),
        "detour": option.detour.map { .number(JSONNumber($0, decimals: 3)) } ?? .null,
        "new_lane_m": .metres(option.laneMetres), "walk_mean_m": .metres(option.walks.mean),
        "walk_p90_m": .metres(option.walks.ninetiethPercentile),
        "walk_longest_m": .metres(option.walks.longest),
      ]
    }
  }

  private func changes() throws -> [JSONValue] {
    let places = try intake.geographicPoints(lanes.cleaning.changes.map(\.place))
    let mended = run.mended.map { JSONValue.object(["kind": "mended", "parcels": [.object($0.json)]]) }
    return mended
      + zip(lanes.cleaning.changes, places).map { change, place in
        let isArea = [.overlap, .filledGap, .gap, .unclaimed].contains(change.kind)
        return .object([
          "kind": .string(change.kind.rawValue),
          isArea ? "area_m2" : "moved_m": isArea ? .squareMetres(change.amount) : .metres(change.amount),
          "at": place.json, "parcels": .array(change.parcels.map(reference)),
        ])
      }
  }
}
