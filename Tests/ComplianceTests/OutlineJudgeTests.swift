import Geometry
import Regulations
import Settlement
import TestSupport
import Testing

@testable import Compliance

/// The fast judge of outlines against the other one and against every edge by every edge.
@Suite struct OutlineJudgeTests {
  /// Canals with islands, two parts, centre lines with width; buildings that touch, cross, lie along and inside.
  private static func waters(_ random: inout SplitMix64) throws -> Settlement {
    var settlement = Settlement()
    for number in 0..<8 {
      let (x, y) = (Double(number % 4) * 60, Double(number / 4) * 70)
      var canal = Canal(reference: FeatureReference(index: number), name: "K\(number)")
      canal.widthMetres = [4, 9.5, 12, nil].randomElement(using: &random) ?? 8
      if number % 3 == 0 {
        let points = (0..<5).map {
          Point(x: x + Double($0) * 15, y: y + Double.random(in: 0...20, using: &random))
        }
        canal.centreline = [try LineString(points)]
      } else {
        let wide = Double.random(in: 10...40, using: &random)
        let shell = try Ring(corners(x, y, 50, wide))
        let island = try Ring(corners(x + 20, y + wide / 4, 8, wide / 2))
        canal.area = [Polygon(shell, holes: number % 2 == 0 ? [island] : [])]
        if number == 5 {
          canal.area.append(try Polygon(corners: Array(corners(x, y + 50, 20, 4).dropLast())))
        }
      }
      settlement.canals.append(canal)
    }
    return settlement
  }

  private static func corners(_ x: Double, _ y: Double, _ width: Double, _ depth: Double) -> [Point] {
    [(0, 0), (width, 0), (width, depth), (0, depth), (0, 0)].map { Point(x: x + $0.0, y: y + $0.1) }
  }

  @Test(arguments: 1...20)
  func agree(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let settlement = try Self.waters(&random)
    let checker = Checker(book: TestBook.thailand)
    let judge = try SetbackJudge(settlement, checker: checker)
    let outlines = OutlineJudge(judge)
    for _ in 0..<150 {
      // Half of them on whole metres, so that they touch and lie along the water's edge.
      let isWhole = Bool.random(using: &random)
      func draw(_ range: ClosedRange<Double>) -> Double {
        let number = Double.random(in: range, using: &random)
        return isWhole ? number.rounded() : number
      }
      let ring = try Ring(Self.corners(draw(-20...260), draw(-20...160), draw(1...25), draw(1...25)))
      let fast = Array(ring.points.dropLast()).withUnsafeBufferPointer { outlines.judgement(of: $0) }
      #expect(fast == judge.judgement(ofOutline: ring))
      let building = Polygon(ring)
      let measured = settlement.canals.map { canal in
        canal.area.isEmpty
          ? BruteForce.distance(building, toLines: canal.centreline, widthMetres: canal.widthMetres ?? 0)
          : BruteForce.distance(building, toAreas: canal.area)
      }
      if let distance = fast.distanceMetres, let canal = fast.canal.flatMap({ Int($0.dropFirst()) }) {
        #expect(abs(distance - measured[canal]) <= 1e-6)
      } else {
        #expect(measured.allSatisfy { $0 > 30 })
      }
    }
  }

  @Test(arguments: 1...8)
  func cellsFindWhatMeets(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func rectangle(_ room: Double) -> Bounds {
      let (x, y) = (
        Double.random(in: -room...room, using: &random), Double.random(in: -room...room, using: &random)
      )
      return Bounds(
        from: Point(x: x, y: y),
        to: Point(
          x: x + Double.random(in: 0...90, using: &random), y: y + Double.random(in: 0...900, using: &random))
      )
    }
    let all = (0..<300).map { $0 % 50 == 7 ? Bounds() : rectangle($0 == 9 ? 9e7 : 2000) }
    let index = CellIndex(all)
    for _ in 0..<300 {
      let asked = rectangle(3000)
      #expect(index.query(asked, among: all) == all.indices.filter { all[$0].meets(asked) })
    }
    #expect(CellIndex([]).query(rectangle(10), among: []) == [])
  }
}
