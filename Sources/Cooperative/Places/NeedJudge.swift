/// Whether a place meets a need. What counts is stated here and in the help; no norm for it was found.
public struct NeedJudge: Sendable {
  private let roadThird: Double?
  private let roadHalf: Double?
  private let canalThird: Double?

  public init(_ places: [PlotPlace]) {
    let roads = places.compactMap(\.metresToRoad).sorted()
    let canals = places.compactMap(\.metresToCanal).sorted()
    roadThird = Self.part(roads, 3)
    roadHalf = Self.part(roads, 2)
    canalThird = Self.part(canals, 3)
  }

  /// The distance within which one of `parts` equal parts of the places lies.
  private static func part(_ sorted: [Double], _ parts: Int) -> Double? {
    sorted.isEmpty ? nil : sorted[(sorted.count - 1) / parts]
  }

  /// Nil where the plan does not tell.
  public func meets(_ need: Household.Need, at place: PlotPlace) -> Bool? {
    switch need {
    case .shop: place.isCorner || place.frontsCanal || place.frontsSpine
    case .wheelchair, .nearRoad: isWithin(place.metresToRoad, roadThird)
    case .elder: isWithin(place.metresToRoad, roadHalf)
    case .nearCanal: place.frontsCanal ? true : isWithin(place.metresToCanal, canalThird)
    case .quiet:
      place.frontsCanal || place.frontsSpine ? false : isWithin(place.metresToRoad, roadThird).map { !$0 }
    }
  }

  private func isWithin(_ metres: Double?, _ limit: Double?) -> Bool? {
    guard let metres, let limit else { return nil }
    return metres <= limit
  }
}
