internal import Compliance
internal import JSON
internal import Settlement

/// How the judged buildings stand, by a property of theirs such as a district.
struct PropertySummary {
  /// The most breaches first, then by name; nil gathers those that say nothing.
  let groups: [(value: String?, summary: Report.Summary)]

  private let property: String

  init(_ report: CheckReport, by property: String) {
    var counts = PropertyCounts()
    for judgement in report.report.setbacks {
      let feature = report.intake.feature(judgement.feature)
      counts.count(judgement, as: feature.flatMap { PropertyReader($0.properties.object).text(property) })
    }
    self.init(counts, by: property)
  }

  init(_ counts: PropertyCounts, by property: String) {
    self.property = property
    groups = counts.byValue.map { (value: $0.key, summary: $0.value) }.sorted { a, b in
      if a.summary.breaches != b.summary.breaches { return a.summary.breaches > b.summary.breaches }
      return (a.value ?? "\u{10FFFF}") < (b.value ?? "\u{10FFFF}")
    }
  }

  func write(to page: inout Page) {
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

/// How many buildings of each value of a property were judged, and how.
struct PropertyCounts {
  private(set) var byValue: [String?: Report.Summary] = [:]

  mutating func count(_ judgement: SetbackJudgement, as value: String?) {
    byValue[value, default: Report.Summary()].checked += 1
    byValue[value, default: Report.Summary()].count(judgement.verdict)
  }

  mutating func add(_ other: Self) {
    byValue.merge(other.byValue) { own, other in
      var sum = own
      sum.add(other)
      return sum
    }
  }
}
