internal import Geometry
internal import JSON
internal import Settlement

extension JSONValue {
  /// A text, or null.
  static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// Metres or square metres, to a millimetre.
  static func metres(_ metres: Double) -> JSONValue { .number(JSONNumber(metres, decimals: 3)) }
}

extension FeatureReference {
  /// `file`, `feature` (the place in the file, from 0) and `id`.
  var json: JSONObject {
    ["file": .text(file), "feature": .number(JSONNumber(index)), "id": .text(id)]
  }
}

extension GeographicPoint {
  /// Longitude and latitude, as GeoJSON writes a position.
  var json: JSONValue {
    .array([
      .number(JSONNumber(longitude, decimals: 9)), .number(JSONNumber(latitude, decimals: 9)),
    ])
  }
}

extension SourceFile {
  var json: JSONValue {
    .object([
      "file": .string(path), "bytes": .number(JSONNumber(byteCount)), "sha256": .string(digest),
      "form": .string(collection.form.name), "features": .number(JSONNumber(featureCount)),
      "crs": [
        "name": .string(system.system?.name ?? (system.origin == .standard ? "OGC:CRS84" : "unknown")),
        "found": .string(system.origin == .standard ? "default" : "crs"),
        "operation": .text(system.operation),
        "accuracy_m": system.accuracyMetres.map(JSONValue.metres) ?? .null,
      ],
      "problem": .text(problem?.text), "remedy": .text(problem?.remedy),
    ])
  }
}

extension WorkingPlane {
  var json: JSONValue {
    .object([
      "name": .string(system.name), "title": .string(system.title),
      "found": .string(origin.rawValue), "operation": .string(projection.operation),
      "accuracy_m": projection.accuracyMetres.map(JSONValue.metres) ?? .null, "centre": centre.json,
    ])
  }
}

extension RoleSummary {
  var json: JSONValue {
    .object([
      "role": .text(role?.rawValue), "count": .number(JSONNumber(count)),
      "types": .object(JSONObject(types.map { ($0.name, .number(JSONNumber($0.count))) })),
      "found": .object(JSONObject(origins.map { ($0.name, .number(JSONNumber($0.count))) })),
      "area_m2": .metres(areaSquareMetres),
      "area_rai_ngan_wah": .string(ThaiArea(squareMetres: areaSquareMetres).description),
      "length_m": .metres(lengthMetres),
    ])
  }
}
