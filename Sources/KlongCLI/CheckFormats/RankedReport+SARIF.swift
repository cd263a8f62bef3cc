internal import Compliance
internal import JSON

extension RankedReport {
  /// Static Analysis Results Interchange Format 2.1.0 (OASIS, March 2020).
  func writeSARIF(to put: @escaping ([UInt8]) throws -> Void) throws {
    var rules: [RuleCitation] = []
    var numbers: [String: Int] = [:]
    for item in items where numbers[item.finding.rule.id] == nil {
      numbers[item.finding.rule.id] = rules.count
      rules.append(item.finding.rule)
    }
    let driver: JSONObject = [
      "name": "klong", "version": .string(KlongTool.version),
      "rules": .array(rules.map { .object($0.sarif) }),
    ]
    var writer = JSONWriter(pretty: true, put: put)
    try writer.object { out in
      try out.members([
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      ])
      out.name("runs")
      try out.array { out in
        try out.object { out in
          try out.members([
            "tool": .object(["driver": .object(driver)]), "columnKind": "unicodeCodePoints",
          ])
          out.name("results")
          try out.array { out in
            for item in items {
              try out.value(.object(item.sarif(ruleIndex: numbers[item.finding.rule.id] ?? 0)))
            }
            for old in ended { try out.value(.object(Self.absent(old))) }
          }
        }
      }
    }
    try writer.finish()
  }

  /// A finding of the baseline that is no more.
  private static func absent(_ old: JSONObject) -> JSONObject {
    [
      "ruleId": old["rule"] ?? "unknown", "level": "none", "kind": "pass", "baselineState": "absent",
      "message": .object(["text": old["message"] ?? "ended"]),
      "partialFingerprints": .object(["klongFinding/v1": old["identity"] ?? ""]),
    ]
  }
}

extension RankedReport.Item {
  fileprivate func sarif(ruleIndex: Int) -> JSONObject {
    var result: JSONObject = [
      "ruleId": .string(finding.rule.id), "ruleIndex": .count(ruleIndex), "level": .string(level),
      "message": .object(["text": .string(finding.message)]),
      "locations": .array([.object(location)]),
      "partialFingerprints": .object(["klongFinding/v1": .string(identity)]),
      "properties": .object([
        "verdict": .string(finding.verdict.rawValue), "clause": .string(finding.rule.clause),
        "measured": finding.measured.map { .number(JSONNumber($0, decimals: 4)) } ?? .null,
        "required": finding.required.map { .number(JSONNumber($0, decimals: 4)) } ?? .null,
        "unit": .string(finding.unit.rawValue), "canal": .text(finding.canal),
        "remedy": .string(finding.remedy),
      ]),
    ]
    switch state {
    case .new: result["baselineState"] = "new"
    case .worse: result["baselineState"] = "updated"
    case .known: result["baselineState"] = "unchanged"
    case nil: break
    }
    return result
  }

  private var level: String {
    switch finding.verdict {
    case .breach: "error"
    case .tooClose, .unknown: "warning"
    case .exempt, .norm, .ok: "note"
    }
  }

  private var location: JSONObject {
    var location: JSONObject = [
      "logicalLocations": .array([
        .object(["name": .string(finding.subject), "fullyQualifiedName": .string("\(finding.feature)")])
      ])
    ]
    if let file = finding.feature.file {
      location["physicalLocation"] = .object([
        "artifactLocation": .object(["uri": .string(URIText.path(file))]),
        "region": .object(["startLine": .count(line)]),
      ])
    }
    return location
  }
}

extension RuleCitation {
  fileprivate var sarif: JSONObject {
    let standing =
      sources.isEmpty ? clause : "\(clause) (sources " + sources.map(\.code).joined(separator: ", ") + ")"
    return [
      "id": .string(id), "shortDescription": .object(["text": .string(title)]),
      "fullDescription": .object(["text": .string(standing)]),
      "defaultConfiguration": .object(["level": level == .must ? "error" : "note"]),
      "properties": .object(["confidence": .text(confidence?.rawValue), "verified": .bool(isVerified)]),
    ]
  }
}

/// Paths as references (RFC 3986).
enum URIText {
  static func path(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = path.utf8.flatMap { byte -> [UInt8] in
      plain.contains(byte) ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return (path.hasPrefix("/") ? "file://" : "") + String(decoding: bytes, as: UTF8.self)
  }
}
