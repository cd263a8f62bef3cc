internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

/// Lanes as a file: what was given with who is served by what, the new lanes, and how they came about.
struct ReblockFile {
  let run: ReblockRun
  let lanes: FoundLanes

  var intake: Intake { run.intake }

  /// A millionth of a metre, so that what shares a corner on the plane shares it in the file.
  private static let decimals = 11

  func write(to put: @escaping FeatureCollectionWriter.Sink) throws {
    let writer = FeatureCollectionWriter(to: put)
    var parcel: [FeatureReference: Int] = [:]
    if !run.ground.areProxies {
      for (number, reference) in run.ground.references.enumerated() { parcel[reference] = number }
    }
    let cut = try cutParcels()
    for source in intake.sources where source.path != run.terms.weightsPath {
      try intake.write(passing: source, to: writer, replacing: cut, decimals: Self.decimals) { reference in
        parcel[reference].map(properties) ?? []
      }
    }
    for parcel in try (run.ground.areProxies ? proxies() : unclaimed()) { try writer.write(made: parcel) }
    for lane in try made() { try writer.write(made: lane) }
    try writer.finish(members: try members())
  }

  /// Parcels that gave land, with what they have left.
  private func cutParcels() throws -> [FeatureReference: FeatureGeometry] {
    guard let wide = lanes.wide, !run.ground.areProxies else { return [:] }
    // All of them, for corners that were moved to fit must be the same on both sides.
    let numbers = run.ground.references.indices.filter { !wide.before[$0].isEmpty }
    let geometries = try intake.geometries(numbers.map { Shape(wide.after[$0].map(\.rightHanded)) })
    return Dictionary(
      zip(numbers.map { run.ground.references[$0] }, geometries), uniquingKeysWith: { first, _ in first })
  }

  private func proxies() throws -> [MadeFeature] {
    let grounds =
      try lanes.wide?.after ?? (0..<lanes.parcelCount).map { try lanes.partition.ground(ofParcel: $0) }
    let geometries = try intake.geometries(grounds.map { Shape($0.map(\.rightHanded)) })
    return geometries.enumerated().map { number, geometry in
      let about: [(String, JSONValue)] = [
        ("proxy", true), ("house", .object(run.ground.references[number].json)),
      ]
      return MadeFeature(
        id: .string("parcel-\(number + 1)"), properties: JSONObject(properties(ofParcel: number) + about),
        geometry: geometry, decimals: Self.decimals)
    }
  }

  /// Gaps as large as a parcel.
  private func unclaimed() throws -> [MadeFeature] {
    let numbers = (lanes.parcelCount - lanes.cleaning.unclaimed)..<lanes.parcelCount
    let grounds = try numbers.map { try lanes.wide?.after[$0] ?? lanes.partition.ground(ofParcel: $0) }
    let geometries = try intake.geometries(grounds.map { Shape($0.map(\.rightHanded)) })
    return zip(numbers, geometries).map { number, geometry in
      MadeFeature(
        id: lanes.references[number].id.map(FeatureID.string),
        properties: JSONObject(properties(ofParcel: number) + [("unclaimed", true)]), geometry: geometry,
        decimals: Self.decimals)
    }
  }

  private func properties(ofParcel number: Int) -> [(String, JSONValue)] {
    var properties: [(String, JSONValue)] = [
      ("kind", "parcel"), ("served_by", lanes.servedBy[number].map(JSONValue.string) ?? .null),
      ("walk_before_m", lanes.walksBefore[number].map(JSONValue.metres) ?? .null),
      ("walk_m", lanes.walksAfter[number].map(JSONValue.metres) ?? .null),
    ]
    guard let wide = lanes.wide else { return properties }
    let before = LaneWidening.area(wide.before[number])
    let given = wide.given(byParcel: number)
    let left = before - given
    properties += [
      ("given_m2", .squareMetres(given)),
      ("given_share", before > 0 ? .number(JSONNumber(given / before, decimals: 4)) : .null),
      ("left_m2", .squareMetres(left)),
    ]
    if left < run.terms.smallestSquareMetres { properties.append(("below_smallest", true)) }
    if wide.after[number].count > wide.before[number].count {
      properties.append(("pieces", .count(wide.after[number].count)))
    }
    if before > 0, wide.after[number].isEmpty { properties.append(("emptied", true)) }
    return properties
  }

  private func made() throws -> [MadeFeature] {
    let geometries = try intake.geometries(lanes.lines.map(Shape.lineString))
    let steps = Dictionary(
      lanes.order.steps.enumerated().map { ($1.lane, (place: $0 + 1, step: $1)) },
      uniquingKeysWith: { first, _ in first })
    let drawn = zip(lanes.lines, geometries).enumerated().map { number, lane in
      let name = JSONValue.string(FoundLanes.name(number))
      var properties: [(String, JSONValue)] = [
        ("kind", "lane"), ("id", name), ("new", true), ("length_m", .metres(lane.0.lengthInMetres)),
        ("drain_to", "road"), ("to_road_m", .metres(lanes.toRoad[number])),
      ]
      if let (place, step) = steps[number] {
        properties += [
          ("order", .count(place)), ("newly_served", .count(step.newlyServed)),
          ("served_share", .number(JSONNumber(step.servedShare, decimals: 4))),
        ]
      }
      if let stretch = lanes.wide?.stretches[number] { properties += about(stretch, lane: number) }
      properties += [("stroke", "#d7301f"), ("stroke-width", 4), ("title", "New lane")]
      return MadeFeature(
        id: .string(FoundLanes.name(number)), properties: JSONObject(properties), geometry: lane.1)
    }
    return drawn + (try areas())
  }

  private func about(_ stretch: LaneStretch, lane: Int) -> [(String, JSONValue)] {
    let sides = Set(stretch.offsets.map { $0 > 1e-9 ? 1 : $0 < -1e-9 ? -1 : 0 })
    let gives = sides == [0] ? "both" : sides == [1] ? "left" : sides == [-1] ? "right" : "by piece"
    var properties: [(String, JSONValue)] = [
      ("width_m", .metres(stretch.widthMetres)), ("gives", .string(gives)),
      ("offsets_m", .array(stretch.offsets.map(JSONValue.metres))),
    ]
    if !stretch.housesCut.isEmpty {
      properties.append(
        ("houses_cut", .array(stretch.housesCut.map { .object(intake.settlement.houses[$0].reference.json) }))
      )
    }
    if stretch.isRefused { properties.append(("refused", true)) }
    if lanes.groundCheck?.narrow.contains(lane) ?? false { properties.append(("narrow", true)) }
    return properties
  }

  private func areas() throws -> [MadeFeature] {
    guard let wide = lanes.wide else { return [] }
    let numbers = wide.laneAreas.indices.filter { !wide.laneAreas[$0].isEmpty }
    let geometries = try intake.geometries(numbers.map { Shape(wide.laneAreas[$0].map(\.rightHanded)) })
    return zip(numbers, geometries).map { number, geometry in
      MadeFeature(
        id: .string(FoundLanes.name(number) + "-area"),
        properties: [
          "kind": "lane_area", "lane": .string(FoundLanes.name(number)), "new": true,
          "width_m": .metres(wide.stretches[number].widthMetres),
          "area_m2": .squareMetres(LaneWidening.area(wide.laneAreas[number])), "fill": "#fdae61",
          "fill-opacity": 0.7,
        ],
        geometry: geometry, decimals: Self.decimals)
    }
  }
}
