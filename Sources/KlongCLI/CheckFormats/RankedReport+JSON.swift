internal import JSON

extension RankedReport {
  /// The report for programs, with identities, and states where there is a baseline, finding by finding.
  ///
  /// - Parameter more: Members at the end.
  func writeJSON(adding more: JSONObject, to put: @escaping ([UInt8]) throws -> Void) throws {
    let (places, onLine) = try report.degrees()
    var writer = JSONWriter(pretty: true, put: put)
    try writer.object { out in
      try out.members(report.head())
      out.name("findings")
      try out.array { out in
        for (index, item) in items.enumerated() {
          var finding = report.json(of: item.finding, places[index], onLine[index])
          finding["identity"] = .string(item.identity)
          if let state = item.state { finding["state"] = .string(state.rawValue) }
          try out.value(.object(finding))
        }
      }
      try out.members(report.tail())
      if hasBaseline { try out.members(["ended": .array(ended.map(JSONValue.object))]) }
      try out.members(more)
    }
    try writer.finish()
  }
}
