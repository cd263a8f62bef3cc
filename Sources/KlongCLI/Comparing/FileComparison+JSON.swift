internal import JSON
internal import Planning
internal import Settlement

extension FileComparison {
  /// - Parameter namesPeople: whether the households of plots may be told.
  func json(namesPeople: Bool) -> JSONObject {
    var json: JSONObject = [
      "before": .string(before.name), "after": .string(after.name), "worse": .bool(isWorse),
      "findings": [
        "new": .array(newFindings.map(JSONValue.object)), "gone": .array(goneFindings.map(JSONValue.object)),
        "same": .count(after.findings.count - newFindings.count),
      ],
    ]
    guard let layouts else { return json }
    json["plots"] = [
      "unchanged": .count(layouts.unchanged),
      "counts": .object(
        JSONObject(PlotChange.Kind.allCases.map { ($0.rawValue, .count(layouts.count($0))) })),
      "changed": .array(
        layouts.plots.filter { !$0.kinds.isEmpty }.map { .object($0.json(namesPeople: namesPeople)) }),
    ]
    json["houses"] = [
      "unchanged": .count(layouts.houses.count { !$0.isChanged }),
      "changed": .array(layouts.houses.filter(\.isChanged).map { .object($0.json) }),
    ]
    if !parcels.isEmpty {
      json["parcels"] = [
        "unchanged": .count(parcels.count { !$0.isChanged }),
        "changed": .array(parcels.filter(\.isChanged).map { .object($0.json) }),
      ]
    }
    return json
  }
}

extension PlotChange {
  func json(namesPeople: Bool) -> JSONObject {
    [
      "change": .array(kinds.map { .string($0.rawValue) }),
      "before": before.map { .object($0.summary(namesPeople: namesPeople)) } ?? .null,
      "after": after.map { .object($0.summary(namesPeople: namesPeople)) } ?? .null,
      "moved_m": movedMetres.map { .number(JSONNumber($0, decimals: 2)) } ?? .null,
    ]
  }
}

extension Plot {
  fileprivate func summary(namesPeople: Bool) -> JSONObject {
    var summary: JSONObject = [
      "id": .text(id), "number": .count(number), "area_m2": .squareMetres(areaInSquareMetres),
    ]
    if namesPeople { summary["household"] = .text(household) }
    return summary
  }
}

extension HouseChange {
  fileprivate var json: JSONObject {
    [
      "house_no": .text(house.houseNumber), "id": .text(house.reference.id),
      "before": .object(before.json), "after": .object(after.json),
    ]
  }
}

extension HouseChange.Prospect {
  fileprivate var json: JSONObject {
    [
      "stays": .bool(stays), "nearest_plot": .text(nearestPlot?.id),
      "nearest_plot_number": .count(nearestPlot?.number),
      "nearest_plot_m": metres.map { .number(JSONNumber($0, decimals: 1)) } ?? .null,
    ]
  }
}
