import GEOS
import Geometry
import TestSupport
import Testing

@testable import Planning

/// A way whose corners nearly fall together stays an outline when a file rounds them to a tenth of a millimetre.
@Suite struct SoundOutlineTests {
  /// A strip 3 m wide on a slant, with corners put in twice and thrice, a hair apart and not always in order.
  private static func strip(seed: UInt64) throws -> Polygon {
    var random = SplitMix64(seed: seed)
    let along = Vector(dx: 1, dy: .random(in: -0.5...0.5, using: &random))
    let base = [(0.0, 0.0), (10, 0), (20, 0), (20, 3), (12, 3), (0, 3)]
    let corners = base.flatMap { x, y in
      let corner = Point(x: 0, y: 0) + along * x + along.left * y
      let hair = 1.5e-4
      return (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Point(
          x: corner.x + .random(in: -hair...hair, using: &random),
          y: corner.y + .random(in: -hair...hair, using: &random))
      }
    }
    return try Polygon(corners: corners)
  }

  @Test(arguments: UInt64(0)..<200) func bearsRounding(seed: UInt64) throws {
    let strip = try Self.strip(seed: seed)
    let sound = try strip.sound(noding: Noding([strip]))
    let area = sound.reduce(0) { $0 + $1.areaInSquareMetres }
    #expect(abs(area - strip.areaInSquareMetres) < 0.02, "square metres")
    for shift in [0, 0.3e-4, 0.7e-4] {
      for piece in sound {
        let rounded = try Polygon(
          Ring(
            piece.shell.points.map {
              Point(x: (($0.x + shift) * 1e4).rounded() / 1e4, y: (($0.y + shift) * 1e4).rounded() / 1e4)
            }))
        #expect(try Shape.polygon(rounded).isValid(), "shifted by \(shift) m")
      }
    }
  }
}
