import GEOS
import Geometry
import Settlement
import SyntheticSettlements
import Testing

/// A made settlement that is itself wrong would make every property test that stands on it worthless.
struct RandomSettlementTests {
  @Test(arguments: UInt64(0)..<200)
  func isSound(seed: UInt64) throws {
    let made = try SyntheticSettlement.random(seed: seed)
    let settlement = made.settlement
    for shape in settlement.everyShape { #expect(try shape.isValid(), "\(made)") }
    for site in settlement.site {
      let land = Shape.polygon(site)
      let gates =
        settlement.roads.filter(\.givesAccess).map(\.shape) + settlement.accessPoints.map { .point($0.point) }
      #expect(try gates.contains { try land.isWithin(metres: 3.1, of: $0) }, "\(made): no way in")
    }
    let standing = settlement.houses.map(\.shape) + settlement.keeps.map(\.shape)
    for (index, shape) in standing.enumerated() {
      #expect(try standing.dropFirst(index + 1).allSatisfy { try !shape.intersects($0) }, "\(made): overlap")
    }
  }

  /// Another figure here means that old seeds no longer say the same: findings kept by seed would be lost.
  static let digests: [(seed: UInt64, digest: UInt64)] = [
    (1, 1_525_419_508_470_434_871), (2, 1_147_470_486_090_651_354), (3, 5_234_642_139_687_767_046),
    (1000, 18_434_954_210_901_379_875),
  ]

  @Test(arguments: digests)
  func sameOnEveryMachine(seed: UInt64, digest: UInt64) throws {
    let found = try SyntheticSettlement.random(seed: seed).settlement.digest
    #expect(found == digest, "found \(found)")
  }

  @Test(arguments: SyntheticSettlement.Traits.Course.allCases)
  func traitsAreHeeded(course: SyntheticSettlement.Traits.Course) throws {
    var traits = SyntheticSettlement.Traits()
    traits.course = course
    (traits.depthMetres, traits.keeps, traits.hasBothBanks) = (40, 2, true)
    traits.bankLineInlandMetres = 2
    let settlement = try SyntheticSettlement.made(traits, seed: 5).settlement
    #expect(settlement.site.count == 2)
    #expect(settlement.banks.count == 2)
    #expect(!settlement.keeps.isEmpty)
    #expect(settlement.roads.count == 2)
  }
}

extension Road {
  var shape: Shape { area.isEmpty ? Shape(centreline) : Shape(area) }
}

extension Settlement {
  /// Everything that has an area or a line.
  var everyShape: [Shape] {
    site.map(Shape.polygon) + canals.map { Shape($0.area) } + canals.map { Shape($0.centreline) }
      + banks.map { Shape.lineString($0.line) } + roads.map(\.shape) + lanes.map { Shape($0.centreline) }
      + keeps.map(\.shape) + houses.map(\.shape)
  }

  /// FNV-1a over all coordinates (Fowler, Noll, Vo; public domain).
  var digest: UInt64 {
    let lines = everyShape.flatMap { shape in
      shape.points + shape.lineStrings.flatMap(\.points)
        + shape.polygons.flatMap { $0.rings.flatMap(\.points) }
    }
    return lines.flatMap { [$0.x.bitPattern, $0.y.bitPattern] }.reduce(0xCBF2_9CE4_8422_2325) { hash, word in
      (hash ^ word) &* 0x100_0000_01B3
    }
  }
}
