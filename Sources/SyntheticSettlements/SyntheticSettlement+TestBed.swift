public import Geometry
import Settlement

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SyntheticSettlement {
  /// Site A of facts/layout.md §1: a rectangle of one hectare, the canal along one long side.
  ///
  /// Published for it: 230 plots with parallel rows, 246 with mixed patterns (strict), corner-safe bound 303.
  public static func siteA() throws(InvalidShape) -> SyntheticSettlement {
    try straightStrip(named: "Site A", length: 200, depth: 50)
  }

  /// The strips of facts/layout.md §1 and §2.3, 200 m long.
  public static let stripDepthsMetres = [12.0, 15, 18, 20, 25]

  /// A strip 200 m long with a canal of 8 m on its long side and a public road on one short side.
  ///
  /// Published, strict: 47, 69, 70, 94, 116 plots for 12, 15, 18, 20 and 25 m.
  public static func strip(depthMetres: Double) throws(InvalidShape) -> SyntheticSettlement {
    try straightStrip(named: "strip \(depthMetres) m", length: 200, depth: depthMetres)
  }

  /// Site B of facts/layout.md §1: 1.09 ha behind a curved canal, with one obstacle.
  ///
  /// Published for it: 251 plots with parallel rows, 255 with mixed patterns (strict).
  public static func siteB() throws(InvalidShape) -> SyntheticSettlement {
    let bank = stride(from: 0.0, through: 184, by: 2).map { x in
      Point(x: x, y: 7 * sin(2 * .pi * x / 170)) + testBedOffset
    }
    let back = [(190.0, 58.0), (120, 55), (60, 63), (-6, 52)].map { Point(x: $0.0, y: $0.1) + testBedOffset }
    let obstacle = [(86.0, 26.0), (98, 26), (98, 38), (86, 38)]
      .map { Point(x: $0.0, y: $0.1) + testBedOffset }
    var settlement = try testBed(bank: bank.toMillimetres, back: back)
    settlement.keeps = [
      Keep(
        reference: .init(index: 3, id: "obstacle"), name: "obstacle",
        shape: .polygon(try Polygon(corners: obstacle)))
    ]
    return SyntheticSettlement(name: "Site B", settlement: settlement)
  }

  private static func straightStrip(named name: String, length: Double, depth: Double) throws(InvalidShape)
    -> SyntheticSettlement
  {
    let bank = [Point(x: 0, y: 0) + testBedOffset, Point(x: length, y: 0) + testBedOffset]
    let back = [Point(x: length, y: depth) + testBedOffset, Point(x: 0, y: depth) + testBedOffset]
    return SyntheticSettlement(name: name, settlement: try testBed(bank: bank, back: back))
  }

  /// Where (0, 0) of the test bed lies in UTM zone 47N.
  private static let testBedOffset = SettlementBuilder.origin - Point(x: 0, y: 0)

  /// Less than 10 m wide, so that MR 55 clause 42 asks for 3 m, as wide as the walkway of the test bed.
  private static let testBedCanalWidthMetres = 8.0

  /// The canal outside the bank, the public road outside the west side.
  private static func testBed(bank: [Point], back: [Point]) throws(InvalidShape) -> Settlement {
    var settlement = Settlement()
    settlement.site = [try Polygon(corners: bank + back)]
    let long = Bank(points: bank).lengthened(byMetres: 20)
    let far = long.moved(byMetres: -testBedCanalWidthMetres)
    settlement.canals = [
      Canal(
        reference: .init(index: 1, id: "canal"), name: "canal",
        area: [try Polygon(corners: (far.points + long.points.reversed()).toMillimetres)],
        widthMetres: testBedCanalWidthMetres)
    ]
    guard let front = bank.first, let corner = back.last else { return settlement }
    let edge = Bank(points: [front, corner])
    let road = edge.points + edge.moved(byMetres: SettlementBuilder.assumedRoadWidthMetres).points.reversed()
    settlement.roads = [
      Road(
        reference: .init(index: 2, id: "road"), name: "public road",
        area: [try Polygon(corners: road.toMillimetres)],
        widthMetres: SettlementBuilder.assumedRoadWidthMetres)
    ]
    return settlement
  }
}
