import Foundation
import GEOS
import Geometry
import TestSupport
import Testing

/// How much rounding a shape bears, against rounding itself.
@Suite struct ClearanceTests {
  private static func polygon(_ corners: [(Double, Double)]) throws -> Shape {
    .polygon(try Polygon(corners: corners.map { Point(x: $0.0, y: $0.1) }))
  }

  /// By hand: the shortest way from a corner to an edge that it is no end of, in metres.
  @Test func knownShapes() throws {
    let plot = try Self.polygon([(0, 0), (4, 0), (4, 7), (0, 7)])
    #expect(abs(try plot.minimumClearance() - 4) < 1e-12)
    let pinched = try Self.polygon([(0, 0), (10, 0), (10, 5), (5, 0.02), (0, 5)])
    #expect(abs(try pinched.minimumClearance() - 0.02) < 1e-12)
    #expect(try Shape.empty(.polygon).minimumClearance() == .infinity)
    #expect(try Shape.point(Point(x: 1, y: 1)).minimumClearance() == .infinity)
  }

  /// What moves each corner by less than half of the clearance leaves every random star valid.
  @Test func lessThanHalfIsHarmless() throws {
    var draw = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let count = Int.random(in: 5...14, using: &draw)
      let corners = (0..<count).map { number -> Point in
        let share = (Double(number) + Double.random(in: 0..<0.9, using: &draw)) / Double(count)
        let angle = share * 2 * Double.pi
        let radius = Double.random(in: 1...20, using: &draw)
        return Point(x: radius * cos(angle), y: radius * sin(angle))
      }
      let clearance = try Shape.polygon(Polygon(corners: corners)).minimumClearance()
      let most = 0.49 * clearance / 2.0.squareRoot()
      let moved = corners.map {
        Point(
          x: $0.x + Double.random(in: -most...most, using: &draw),
          y: $0.y + Double.random(in: -most...most, using: &draw))
      }
      #expect(try Shape.polygon(Polygon(corners: moved)).isValid())
    }
  }

  /// A neck narrower than a cell is merged or left out; what remains is valid and on the grid.
  @Test func onAGrid() throws {
    let necked = try Self.polygon([
      (0, 0), (10, 0), (10, 4.0004), (20, 4.0004), (20, 0), (30, 0), (30, 10), (20, 10), (20, 4.0006),
      (10, 4.0006), (10, 10), (0, 10),
    ])
    let gridded = try necked.onGrid(ofMetres: 0.01)
    #expect(try gridded.isValid())
    #expect(gridded.polygons.count == 2)
    #expect(abs(try gridded.area() - 200) < 0.01)
    #expect(throws: GEOSError.self) { try necked.onGrid(ofMetres: -1) }
  }
}
