internal import Compliance
internal import JSON
internal import Settlement

/// How the judged buildings stand, by a property of theirs such as a district.
struct PropertySummary {
  /// The most breaches first, then by name; nil gathers those that say nothing.
  let groups: [(value: String?, summary: Report.Summary)]

  init(_ report: CheckReport, by property: String) {
    var found: [String?: Report.Summary] = [:]
    for judgement in report.report.setbacks {
      let feature = report.intake.feature(judgement.feature)
      let value = feature.flatMap { PropertyReader($0.properties.object).text(property) }
      found[value, default: Report.Summary()].checked += 1
      found[value, default: Report.Summary()].count(judgement.verdict)
    }
    groups = found.map { (value: $0.key, summary: $0.value) }.sorted { a, b in
      if a.summary.breaches != b.summary.breaches { return a.summary.breaches > b.summary.breaches }
      return (a.value ?? "\u{10FFFF}") < (b.value ?? "\u{10FFFF}")
    }
  }

  func write(to page: inout Page, property: String) {
    page.title("Buildings by \(property)")
    for group in groups {
      page.line("\(group.value ?? "(nothing said)"): \(group.summary.headline(isPlan: false))")
    }
  }

  var json: JSONValue {
    .array(
      groups.map { group in
        var object: JSONObject = ["value": .text(group.value)]
        for member in group.summary.json { object[member.name] = member.value }
        return .object(object)
      })
  }
}
