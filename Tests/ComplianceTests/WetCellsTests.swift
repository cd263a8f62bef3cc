import Geometry
import Settlement
import TestSupport
import Testing

@testable import Compliance

/// Where the grid says dry there is no water; where it says wet there may be none, but not often.
@Suite struct WetCellsTests {
  @Test(arguments: 1...12)
  func neverDryInTheWater(seed: UInt64) throws {
    var draw = Drawing(seed: seed)
    var areas: [IndexedArea?] = [nil]
    for number in 0..<6 {
      let centre = Point(x: draw.number(-300...300), y: draw.number(-300...300))
      let star = try draw.star(
        around: centre, radius: number == 0 ? 100...160 : 5...60, corners: 11,
        holeRadius: number % 2 == 0 ? 4 : nil)
      areas.append(IndexedArea([star]))
    }
    let thin = [Point(x: -250, y: 3), Point(x: 250, y: 9), Point(x: 250, y: 9.2), Point(x: -250, y: 3.2)]
    areas.append(IndexedArea([try Polygon(corners: thin)]))
    let cells = WetCells(areas)
    var (wet, falselyWet) = (0, 0)
    for _ in 0..<20_000 {
      let point = Point(x: draw.number(-500...500), y: draw.number(-500...500))
      let isWater = areas.contains { $0?.contains(point) ?? false }
      if isWater { #expect(cells.mayBeWet(point)) }
      if isWater { wet += 1 }
      if !isWater, cells.mayBeWet(point) { falselyWet += 1 }
    }
    #expect(wet > 100)
    #expect(falselyWet < 3000)
  }

  @Test func withoutAnyAreaAllIsDry() {
    #expect(!WetCells([nil]).mayBeWet(Point(x: 0, y: 0)))
  }
}
