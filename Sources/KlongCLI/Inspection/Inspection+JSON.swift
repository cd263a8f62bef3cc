internal import Geometry
internal import JSON
internal import Settlement

extension Inspection {
  /// The report for programs; every member is always there.
  func json(repairs: [Repair], isRepaired: Bool) -> JSONObject {
    let mended = Dictionary(repairs.map { ($0.feature, $0) }) { first, _ in first }
    let done = isRepaired ? Set(repairs.filter { $0.geometry != nil }.map(\.feature)) : []
    let refusal = refusal(mended: done)
    return [
      "klong": ["version": .string(KlongTool.version), "command": "inspect"],
      "usable": .bool(refusal == nil),
      "problem": .text(refusal?.problem), "remedy": .text(refusal?.remedy),
      "files": .array(intake.sources.map(\.json)),
      "plane": intake.plane?.json ?? .null,
      "roles": .array(roles.map(\.json)),
      "canals_without_width": list(canalsWithoutWidth) { .object($0.json) },
      "invalid": list(invalid) { .object($0.json(mended[$0.reference], isRepaired: isRepaired)) },
      "unusable": list(unusable) { .object($0.json(nil, isRepaired: false)) },
      "without_place": list(features(of: .nowhere)) { .object($0.reference.json) },
      "far_away": list(features(of: .farAway)) { .object($0.reference.json) },
      "duplicate_ids": list(duplicates.identifiers) { pair($0.first, $0.second) },
      "duplicates": list(duplicates.pairs) {
        pair($0.first, $0.second, [("same_properties", .bool($0.hasSameProperties))])
      },
      "overlaps": list(overlaps.pairs) {
        pair(
          $0.first, $0.second,
          [("area_m2", .metres($0.areaSquareMetres)), ("place", $0.place?.json ?? .null)])
      },
      "overlaps_complete": .bool(overlaps.isComplete),
      "slivers": list(slivers) {
        var sliver = $0.feature.json
        sliver["area_m2"] = .number(JSONNumber($0.areaSquareMetres, decimals: 4))
        sliver["width_m"] = .metres($0.widthMetres)
        return .object(sliver)
      },
      "plan_needs": .array(needs.map(JSONValue.string)),
    ]
  }

  /// No list is longer, so that a hostile file cannot make the report larger than itself by much.
  private static let mostEntries = 100_000

  private func list<Entry>(_ entries: [Entry], _ value: (Entry) -> JSONValue) -> JSONValue {
    .object([
      "count": .number(JSONNumber(entries.count)),
      "features": .array(entries.prefix(Self.mostEntries).map(value)),
    ])
  }

  private func pair(
    _ first: FeatureReference, _ second: FeatureReference, _ members: [(String, JSONValue)] = []
  ) -> JSONValue {
    .object(JSONObject([("first", .object(first.json)), ("second", .object(second.json))] + members))
  }
}

extension SourceFeature {
  fileprivate func json(_ repair: Repair?, isRepaired: Bool) -> JSONObject {
    var object = reference.json
    object["role"] = .text(role?.rawValue)
    object["problem"] = .text(problem?.text)
    object["place"] = problem?.place?.json ?? .null
    object["remedy"] = .text(problem?.remedy)
    guard let repair else { return object }
    object["repair"] = [
      "possible": .bool(repair.geometry != nil), "done": .bool(isRepaired && repair.geometry != nil),
      "parts_before": .number(JSONNumber(repair.partsBefore)),
      "parts_after": .number(JSONNumber(repair.partsAfter)), "area_m2": .metres(repair.areaSquareMetres),
    ]
    return object
  }
}
