internal import Geometry
internal import Settlement

extension Intake {
  /// The middle of the settlement, which decides on the working plane; nil where nothing has a place.
  ///
  /// The site speaks first, then plots and houses, then whatever else has a role. The median is taken, so that a
  /// canal that reaches to the next province, or a lost point at 0, 0, does not move it.
  static func centre(of sources: [SourceFile], _ degrees: [FileDegrees]) -> GeographicPoint? {
    var rank = Rank.other
    var centres: [GeographicPoint] = []
    for (source, places) in zip(sources, degrees) where source.problem == nil {
      for feature in source.features {
        let own = Rank(feature.role)
        guard own <= rank, let centre = places.centre(of: feature.reference.index) else { continue }
        if own < rank { centres.removeAll() }
        rank = own
        centres.append(centre)
      }
    }
    guard !centres.isEmpty else { return nil }
    return GeographicPoint(
      longitude: centres.map(\.longitude).median, latitude: centres.map(\.latitude).median)
  }

  /// How much a feature says about where the settlement is.
  private enum Rank: Int, Comparable {
    case site, dwelling, thing, other

    init(_ role: Role?) {
      switch role {
      case .site: self = .site
      case .plot, .building, .house, .parcel: self = .dwelling
      case .some: self = .thing
      case nil: self = .other
      }
    }

    static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }
}
