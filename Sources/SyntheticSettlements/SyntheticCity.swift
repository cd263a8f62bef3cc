public import Geometry
public import Settlement

/// Many houses beside straight canals, each at a distance that is known beforehand: an answer to check against.
public struct SyntheticCity: Hashable, Sendable {
  /// Canals and houses; no site.
  public var settlement: Settlement
  /// Houses that reach over the water.
  public var housesOverWater: Int
  /// Houses on land, nearer to the bank than the setback by at least 0.2 m.
  public var housesTooClose: Int
  /// Houses behind the setback line by at least 0.2 m.
  public var housesClear: Int

  /// - Throws: `InvalidShape` never in practice; it would be a fault of this module.
  public static func made(houses: Int, seed: UInt64) throws(InvalidShape) -> SyntheticCity {
    var city = SyntheticCity(settlement: .init(), housesOverWater: 0, housesTooClose: 0, housesClear: 0)
    var draw = SeededDraw(seed: seed)
    let canals = max(1, (houses + housesPerCanal - 1) / housesPerCanal)
    for index in 0..<canals {
      let canal = CanalGrid(index: index)
      city.settlement.canals.append(try canal.canal(reference: .init(index: index, id: "canal-\(index)")))
    }
    for number in 0..<max(0, houses) {
      try city.addHouse(number, canals: canals, drawing: &draw)
    }
    return city
  }

  /// Two banks, two rows, a house every 8 m.
  private static let housesPerCanal = 2 * 2 * slots
  private static let slots = 124

  private mutating func addHouse(_ number: Int, canals: Int, drawing draw: inout SeededDraw)
    throws(InvalidShape)
  {
    let grid = CanalGrid(index: number / Self.housesPerCanal)
    let place = number % Self.housesPerCanal
    let bank = place % 2 == 0 ? grid.bank : grid.farBank
    let slot = place / 4
    let isFront = place / 2 % 2 == 0
    let inland = isFront ? frontRow(setback: grid.setbackMetres, drawing: &draw) : 20
    if !isFront { housesClear += 1 }
    let corners = CanalGrid.rectangle(
      beside: bank, along: Double(slot) * 8 + draw.number(from: 0, to: 1), inland: inland,
      width: draw.number(from: 4, to: 6.5), depth: draw.number(from: 5, to: 8))
    settlement.houses.append(
      House(
        reference: .init(index: canals + number, id: "house-\(number)"),
        footprint: [try Polygon(corners: corners)], houseNumber: "7/\(number + 1)"))
  }

  /// How far inland the next house of the front row stands, and counts it.
  private mutating func frontRow(setback: Double, drawing draw: inout SeededDraw) -> Double {
    let lot = draw.fraction()
    if lot < 0.1 {
      housesOverWater += 1
      return draw.number(from: -2, to: -0.2)
    }
    if lot < 0.4 {
      housesTooClose += 1
      return draw.number(from: 0.2, to: setback - 0.2)
    }
    housesClear += 1
    return draw.number(from: setback + 0.2, to: setback + 4)
  }
}
