internal import JSON

extension RankedReport {
  /// The report for programs, with identities, and states where there is a baseline.
  func json() throws -> JSONObject {
    var object = try report.json()
    let findings = object["findings"]?.array ?? []
    object["findings"] = .array(
      zip(findings, items).map { value, item in
        var finding = value.object ?? [:]
        finding["identity"] = .string(item.identity)
        if let state = item.state { finding["state"] = .string(state.rawValue) }
        return .object(finding)
      })
    if hasBaseline { object["ended"] = .array(ended.map(JSONValue.object)) }
    return object
  }
}
