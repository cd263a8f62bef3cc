internal import Compliance
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Regulations
internal import Settlement

extension CheckReport {
  /// What the report for programs (design §6) says before the findings.
  func head() throws -> JSONObject {
    [
      "klong": [
        "version": .string(KlongTool.version), "command": "check",
        "rules": .object(book.header(strict: strict, name: bookName)),
        "inputs": .array(intake.sources.map(\.json)), "crs": intake.plane?.json ?? .null,
        "notes": .array(notes.map(JSONValue.string)),
      ],
      "summary": .object(summaryJSON),
    ]
  }

  /// What it says behind them.
  func tail() -> JSONObject {
    var json: JSONObject = [:]
    if !isPlan {
      let sums = SetbackSums(report.setbacks).json
      json["canals"] = sums.canals
      json["shortfalls"] = sums.classes
    }
    if let loss {
      var bank = loss.json
      if !moves.isEmpty { bank["moves"] = .array(moves.map(\.json)) }
      json["bank"] = .object(bank)
    }
    return json
  }

  var summaryJSON: JSONObject { summary.json }

  func json(of finding: Finding, _ place: GeographicPoint?, _ placeOnLine: GeographicPoint?) -> JSONObject {
    var object = finding.json
    object["place"] = place?.json ?? .null
    object["place_on_line"] = placeOnLine?.json ?? .null
    if let edit = edits[finding.feature] { object["edit"] = .string(edit.rawValue) }
    return object
  }

  /// For each finding its place and that on the line, in degrees.
  func degrees() throws -> (places: [GeographicPoint?], onLine: [GeographicPoint?]) {
    (try degrees(of: \.place), try degrees(of: \.placeOnLine))
  }

  /// The findings' places in degrees, nil where a finding has none.
  private func degrees(of part: (Finding) -> Point?) throws -> [GeographicPoint?] {
    let points = report.findings.map(part)
    var known = try intake.geographicPoints(points.compactMap { $0 })[...]
    return points.map { $0 == nil ? nil : known.popFirst() }
  }

  /// All but recommendations, as points with a colour: where to look.
  func features() throws -> [MadeFeature] {
    let places = try degrees(of: \.place)
    var number = 0
    return zip(report.findings, places).compactMap { finding, place in
      guard finding.verdict != .norm else { return nil }
      number += 1
      var properties: JSONObject = ["kind": "finding"]
      for member in finding.json where member.name != "file" { properties[member.name] = member.value }
      if let edit = edits[finding.feature] { properties["edit"] = .string(edit.rawValue) }
      properties[PlanFeatures.printName] = "finding"
      properties["marker-color"] = finding.verdict == .breach ? "#b30000" : "#fdae61"
      properties["title"] = .string(finding.rule.title)
      return MadeFeature(
        id: .string("F\(number)"), properties: properties,
        geometry: place.map { .point(Position(x: $0.longitude, y: $0.latitude)) })
    }
  }
}

extension Report.Summary {
  var json: JSONObject {
    [
      "checked": .count(checked), "breaches": .count(breaches), "too_close": .count(tooClose),
      "exempt": .count(exempt), "unknown": .count(unknown), "norms": .count(norms),
    ]
  }
}

extension Finding {
  /// All but the places, which need the working plane.
  var json: JSONObject {
    [
      "file": .text(feature.file), "feature": .count(feature.index), "id": .text(feature.id),
      "subject": .string(subject), "rule": .string(rule.id), "title": .string(rule.title),
      "clause": .string(rule.clause), "level": .string(rule.level.rawValue),
      "confidence": .text(rule.confidence?.rawValue), "verified": .bool(rule.isVerified),
      "sources": .array(rule.sources.map { .string($0.code) }), "verdict": .string(verdict.rawValue),
      "measured_m": measuredMetres.map { .fine($0) } ?? .null,
      "required_m": requiredMetres.map { .fine($0) } ?? .null,
      "measured": measured.map { .fine($0) } ?? .null, "required": required.map { .fine($0) } ?? .null,
      "unit": .string(unit.rawValue), "canal": .text(canal), "bank": .text(legalLine?.description),
      "over_water": .bool(isOverWater), "other": other.map { .object($0.json) } ?? .null,
      "message": .string(message), "remedy": .string(remedy),
    ]
  }
}

extension JSONValue {
  /// To a tenth of a millimetre.
  fileprivate static func fine(_ figure: Double) -> JSONValue {
    .number(JSONNumber(figure, decimals: 4))
  }
}
