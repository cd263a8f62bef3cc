import Geometry
import Settlement

extension BangBuaBuilder {
  /// What must stay, away from the bank so that the walkway can pass in front of it.
  mutating func addKeeps() throws(InvalidShape) {
    try addTemple(along: 103, inland: 25.5)
    for (name, along, inland) in Self.trees {
      let place = front.place(along: along, inland: inland).toMillimetres
      addPoint(name, at: place, clearance: 2, id: "tree-\(Int(along))")
    }
    let pump = front.place(along: front.lengthInMetres - 3, inland: 11).toMillimetres
    addPoint("pump", at: pump, clearance: 1.5, id: "pump")
  }

  /// Name, metres along the bank, metres inland.
  private static let trees: [(String, Double, Double)] = [
    ("rain tree", 42, 24.5), ("bodhi tree", 119, 28), ("rain tree", 178, 18.3), ("mango tree", 283, 11.8),
    ("tamarind tree", 352, 24.5),
  ]

  private mutating func addTemple(along: Double, inland: Double) throws(InvalidShape) {
    let hall = Rectangle(
      centre: front.place(along: along, inland: inland),
      along: front.direction(atMetres: along) ?? Self.downstream, width: 14, depth: 9)
    settlement.keeps.append(
      Keep(
        reference: reference("temple"), name: "temple hall (invented)",
        shape: .polygon(try Polygon(corners: hall.corners.toMillimetres)), clearanceMetres: 3))
    var yard = hall
    (yard.width, yard.depth) = (hall.width + 5, hall.depth + 5)
    taken.append(yard)
  }

  private mutating func addPoint(_ name: String, at place: Point, clearance: Double, id: String) {
    settlement.keeps.append(
      Keep(reference: reference(id), name: name, shape: .point(place), clearanceMetres: clearance))
    taken.append(Rectangle(centre: place, along: Self.downstream, width: 2.4, depth: 2.4))
  }
}
