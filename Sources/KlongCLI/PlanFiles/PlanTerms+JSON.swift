internal import JSON
internal import Planning

extension PlanTerms {
  /// As it stands in a plan file, `klong.request`.
  var json: JSONObject {
    var request: JSONObject = [
      "plot_frontage_m": .metres(plot.frontageMetres), "plot_depth_m": .metres(plot.depthMetres),
      "lane_width_m": .metres(laneWidthMetres), "walkway_m": .metres(walkwayWidthMetres),
      "row_max": .number(JSONNumber(rowMaximumUnits)), "row_gap_m": .metres(rowGapMetres),
      "plots_in_setback": .bool(plotsMayReachIntoSetback),
      "households": .count(households),
      "canal_width_m": canalWidthMetres.map(JSONValue.metres) ?? .null,
    ]
    search.write(to: &request)
    return request
  }

  /// What a plan file says was asked for; what it does not say stays as it is by default.
  ///
  /// - Parameter header: the member `klong` of the file.
  init(header: JSONObject) {
    self.init()
    let request = header["request"]?.object ?? [:]
    func metres(_ name: String, _ standard: Double, _ range: ClosedRange<Double>) -> Double {
      request[name]?.double.flatMap { range.contains($0) ? $0 : nil } ?? standard
    }
    plot = PlotSize(
      frontageMetres: metres("plot_frontage_m", plot.frontageMetres, 1...100),
      depthMetres: metres("plot_depth_m", plot.depthMetres, 1...100))
    laneWidthMetres = metres("lane_width_m", laneWidthMetres, 0.5...50)
    walkwayWidthMetres = metres("walkway_m", walkwayWidthMetres, 0.5...50)
    rowGapMetres = metres("row_gap_m", rowGapMetres, 0...50)
    if let units = request["row_max"]?.int, (1...1000).contains(units) { rowMaximumUnits = units }
    plotsMayReachIntoSetback = request["plots_in_setback"]?.bool ?? false
    search = SearchTerms(request)
    households = request["households"]?.int
    canalWidthMetres = request["canal_width_m"]?.double.flatMap { $0 > 0 && $0 <= 10_000 ? $0 : nil }
    seed = header["seed"]?.int ?? seed
    book = header["rules"]?["name"]?.string ?? book
    strict = header["rules"]?["strict"]?.array?.compactMap(\.string) ?? []
  }
}

extension JSONValue {
  /// A whole number, or null.
  static func count(_ count: Int?) -> JSONValue { count.map { .number(JSONNumber($0)) } ?? .null }
}
