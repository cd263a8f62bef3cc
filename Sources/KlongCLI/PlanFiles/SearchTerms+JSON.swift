internal import JSON
internal import Planning

extension SearchTerms {
  /// Adds to `klong.request` what was asked for; what was not asked for is not named.
  func write(to request: inout JSONObject) {
    if isRelaxed { request["relaxed"] = true }
    if let flexMetres { request["flex_m"] = .metres(flexMetres) }
    if let endLotMetres { request["end_lot_m"] = .metres(endLotMetres) }
    if let roadGapMetres { request["road_gap_m"] = .metres(roadGapMetres) }
    if triesEntrance { request["what_if_entrance"] = true }
    if let spineWidthMetres { request["spine_width_m"] = .metres(spineWidthMetres) }
    if let fireReach {
      request["fire_reach_m"] = .metres(fireReach.reachMetres)
      request["fire_width_m"] = .metres(fireReach.widthMetres)
    }
    if let courts {
      request["courts"] = .count(courts)
      request["court_width_m"] = .metres(courtWidthMetres)
    }
    if let deadEndMetres { request["dead_end_m"] = .metres(deadEndMetres) }
    if !places.isEmpty {
      request["places"] = .array(
        places.map { ["use": .string($0.use), "area_m2": .squareMetres($0.squareMetres)] })
    }
    switch openSpace {
    case .share(let share): request["open_space_percent"] = .number(JSONNumber(share * 100, decimals: 4))
    case .squareMetres(let area): request["open_space_m2"] = .squareMetres(area)
    case nil: break
    }
    if !sizes.isEmpty { request["plots"] = .array(sizes.map { .object($0.json) }) }
  }

  /// - Parameter request: `klong.request` of a plan file.
  init(_ request: JSONObject) {
    self.init()
    isRelaxed = request["relaxed"]?.bool ?? false
    flexMetres = request["flex_m"]?.double.flatMap { (0.01...20).contains($0) ? $0 : nil }
    endLotMetres = request["end_lot_m"]?.double.flatMap { (0.01...20).contains($0) ? $0 : nil }
    roadGapMetres = request["road_gap_m"]?.double.flatMap { (0...Self.widestGap).contains($0) ? $0 : nil }
    triesEntrance = request["what_if_entrance"]?.bool ?? false
    spineWidthMetres = request["spine_width_m"]?.double.flatMap { (2...50).contains($0) ? $0 : nil }
    if let reach = request["fire_reach_m"]?.double, (1...10_000).contains(reach),
      let width = request["fire_width_m"]?.double, (1...50).contains(width)
    {
      fireReach = FireReach(reachMetres: reach, widthMetres: width)
    }
    courts = request["courts"]?.int.flatMap { (1...PlanRequest.mostCourts).contains($0) ? $0 : nil }
    courtWidthMetres = request["court_width_m"]?.double.flatMap { (2...50).contains($0) ? $0 : nil } ?? 7
    deadEndMetres = request["dead_end_m"]?.double.flatMap { (5...1000).contains($0) ? $0 : nil }
    places =
      request["places"]?.array?.prefix(Self.mostSizes).compactMap { place in
        guard let use = place["use"]?.string, let area = place["area_m2"]?.double, area > 0 else {
          return nil
        }
        return WantedPlace(use: use, squareMetres: area)
      } ?? []
    if let percent = request["open_space_percent"]?.double, percent > 0, percent <= 100 {
      openSpace = .share(percent / 100)
    } else if let area = request["open_space_m2"]?.double, area > 0, area.isFinite {
      openSpace = .squareMetres(area)
    }
    sizes = request["plots"]?.array?.prefix(Self.mostSizes).compactMap(WantedPlots.init) ?? []
  }

  /// More sizes than anybody plans with are not read from a file.
  private static let mostSizes = 20
  /// Metres between the land and a road; what lies farther is no strip beside the road.
  static let widestGap = 30.0
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
