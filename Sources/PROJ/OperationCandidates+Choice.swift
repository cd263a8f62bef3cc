import Geometry

extension OperationCandidates {
  /// The operation to use at a place: the only one there is, or the most accurate whose area holds the place.
  ///
  /// The rule is that of PROJ itself (`pj_get_suggested_operation`): an unstated accuracy loses against a stated
  /// one, an operation for the sea against one for the land, and of equals the one with the smaller area wins.
  func best(at place: Transformation.Place?) throws(PROJError) -> Candidate? {
    let candidates = try described()
    if candidates.count <= 1 { return candidates.first }
    guard let place else { return candidates.first }
    var best: Candidate?
    for candidate in candidates where try holds(candidate, place) {
      if let current = best, !Self.isBetter(candidate, than: current) { continue }
      best = candidate
    }
    return best
  }

  private static func isBetter(_ candidate: Candidate, than best: Candidate) -> Bool {
    guard let area = candidate.area, !area.name.contains("- offshore") else { return false }
    guard let accuracy = candidate.accuracyMetres else { return false }
    guard let bestAccuracy = best.accuracyMetres, let bestArea = best.area else { return true }
    if accuracy != bestAccuracy { return accuracy < bestAccuracy }
    return area.squareDegrees < bestArea.squareDegrees
  }

  /// Whether a place lies in the area of an operation; one in source coordinates is first transformed with it.
  private func holds(_ candidate: Candidate, _ place: Transformation.Place) throws(PROJError) -> Bool {
    guard let area = candidate.area else { return false }
    switch place {
    case .geographic(let point): return area.contains(nearly: point)
    case .source(let point):
      var points = [point]
      do throws(PROJError) {
        try normalized(candidate.index).transform(&points, inverse: false)
      } catch {
        return false
      }
      return points.allSatisfy { area.contains(nearly: GeographicPoint(longitude: $0.x, latitude: $0.y)) }
    }
  }
}

extension AreaOfUse {
  /// The place may be in either datum, and one datum lies up to a kilometre beside another.
  fileprivate func contains(nearly place: GeographicPoint) -> Bool {
    contains(place, longitudeMargin: 0.01, latitudeMargin: 0.01)
  }

  fileprivate var squareDegrees: Double { widthInDegrees * (north - south) }
}
