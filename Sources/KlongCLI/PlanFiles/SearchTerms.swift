internal import Planning

/// What a layout can be asked for beyond one size of plot and the widths of its ways.
struct SearchTerms: Hashable, Sendable {
  /// Rows may touch the ends of rows that stand square to them.
  var isRelaxed = false
  /// Several sizes, or one with a count; empty for as many of one size as there is room for.
  var sizes: [WantedPlots] = []

  /// `--place hall:60`
  var places: [WantedPlace] = []
  var openSpace: OpenSpaceQuota?

  /// `--courts`, and from front to front across each, in metres.
  var courts: Int?
  var courtWidthMetres = 7.0

  /// Width of a lane for vehicles along the site, in metres.
  var spineWidthMetres: Double?
  var fireReach: FireReach?

  /// `--dead-end`: how far from its last fork a lane may end, in metres.
  var deadEndMetres: Double?

  /// By how much plots may grow to take up a remnant, and those at the ends of rows beyond that, in metres.
  var flexMetres: Double?
  var endLotMetres: Double?

  /// How far from the land a road may lie and still be reached, in metres; nil to try wider strips where none touches.
  var roadGapMetres: Double?

  /// `--what-if-entrance`: what a second entrance would change is told, and drawn nowhere.
  var triesEntrance = false

  init() {}
}

extension SearchTerms {
  func ask(_ request: inout PlanRequest) {
    request.isRelaxed = isRelaxed
    request.sizes = sizes
    request.places = places
    request.openSpace = openSpace
    request.spineWidthMetres = spineWidthMetres
    request.fireReach = fireReach
    request.courts = courts ?? 0
    request.courtWidthMetres = courtWidthMetres
    request.deadEndMetres = deadEndMetres
    request.flexMetres = flexMetres ?? 0
    request.endLotMetres = endLotMetres ?? 0
    request.roadGapMetres = roadGapMetres
  }
}
