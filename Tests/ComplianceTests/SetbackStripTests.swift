import Compliance
import GEOS
import Geometry
import Settlement
import Testing

/// The ground on which nothing may be built, by the true distance.
@Suite struct SetbackStripTests {
  private static func strips(_ canal: Canal) throws -> [SetbackStrip] {
    var settlement = Settlement()
    settlement.canals = [canal]
    return try SetbackStrip.all(of: settlement, checker: Checker(book: TestBook.thailand))
  }

  /// A ring of 4 m round a rectangle of 60 m by 8 m and 3 m: sides, and a circle at the corners.
  @Test func roundARectangle() throws {
    let corners = [(0.0, 0.0), (60, 0), (60, 8), (0, 8)].map { Point(x: $0.0, y: $0.1) }
    let canal = Canal(reference: .init(), area: [try Polygon(corners: corners)], widthMetres: 8)
    let strip = try #require(try Self.strips(canal).first)
    #expect(strip.requiredMetres == 3)
    let expected = 2 * 3 * (60 + 8) + Double.pi * 9
    #expect(abs(try strip.area.area() - expected) < 0.02)
    try expectDistance(of: strip, canal)
  }

  /// Bends, inward ones too, an island, and a line with a width.
  @Test func everyPlaceOfTheLineIsSoFar() throws {
    var draw = Drawing(seed: 5)
    for number in 0..<8 {
      var canal = Canal(reference: .init(), name: "K", widthMetres: number % 2 == 0 ? 12 : 7)
      if number % 3 == 0 {
        canal.centreline = [try draw.line(corners: 9)]
      } else {
        canal.area = [
          try draw.star(
            around: Point(x: 0, y: 0), radius: 15...60, corners: 17, holeRadius: number == 4 ? 9 : nil)
        ]
      }
      let strip = try #require(try Self.strips(canal).first)
      try expectDistance(of: strip, canal)
    }
  }

  private func expectDistance(of strip: SetbackStrip, _ canal: Canal) throws {
    let water =
      canal.area.isEmpty ? Shape(canal.centreline) : try Shape(canal.area).boundary()
    let half = canal.area.isEmpty ? (canal.widthMetres ?? 0) / 2 : 0
    var places = 0
    for line in strip.line.lineStrings {
      for (a, b) in zip(line.points, line.points.dropFirst()) {
        for place in [a, Segment(start: a, end: b).midpoint] {
          places += 1
          let distance = try water.distance(to: .point(place)) - half
          #expect(abs(distance - strip.requiredMetres) <= SetbackStrip.chordMetres + 1e-6)
        }
      }
    }
    #expect(places > 20)
  }

  @Test func noneWhereNothingIsAsked() throws {
    let line = [try LineString([Point(x: 0, y: 0), Point(x: 100, y: 0)])]
    var canal = Canal(reference: .init(), centreline: line, widthMetres: 8, isCulvert: true)
    #expect(try Self.strips(canal).isEmpty)
    canal.isCulvert = false
    canal.widthMetres = nil
    #expect(try Self.strips(canal).isEmpty)
  }
}
