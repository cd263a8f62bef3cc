import Geometry
import Settlement

extension BangBuaBuilder {
  /// How deep the land is, in metres, at equal steps along the bank: within the 15 m to 40 m of the facts.
  static let depthsMetres = [30.0, 33, 36, 38, 35, 30, 25, 21, 20, 24, 29, 32, 28]

  /// A soi that ends at the canal, along the upstream end of the land.
  static let soiWidthMetres = 6.0

  mutating func addLand() throws(InvalidShape) {
    let back = backCorners()
    settlement.site = [try Polygon(corners: front.points + back.reversed())]
    _ = reference("site")
    try addSoi(behind: back)
  }

  private func backCorners() -> [Point] {
    let last = Double(Self.depthsMetres.count - 1)
    return Self.depthsMetres.enumerated().map { index, depth in
      front.place(along: front.lengthInMetres * Double(index) / last, inland: depth)
    }.toMillimetres
  }

  /// The road's edge is the end of the land; it comes from 90 m away.
  private mutating func addSoi(behind back: [Point]) throws(InvalidShape) {
    guard let water = front.points.first, let corner = back.first, let away = (corner - water).unit else {
      return
    }
    let edge = Bank(points: [water, corner + away * 90])
    settlement.roads = [
      Road(
        reference: reference("soi"), name: "Soi Somsamai (invented)",
        centreline: [try LineString(edge.moved(byMetres: Self.soiWidthMetres / 2).points.toMillimetres)],
        widthMetres: Self.soiWidthMetres)
    ]
  }

  /// The plank walkway behind the first houses.
  mutating func addLanes() throws(InvalidShape) {
    let plank = front.moved(byMetres: Self.plankInlandMetres).points.toMillimetres
    settlement.lanes = [
      Lane(reference: reference("plank"), centreline: [try LineString(plank)], widthMetres: 0.5)
    ]
  }
}
