internal import JSON
internal import Regulations

extension SetbackExplanation {
  /// The answer for programs. `answer` is one of `required`, `exempt`, `no_number` and `unknown`.
  func json(to question: WaterQuestion, by book: RuleBook) -> JSONObject {
    var object: JSONObject = [
      "book": .string(book.id), "edition": .string(book.edition), "question": .object(question.json),
      "answer": .string(answer.word), "required_m": answer.metres.map(JSONValue.shortest) ?? .null,
    ]
    if case .setback(let setback)? = answer.rule?.content {
      object["measured_from"] = [
        "line": .string(setback.start.rawValue), "text": .string(setback.startText),
      ]
    } else {
      object["measured_from"] = .null
    }
    object["rule"] = answer.rule.map { .object($0.citation) } ?? .null
    object["reason"] = .text(answer.reason)
    object["note"] = .text(answer.note)
    object["conflicts"] = .array(conflicts.map { .object($0.json) })
    object["delegated"] = .array(
      delegations.map { delegation in
        [
          "says": .string(delegation.says), "clause": .string(delegation.clause),
          "sources": .codes(delegation.sources),
        ]
      })
    object["needed"] = .array(
      needed.map { ["attribute": .string($0.attribute.rawValue), "answers": .string($0.answers)] })
    object["would_change"] = .array(changes.map { .object($0.json) })
    object["rules_speaking"] = .array(speaking.compactMap { $0.rule.map { .string($0.id) } })
    return object
  }
}

extension WaterQuestion {
  fileprivate var json: JSONObject {
    [
      "form": .string(water.form.rawValue), "width_m": .optional(water.widthMetres),
      "depth_m": .optional(water.depthMetres), "area_ha": .optional(water.areaHectares),
      "basin_km2": .optional(water.basinSquareKilometres), "class": .text(water.channelClass),
      "land": .text(water.landClass), "locality": .text(water.locality),
      "lined": water.isLined.map(JSONValue.bool) ?? .null,
      "diked": water.isDiked.map(JSONValue.bool) ?? .null,
      "structure": .text(structure),
    ]
  }
}

extension SetbackAnswer {
  fileprivate var word: String {
    switch self {
    case .required: "required"
    case .exempt: "exempt"
    case .noNumber: "no_number"
    case .unknown: "unknown"
    }
  }

  fileprivate var reason: String? {
    switch self {
    case .required: nil
    case .exempt(_, let reason), .noNumber(_, let reason): reason
    case .unknown(let missing, _): "missing: \(missing)"
    }
  }

  fileprivate var note: String? {
    if case .required(_, _, let note) = self { note } else { nil }
  }
}

extension Rule {
  fileprivate var citation: JSONObject {
    let documents = sources.map { source -> JSONValue in
      ["code": .string(source.code), "title": .string(source.title), "address": .text(source.address)]
    }
    return [
      "id": .string(id), "title": .string(title), "clause": .string(clause), "level": .string(level.rawValue),
      "confidence": .string(confidence.rawValue), "verified": .bool(isVerified), "note": .text(note),
      "sources": .array(documents),
    ]
  }
}

extension SetbackRule.Conflict {
  fileprivate var json: JSONObject {
    [
      "says": .string(alternative.says), "required_m": .optional(metres),
      "measured_from": .text(alternative.startText), "clause": .text(alternative.clause),
      "sources": .codes(alternative.sources), "confidence": .string(alternative.confidence.rawValue),
      "own_reading_because": .string(alternative.reason),
    ]
  }
}

extension SetbackExplanation.Change {
  fileprivate var json: JSONObject {
    var metres: Double?
    if case .metres(let value) = outcome { metres = value }
    return [
      "attribute": .string(attribute.rawValue), "if": .string(value), "outcome": .string("\(outcome)"),
      "required_m": .optional(metres), "rule": .text(rule?.id),
    ]
  }
}

extension JSONValue {
  fileprivate static func shortest(_ number: Double) -> JSONValue {
    Int(exactly: number).map { .number(JSONNumber($0)) } ?? .number(JSONNumber(number))
  }

  fileprivate static func optional(_ number: Double?) -> JSONValue { number.map(shortest) ?? .null }

  fileprivate static func codes(_ sources: [Source]) -> JSONValue {
    .array(sources.map { .string($0.code) })
  }
}
