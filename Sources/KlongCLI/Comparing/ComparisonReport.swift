internal import GeoJSON
internal import Geometry
internal import JSON
internal import Planning
internal import Settlement

/// Two or more files beside the first of them.
struct ComparisonReport {
  let files: [ComparedFile]
  let comparisons: [FileComparison]
  let namesPeople: Bool

  init(_ files: [ComparedFile], namesPeople: Bool) throws {
    self.files = files
    self.namesPeople = namesPeople
    comparisons = try files.dropFirst().map { try FileComparison(files[0], $0) }
  }

  var isWorse: Bool { comparisons.contains(where: \.isWorse) }

  func json() -> JSONObject {
    [
      "klong": ["version": .string(KlongTool.version), "command": "compare"],
      "files": .array(files.map(\.json)),
      "upgrades": .array(files.map { UpgradeFigures($0)?.json ?? .null }),
      "comparisons": .array(
        comparisons.map { .object($0.json(namesPeople: namesPeople)) }),
    ]
  }

  /// Every changed plot as an area: where it lies now, or where it lay when it is gone.
  func writeFeatures(to put: @escaping FeatureCollectionWriter.Sink) throws {
    let writer = FeatureCollectionWriter(to: put)
    for comparison in comparisons {
      guard let layouts = comparison.layouts, let intake = files.lazy.compactMap(\.layout?.intake).first
      else {
        continue
      }
      let changed = layouts.plots.filter { !$0.kinds.isEmpty }
      let shapes = changed.map { Shape(($0.after ?? $0.before)?.area.map(\.rightHanded) ?? []) }
      for (change, geometry) in zip(changed, try intake.geometries(shapes)) {
        try writer.write(
          made: MadeFeature(
            id: nil, properties: properties(change, in: comparison), geometry: geometry))
      }
      let parcels = comparison.parcels.filter(\.isChanged)
      let grounds = parcels.map { Shape($0.ground.map(\.rightHanded)) }
      for (change, geometry) in zip(parcels, try intake.geometries(grounds)) {
        var properties = change.json
        properties["kind"] = "change"
        properties["change"] = "parcel"
        properties["title"] = .string(change.text)
        try writer.write(made: MadeFeature(id: nil, properties: properties, geometry: geometry))
      }
    }
    try writer.finish(members: ["klong": json()["klong"] ?? .null])
  }

  private func properties(_ change: PlotChange, in comparison: FileComparison) -> JSONObject {
    var properties: JSONObject = [
      "kind": "change", "change": .string(change.kinds.map(\.rawValue).joined(separator: " ")),
      "before_file": .string(comparison.before.name), "after_file": .string(comparison.after.name),
      "before_id": .text(change.before?.id), "after_id": .text(change.after?.id),
      "before_number": .count(change.before?.number), "after_number": .count(change.after?.number),
      "before_m2": change.before.map { .squareMetres($0.areaInSquareMetres) } ?? .null,
      "after_m2": change.after.map { .squareMetres($0.areaInSquareMetres) } ?? .null,
      "moved_m": change.movedMetres.map { .number(JSONNumber($0, decimals: 2)) } ?? .null,
    ]
    if namesPeople {
      properties["before_household"] = .text(change.before?.household)
      properties["after_household"] = .text(change.after?.household)
    }
    let colour = change.kinds.first.map { Self.colours[$0] ?? "#888888" } ?? "#888888"
    for (name, value) in [("fill", colour), ("stroke", "#333333"), ("title", change.title)] {
      properties[name] = .string(value)
    }
    return properties
  }

  private static let colours: [PlotChange.Kind: String] = [
    .new: "#4daf4a", .gone: "#e41a1c", .moved: "#377eb8", .resized: "#ff7f00", .renumbered: "#ffff99",
    .household: "#984ea3",
  ]
}

extension ComparedFile {
  fileprivate var json: JSONValue {
    var json: JSONObject = [
      "file": .string(name), "holds": .string(layout == nil ? "check" : "plan"), "breaches": .count(breaches),
    ]
    if let layout {
      json["option"] = .text(layout.header?["option"]?["letter"]?.string)
      json["plots"] = .count(layout.plan.plots.count)
      json["measures"] = .object(layout.measures.json)
      json["lights"] = .object(layout.measures.lightsJSON)
    }
    return .object(json)
  }
}

extension PlotChange {
  /// `Plot 5: moved, renumbered`
  var title: String { "Plot \(label): \(kinds.map(\.rawValue).joined(separator: ", "))" }

  /// `5`, or `5, before 7`.
  var label: String {
    let (old, new) = (before?.label, after?.label)
    guard let new else { return old ?? "-" }
    return old == nil || old == new ? new : "\(new), before \(old ?? "-")"
  }
}

extension Plot {
  /// Its number, else its id, else its place in the file.
  var label: String { number.map(String.init) ?? id ?? "#\(reference.index)" }
}
