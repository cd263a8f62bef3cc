import Geometry
import Planning
import Settlement
import TestSupport

/// A little site of whole metres, small enough to be searched through: a rectangle, an L, with a thing that stays, or
/// a narrow strip; the canal along its south, a public road along its west.
struct SmallSite {
  let frontage: Int
  let depth: Int
  let lane: Int
  let rowMaximum: Int
  let rowGap: Int
  let width: Int
  let height: Int
  /// Cut out of the north-east corner.
  let notch: GridBox?
  /// A thing that stays.
  let keep: GridBox?

  static let sideGap = 2
  /// The walkway, at the least required setback of 3 m.
  static let walkway = 3
  private static let road = 4

  init(seed: UInt64) {
    var draw = SplitMix64(seed: seed)
    let sizes = [(2, 3, 2), (2, 4, 1), (3, 4, 2), (2, 3, 1), (4, 7, 3)]
    (frontage, depth, lane) = sizes.randomElement(using: &draw) ?? sizes[0]
    rowMaximum = Int.random(in: 2...4, using: &draw)
    rowGap = Int.random(in: 2...4, using: &draw)
    let scale = frontage == 4 ? 2 : 1
    let isStrip = Int.random(in: 0..<4, using: &draw) == 0
    width = (isStrip ? Int.random(in: 8...14, using: &draw) : Int.random(in: 4...8, using: &draw)) * scale
    height =
      Self.walkway
      + (isStrip
        ? Int.random(in: depth...depth + 2, using: &draw) : Int.random(in: 4...8, using: &draw) * scale)
    let (w, h) = (width, height)
    func corner(_ size: Int, _ draw: inout SplitMix64) -> Int {
      Int.random(in: 1...max(1, size / 2), using: &draw)
    }
    notch =
      Int.random(in: 0..<3, using: &draw) == 0
      ? GridBox(w - corner(w, &draw)..<w, h - corner(h - Self.walkway, &draw)..<h) : nil
    if Int.random(in: 0..<3, using: &draw) == 0 {
      let x = Int.random(in: 0..<w - 1, using: &draw)
      let y = Int.random(in: Self.walkway..<h - 1, using: &draw)
      keep = GridBox(x..<x + 1, y..<y + 1)
    } else {
      keep = nil
    }
  }

  /// Where plots may stand.
  func isLand(_ x: Int, _ y: Int) -> Bool { y >= Self.walkway && isFree(x, y) }

  /// Where one may walk.
  func isWalkable(_ x: Int, _ y: Int) -> Bool {
    isFree(x, y) || ((-Self.road..<0).contains(x) && (0..<height).contains(y))
  }

  private func isFree(_ x: Int, _ y: Int) -> Bool {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return false }
    return ![notch, keep].compactMap(\.self).contains { $0.x.contains(x) && $0.y.contains(y) }
  }

  /// Every place where a plot can stand with clear ground before it.
  func places() -> [GridPlot] {
    (0..<width).flatMap { x in
      (Self.walkway..<height).flatMap { y in
        GridPlot.Facing.allCases.map {
          GridPlot(x: x, y: y, facing: $0, frontage: frontage, depth: depth, lane: lane)
        }
      }
    }.filter { $0.body.allSatisfy(isLand) && $0.front.allSatisfy(isWalkable) }
  }

  func request(isRelaxed: Bool) -> PlanRequest {
    var request = PlanRequest(rules: TestBook.book)
    request.plot = PlotSize(frontageMetres: Double(frontage), depthMetres: Double(depth))
    request.laneWidthMetres = Double(lane)
    request.walkwayWidthMetres = Double(Self.walkway)
    request.rowMaximumUnits = rowMaximum
    request.rowGapMetres = Double(rowGap)
    request.isRelaxed = isRelaxed
    return request
  }

  func settlement() throws -> Settlement {
    var settlement = Settlement()
    var outline = [(0, 0), (width, 0)]
    if let notch {
      outline += [
        (width, notch.y.lowerBound), (notch.x.lowerBound, notch.y.lowerBound), (notch.x.lowerBound, height),
      ]
    } else {
      outline.append((width, height))
    }
    settlement.site = [try Self.polygon(outline + [(0, height)])]
    settlement.canals = [
      Canal(
        reference: .init(index: 0, id: "canal"),
        area: [try Self.polygon([(-20, -8), (width + 20, -8), (width + 20, 0), (-20, 0)])], widthMetres: 8)
    ]
    settlement.roads = [
      Road(
        reference: .init(index: 1, id: "road"),
        area: [try Self.polygon([(-Self.road, 0), (0, 0), (0, height), (-Self.road, height)])],
        widthMetres: Double(Self.road))
    ]
    if let keep {
      let (x, y) = (keep.x.lowerBound, keep.y.lowerBound)
      let shape = Shape.polygon(try Self.polygon([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]))
      settlement.keeps = [Keep(reference: .init(index: 2, id: "keep"), shape: shape)]
    }
    return settlement
  }

  private static func polygon(_ corners: [(Int, Int)]) throws -> Polygon {
    try Polygon(corners: corners.map { Point(x: 660_000 + Double($0.0), y: 1_530_000 + Double($0.1)) })
  }
}
