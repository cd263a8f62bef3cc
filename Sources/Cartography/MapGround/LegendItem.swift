/// What a legend may explain. A sheet's legend has those that were drawn on it, in this order.
enum LegendItem: Hashable {
  case plot, plotGround, neighbour, new, moved, gone, building, lane, walkway, shared, road
  case canal, bank, setback(metres: Double), strip
  case house, oldHouse, stays, site, parcel
  case keepsRule, breach, unsure, unknown
  case symbol(PlaceSymbol)

  /// The order on the paper.
  var rank: Int {
    switch self {
    case .plot, .plotGround: 0
    case .new: 1
    case .moved: 2
    case .gone, .neighbour: 4
    case .building: 5
    case .house, .oldHouse: 6
    case .stays: 7
    case .lane: 8
    case .walkway: 9
    case .shared: 10
    case .road: 11
    case .canal: 12
    case .bank: 13
    case .setback: 14
    case .strip: 15
    case .site: 16
    case .parcel: 17
    case .breach: -4
    case .unsure: -3
    case .unknown: -2
    case .keepsRule: -1
    case .symbol(let symbol): 20 + (PlaceSymbol.allCases.firstIndex(of: symbol) ?? 0)
    }
  }
}
