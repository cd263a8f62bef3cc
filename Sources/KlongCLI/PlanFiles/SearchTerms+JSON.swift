internal import JSON
internal import Planning

extension SearchTerms {
  /// Adds to `klong.request` what was asked for; what was not asked for is not named.
  func write(to request: inout JSONObject) {
    if isRelaxed { request["relaxed"] = true }
    if !sizes.isEmpty { request["plots"] = .array(sizes.map { .object($0.json) }) }
  }

  /// - Parameter request: `klong.request` of a plan file.
  init(_ request: JSONObject) {
    self.init()
    isRelaxed = request["relaxed"]?.bool ?? false
    sizes = request["plots"]?.array?.prefix(Self.mostSizes).compactMap(WantedPlots.init) ?? []
  }

  /// More sizes than anybody plans with are not read from a file.
  private static let mostSizes = 20
}

extension WantedPlots {
  var json: JSONObject {
    [
      "frontage_m": .metres(size.frontageMetres), "depth_m": .metres(size.depthMetres),
      "wanted": .count(count),
    ]
  }

  fileprivate init?(_ value: JSONValue) {
    guard let frontage = value["frontage_m"]?.double, (1...100).contains(frontage),
      let depth = value["depth_m"]?.double, (1...100).contains(depth)
    else { return nil }
    let count = value["wanted"]?.int.flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    self.init(size: PlotSize(frontageMetres: frontage, depthMetres: depth), count: count)
  }
}
