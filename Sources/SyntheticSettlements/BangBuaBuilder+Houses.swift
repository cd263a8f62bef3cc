import Geometry
import Settlement

extension BangBuaBuilder {
  /// Behind the houses on the bank, as people walk today.
  static let plankInlandMetres = 4.6

  /// Where rows of houses stand, metres inland to the middle of the row; the first stands partly over the water.
  private static let rowsInlandMetres = [0.6, 8.5, 14.9, 21.3, 27.6, 33.9]

  /// Rows as they grew: sizes, gaps and angles all a little different.
  mutating func addHouses() throws(InvalidShape) {
    guard let shell = settlement.site.first?.shell else { return }
    var candidates: [Rectangle] = []
    for inland in Self.rowsInlandMetres {
      candidates += row(inland: inland, in: shell)
    }
    // Thin out by lot, then number them in the order in which they stand.
    let chosen = draw.shuffled(Array(candidates.indices)).prefix(BangBua.households).sorted()
    for (number, index) in chosen.enumerated() {
      settlement.houses.append(try house(candidates[index], number: number + 1))
    }
  }

  private mutating func row(inland: Double, in shell: Ring) -> [Rectangle] {
    var houses: [Rectangle] = []
    var along = draw.number(from: 0.5, to: 2)
    while along < front.lengthInMetres - 4 {
      let width = draw.number(from: 4.8, to: 7.4)
      let depth = min(draw.number(from: 25, to: 46) / width, inland < 2 ? 6.6 : 6.1)
      let middle = along + width / 2
      along += width + draw.number(from: 0.3, to: draw.chance(0.2) ? 3 : 1.1)
      let house = Rectangle(
        centre: front.place(along: middle, inland: inland + draw.number(from: -0.25, to: 0.25)),
        along: direction(at: middle), width: width, depth: depth)
      guard width * depth >= 25, stands(house, onBank: inland < 2, in: shell) else { continue }
      houses.append(house)
      taken.append(house)
    }
    return houses
  }

  /// The bank's direction, off by up to 3 degrees.
  private mutating func direction(at along: Double) -> Vector {
    let straight = front.direction(atMetres: along) ?? Self.downstream
    return straight.turned(tangentOfHalfAngle: draw.number(from: -0.026, to: 0.026))
  }

  /// Inside the land, apart from the water's side of the first row, and a hand's breadth from everything else.
  private func stands(_ house: Rectangle, onBank: Bool, in shell: Ring) -> Bool {
    let inland = onBank ? Array(house.corners.suffix(2)) : house.corners
    return inland.allSatisfy { shell.holds($0, withRoom: 0.1) }
      && taken.allSatisfy { $0.isApart(from: house, byMetres: 0.15) }
  }

  private mutating func house(_ shape: Rectangle, number: Int) throws(InvalidShape) -> House {
    let corners = shape.corners.toMillimetres
    let isOverWater = corners.contains { (settlement.site.first?.shell.holds($0, withRoom: 0)) != true }
    let structure = isOverWater ? "timber on stilts" : draw.pick(["timber", "timber", "masonry", "mixed"])
    return House(
      reference: reference("house-\(number)"), footprint: [try Polygon(corners: corners)],
      houseNumber: "501/\(number)", storeys: !isOverWater && draw.chance(0.25) ? 2 : 1, structure: structure)
  }
}
