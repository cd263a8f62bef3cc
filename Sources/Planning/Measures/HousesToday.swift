import GEOS
import Geometry
import Settlement

/// Which of today's houses stay where they are under a layout.
struct HousesToday {
  /// Houses with a place, in the order given.
  let houses: [(house: House, place: Point)]
  let stays: [Bool]
  /// The plot on which a house that stays stands.
  let plotOf: [Int?]

  /// A house that is not locked stays where one plot holds so much of it; every other gives way to the plan.
  private static let onPlot = 0.95

  init(_ layout: MeasuredLayout) throws {
    let houses = try layout.settlement.houses.compactMap { house in
      try (house.footprint.isEmpty ? house.point : house.shape.centroid()).map { (house: house, place: $0) }
    }
    let plots = layout.plots.map { Shape($0.area) }
    let plotIndex = SpatialIndex(plots.map(\.bounds))
    var stays: [Bool] = []
    var plotOf: [Int?] = []
    for (house, place) in houses {
      let footprint =
        try house.footprint.isEmpty
        ? Shape.point(place).buffered(byMetres: Self.pointRadius) : Shape(house.footprint).madeValid()
      let whole = footprint.areaInSquareMetres
      let own = try plotIndex.query(footprint.bounds).first {
        try whole > 0 && footprint.intersection(plots[$0]).areaInSquareMetres >= Self.onPlot * whole
      }
      stays.append(house.isLocked || own != nil)
      plotOf.append(own)
    }
    (self.houses, self.stays, self.plotOf) = (houses, stays, plotOf)
  }

  /// Of a house that is known as a point alone, in metres: the smallest house there is. An assumption.
  private static let pointRadius = 1.5

  /// Houses that stay and stand on no plot.
  var keptBesidePlots: Int { houses.indices.count { stays[$0] && plotOf[$0] == nil } }
}

extension [MeasureID: Double] {
  mutating func note(_ houses: HousesToday) {
    guard !houses.houses.isEmpty else { return }
    let kept = houses.stays.count { $0 }
    self[.keptHouses] = Double(kept)
    self[.movingHouses] = Double(houses.houses.count - kept)
    self[.demolition] = zip(houses.houses, houses.stays).reduce(0) { sum, house in
      house.1 ? sum : sum + house.0.house.footprint.reduce(0) { $0 + $1.areaInSquareMetres }
    }
  }
}
