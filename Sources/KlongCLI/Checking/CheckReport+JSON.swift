internal import Compliance
internal import GeoJSON
internal import Geometry
internal import JSON
internal import Regulations
internal import Settlement

extension CheckReport {
  /// The report for programs (design §6).
  func json() throws -> JSONObject {
    var json = try base()
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

  private func base() throws -> JSONObject {
    [
      "klong": [
        "version": .string(KlongTool.version), "command": "check",
        "rules": .object(book.header(strict: strict, name: bookName)),
        "inputs": .array(intake.sources.map(\.json)), "crs": intake.plane?.json ?? .null,
        "notes": .array(notes.map(JSONValue.string)),
      ],
      "summary": .object(summaryJSON),
      "findings": .array(try findingsJSON()),
    ]
  }

  var summaryJSON: JSONObject { summary.json }

  private func findingsJSON() throws -> [JSONValue] {
    let places = try degrees(of: \.place)
    let onLine = try degrees(of: \.placeOnLine)
    return report.findings.enumerated().map { index, finding in
      var object = finding.json
      object["place"] = places[index]?.json ?? .null
      object["place_on_line"] = onLine[index]?.json ?? .null
      if let edit = edits[finding.feature] { object["edit"] = .string(edit.rawValue) }
      return .object(object)
    }
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
