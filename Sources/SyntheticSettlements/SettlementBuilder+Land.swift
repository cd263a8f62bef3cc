import Geometry
import Settlement

/// The land on one bank while it is being drawn.
struct LandStrip {
  var bank: Bank
  /// The edge towards the water, from one end to the other.
  var front: [Point]
  /// The edge away from the water, in the same direction.
  var back: [Point]
  /// What is cut out of it.
  var holes: [Ring] = []

  var corners: [Point] { front + back.reversed() }
}

extension SettlementBuilder {
  mutating func addLand(behind bank: Bank) throws(InvalidShape) {
    let distances = depths(behind: bank)
    let inland: Double =
      switch traits.waterfront {
      case .onBank: 0
      case .behind: 2.5
      case .overWater: -min(1.5, traits.canalWidthMetres / 4)
      }
    var strip = LandStrip(
      bank: bank, front: bank.moved(byMetres: inland).points.toMillimetres,
      back: bank.moved(byMetres: distances).points)
    slantEnds(&strip)
    strip.back = strip.back.toMillimetres

    let shell = try Ring(strip.corners + strip.corners.prefix(1))
    for _ in 0..<traits.holes {
      if let hole = try hole(in: shell, of: strip) { strip.holes.append(hole) }
    }
    settlement.site.append(Polygon(shell, holes: strip.holes))
    try addBankLine(of: bank)
    try addEntrance(to: strip)
    try addKeeps(in: shell, of: strip)
    try addHouses(in: shell, of: strip)
  }

  /// How deep the land is at each corner of the bank.
  private mutating func depths(behind bank: Bank) -> [Double] {
    let last = Double(max(1, bank.points.count - 1))
    let slope = traits.back == .slanted ? draw.number(from: -0.3, to: 0.3) : 0
    let jag = traits.back == .jagged && traits.course != .sharp ? min(4, traits.depthMetres / 6) : 0
    return bank.points.indices.map { index in
      let tilt = 1 + slope * (Double(index) / last - 0.5)
      return traits.depthMetres * tilt + draw.number(from: -jag, to: jag)
    }
  }

  /// Ends that are not square to the bank, on slanted land.
  private mutating func slantEnds(_ strip: inout LandStrip) {
    guard traits.back == .slanted, strip.back.count >= 2,
      let start = strip.bank.direction(atMetres: 0), let end = strip.bank.direction(atMetres: .infinity)
    else { return }
    let most = min(8, traits.depthMetres * 0.25)
    strip.back[0] = strip.back[0] - start * draw.number(from: 0, to: most)
    let last = strip.back.count - 1
    strip.back[last] = strip.back[last] + end * draw.number(from: 0, to: most)
  }

  private mutating func addBankLine(of bank: Bank) throws(InvalidShape) {
    guard let inland = traits.bankLineInlandMetres else { return }
    let line = bank.lengthened(byMetres: 20).moved(byMetres: inland).points.toMillimetres
    settlement.banks.append(
      BankLine(
        reference: reference("bank"), line: try LineString(line), canal: settlement.canals.first?.name,
        date: "2024-02-01", source: "made up", author: "nobody"))
  }
}
