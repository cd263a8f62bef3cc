internal import Compliance
internal import JSON
internal import Planning
internal import Settlement

extension LayoutMeasures {
  /// Name to number, as in `klong.measures`.
  var json: JSONObject { JSONObject(values.map { ($0.definition.id.rawValue, $0.json) }) }

  /// Every measure with the norms it is held against, as in `klong.lights`.
  var lightsJSON: JSONObject {
    JSONObject(
      values.map { measured in
        let definition = measured.definition
        return (
          definition.id.rawValue,
          [
            "name": .string(definition.name), "value": measured.json,
            "unit": .string(definition.unit.rawValue),
            "light": .string(measured.light.rawValue), "better": .string(definition.better.rawValue),
            "norms": .array(definition.norms.map { $0.json(for: measured.value) }),
          ]
        )
      })
  }
}

extension MeasuredValue {
  var json: JSONValue { .number(JSONNumber(value, decimals: definition.unit.decimals)) }

  /// The figure with its unit, as people read it.
  var text: String {
    let figure = grouped(value, decimals: min(2, definition.unit.decimals))
    return definition.unit == .ratio || definition.unit == .count
      ? figure : "\(figure) \(definition.unit.rawValue)"
  }
}

extension MeasureNorm {
  fileprivate func json(for value: Double) -> JSONValue {
    [
      "norm": .string(text), "light": .string(light(for: value).rawValue), "source": .string(source),
      "confidence": .string(confidence.rawValue),
    ]
  }
}

extension CheckReport {
  /// What geometry says of the plan in these files, by the households that the plan itself counted on.
  func measured() throws -> LayoutMeasures {
    try intake.measures(households: intake.klong?["measures"]?["households"]?.int)
  }
}

extension Intake {
  /// What geometry says of the plan in these files.
  ///
  /// - Parameter households: how many need a plot; nil where nobody said.
  func measures(households: Int?) throws -> LayoutMeasures {
    let layout = try CheckedFiles(self).layout
    return try LayoutMeasures(
      layout.settlement, layout.plan, households: households,
      roadGapMetres: layout.statement?.roadGapMetres)
  }
}
