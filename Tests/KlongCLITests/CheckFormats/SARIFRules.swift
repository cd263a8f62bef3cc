import JSON

/// A written subset of the SARIF 2.1.0 schema (OASIS, sarif-schema-2.1.0.json): what must be there and of what type.
enum SARIFRules {
  static func problems(in log: JSONValue) -> [String] {
    var problems: [String] = []
    func expect(_ holds: Bool, _ what: String) { if !holds { problems.append(what) } }
    expect(log["version"]?.string == "2.1.0", "version")
    expect(log["runs"]?.array?.count == 1, "runs")
    for run in log["runs"]?.array ?? [] {
      let driver = run["tool"]?["driver"]
      expect(driver?["name"]?.string?.isEmpty == false, "tool.driver.name")
      expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"]?.string ?? ""), "columnKind")
      let rules = driver?["rules"]?.array ?? []
      expect(Set(rules.map { $0["id"]?.string ?? "" }).count == rules.count, "rules are unique")
      for rule in rules {
        expect(rule["id"]?.string != nil, "rule.id")
        expect(rule["shortDescription"]?["text"]?.string != nil, "rule.shortDescription.text")
        expect(levels.contains(rule["defaultConfiguration"]?["level"]?.string ?? ""), "rule level")
      }
      for result in run["results"]?.array ?? [] {
        expect(result["message"]?["text"]?.string?.isEmpty == false, "result.message.text")
        expect(levels.contains(result["level"]?.string ?? ""), "result.level")
        if let state = result["baselineState"]?.string {
          expect(["new", "unchanged", "updated", "absent"].contains(state), "baselineState \(state)")
        }
        if let kind = result["kind"]?.string {
          expect(kind == "fail" || result["level"]?.string == "none", "kind \(kind) has level none")
        }
        if let index = result["ruleIndex"]?.int {
          expect(rules.indices.contains(index) && rules[index]["id"] == result["ruleId"], "ruleIndex")
        }
        for print in result["partialFingerprints"]?.object?.members ?? [] {
          expect(print.value.string != nil, "a fingerprint is a text")
        }
        for location in result["locations"]?.array ?? [] {
          let physical = location["physicalLocation"]
          expect((physical?["region"]?["startLine"]?.int ?? 0) >= 1, "startLine from 1")
          let uri = physical?["artifactLocation"]?["uri"]?.string ?? " "
          expect(!uri.contains(" ") && uri.allSatisfy(\.isASCII), "uri \(uri)")
        }
      }
    }
    return problems
  }

  private static let levels: Set = ["none", "note", "warning", "error"]
}
