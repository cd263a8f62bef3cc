import Compliance
import Geometry
import Settlement
import TestSupport
import Testing

/// The indexed distance against the slow one, on seeded cases: bends, islands, yards, touching and crossing.
@Suite struct DistanceTests {
  static let toleranceMetres = 1e-6

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func agreesWithBruteForceOnAreas(seed: UInt64) throws {
    var draw = Drawing(seed: seed)
    var settlement = Settlement()
    let pond = try draw.star(around: Point(x: 0, y: 0), radius: 20...40, corners: 14, holeRadius: 6)
    let other = try draw.star(around: Point(x: 90, y: 10), radius: 10...25, corners: 9, holeRadius: nil)
    settlement.canals = [
      Canal(reference: .init(), name: "pond", area: [pond, other], widthMetres: 25)
    ]
    try compare(&draw, settlement) { BruteForce.distance($0, toAreas: [pond, other]) }
  }

  @Test(arguments: [11, 12, 13, 14, 15, 16, 17, 18] as [UInt64])
  func agreesWithBruteForceOnLines(seed: UInt64) throws {
    var draw = Drawing(seed: seed)
    var settlement = Settlement()
    let lines = try (0..<3).map { _ in try draw.line(corners: 7) }
    let width = Double(4 + seed)
    settlement.canals = [
      Canal(reference: .init(), name: "khlong", centreline: lines, widthMetres: width)
    ]
    try compare(&draw, settlement) { BruteForce.distance($0, toLines: lines, widthMetres: width) }
  }

  /// Builds 150 houses by lot and compares those in reach.
  private func compare(
    _ draw: inout Drawing, _ settlement: Settlement, _ slow: (Polygon) -> Double
  ) throws {
    var settlement = settlement
    for number in 0..<150 {
      let place = Point(x: draw.number(-70...130), y: draw.number(-70...80))
      let house = try draw.star(
        around: place, radius: 3...8, corners: 6, holeRadius: number % 3 == 0 ? 1 : nil)
      settlement.houses.append(House(reference: .init(index: number), footprint: [house]))
    }
    let report = try Checker(book: TestBook.thailand).check(CheckedLayout(settlement: settlement))
    var compared = 0
    for (house, judgement) in zip(settlement.houses, report.setbacks) {
      let expected = slow(house.footprint[0])
      guard let measured = judgement.distanceMetres else {
        #expect(expected > 30, "house \(house.reference.index) was not measured")
        continue
      }
      compared += 1
      #expect(abs(measured - expected) <= Self.toleranceMetres, "house \(house.reference.index)")
      #expect(judgement.isOverWater == (expected == 0), "house \(house.reference.index)")
    }
    #expect(compared > 50)
  }
}

/// Shapes by lot.
struct Drawing {
  private var draw: SplitMix64

  init(seed: UInt64) { draw = SplitMix64(seed: seed) }

  mutating func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &draw) }

  /// A star-shaped outline, with a hole in its middle.
  mutating func star(
    around centre: Point, radius: ClosedRange<Double>, corners: Int, holeRadius: Double?
  ) throws -> Polygon {
    func ring(_ radii: [Double]) throws -> Ring {
      let points = radii.enumerated().map { number, radius in
        // Points on a circle without trigonometry: the half-angle formulas.
        let t = Double(number) / Double(radii.count) * 4 - 2
        let side = t < 0 ? -1.0 : 1.0
        let h = t < 0 ? t + 1 : t - 1
        let (c, s) = ((1 - h * h) / (1 + h * h), 2 * h / (1 + h * h))
        return centre + Vector(dx: side * c, dy: side * s) * radius
      }
      return try Ring(points + points.prefix(1))
    }
    let shell = try ring((0..<corners).map { _ in number(radius) })
    guard let holeRadius else { return Polygon(shell) }
    return Polygon(shell, holes: [try ring((0..<5).map { _ in number(holeRadius / 2...holeRadius) })])
  }

  mutating func line(corners: Int) throws -> LineString {
    var place = Point(x: number(-60...60), y: number(-60...60))
    var points = [place]
    for _ in 1..<corners {
      place = place + Vector(dx: number(-30...30), dy: number(-30...30))
      points.append(place)
    }
    return try LineString(points)
  }
}
