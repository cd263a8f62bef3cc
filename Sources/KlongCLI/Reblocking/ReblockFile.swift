internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

/// Lanes as a file: what was given with who is served by what, the new lanes, and how they came about.
struct ReblockFile {
  let run: ReblockRun
  let lanes: FoundLanes

  private var intake: Intake { run.intake }

  func write(to put: @escaping FeatureCollectionWriter.Sink) throws {
    let writer = FeatureCollectionWriter(to: put)
    var parcel: [FeatureReference: Int] = [:]
    for (number, given) in intake.settlement.parcels.enumerated() { parcel[given.reference] = number }
    for source in intake.sources {
      try intake.write(passing: source, to: writer) { reference in
        parcel[reference].map(properties) ?? []
      }
    }
    for lane in try made() { try writer.write(made: lane) }
    try writer.finish(members: try members())
  }

  private func properties(ofParcel number: Int) -> [(String, JSONValue)] {
    [
      ("kind", "parcel"), ("served_by", lanes.servedBy[number].map(JSONValue.string) ?? .null),
      ("walk_before_m", lanes.walksBefore[number].map(JSONValue.metres) ?? .null),
      ("walk_m", lanes.walksAfter[number].map(JSONValue.metres) ?? .null),
    ]
  }

  private func made() throws -> [MadeFeature] {
    let geometries = try intake.geometries(lanes.lines.map(Shape.lineString))
    return zip(lanes.lines, geometries).enumerated().map { number, lane in
      let name = JSONValue.string(FoundLanes.name(number))
      return MadeFeature(
        id: .string(FoundLanes.name(number)),
        properties: [
          "kind": "lane", "id": name, "new": true, "length_m": .metres(lane.0.lengthInMetres),
          "stroke": "#d7301f",
          "stroke-width": 4, "title": "New lane",
        ],
        geometry: lane.1)
    }
  }

  private func members() throws -> JSONObject {
    var members = intake.sources.membersForWriting
    members["bbox"] = nil
    let outcome = lanes.outcome
    members["klong"] = .object([
      "version": .string(KlongTool.version), "command": "reblock",
      "request": [
        "rule": "touch", "snap_m": .metres(run.snapMetres),
        "roads": .string(lanes.hasRoads ? "given" : "outline"),
      ],
      "inputs": .array(intake.sources.map(\.header)), "crs": intake.plane?.header ?? .null,
      "measures": .object(measures), "bound": .metres(min(outcome.bound, lanes.newLaneMetres)),
      "gap": .number(JSONNumber(outcome.gap, decimals: 6)), "optimal": .bool(outcome.isOptimal),
      "parts": .count(outcome.parts), "parts_proven": .count(outcome.provenParts),
      "partial": .bool(outcome.isPartial),
      "isolated": .array(
        lanes.isolatedAfter.map { JSONValue.object(intake.settlement.parcels[$0].reference.json) }),
      "changes": .array(try changes()),
    ])
    return members
  }

  private var measures: JSONObject {
    let walks = lanes.outcome.isolatedBefore.compactMap { lanes.walksAfter[$0] }.sorted()
    return [
      "new_lane_m": .metres(lanes.newLaneMetres), "parcels": .count(lanes.parcelCount),
      "isolated_before": .count(lanes.outcome.isolatedBefore.count + lost),
      "isolated_after": .count(lanes.isolatedAfter.count), "new_lanes": .count(lanes.lines.count),
      "walk_mean_m": walks.isEmpty ? .null : .metres(walks.reduce(0, +) / Double(walks.count)),
      "walk_p90_m": walks.isEmpty ? .null : .metres(walks[min(walks.count - 1, walks.count * 9 / 10)]),
      "walk_longest_m": walks.last.map(JSONValue.metres) ?? .null,
    ]
  }

  /// Parcels of which cleaning left nothing.
  private var lost: Int { lanes.cleaning.partition.outlines.count { $0.isEmpty } }

  private func changes() throws -> [JSONValue] {
    let places = try intake.geographicPoints(lanes.cleaning.changes.map(\.place))
    let mended = run.mended.map { JSONValue.object(["kind": "mended", "parcels": [.object($0.json)]]) }
    return mended
      + zip(lanes.cleaning.changes, places).map { change, place in
        let isArea = [.overlap, .filledGap, .gap].contains(change.kind)
        return .object([
          "kind": .string(change.kind.rawValue),
          isArea ? "area_m2" : "moved_m": isArea ? .squareMetres(change.amount) : .metres(change.amount),
          "at": place.json,
          "parcels": .array(
            change.parcels.map { JSONValue.object(intake.settlement.parcels[$0].reference.json) }),
        ])
      }
  }
}
