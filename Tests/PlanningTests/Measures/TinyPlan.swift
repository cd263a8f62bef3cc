import Geometry
import Settlement

/// A plan drawn by hand on 60 x 40 m: canal in the south, road in the west, a walkway and a lane from the road to the
/// east, nine plots of 4 x 7 m on each of them, and three of today's houses.
struct TinyPlan {
  var settlement = Settlement()
  var plan = Plan()

  init() throws {
    settlement.site = [try Self.box(0, 0, 60, 40)]
    settlement.canals = [
      Canal(
        reference: .init(index: 1), name: "khlong", area: [try Self.box(-50, -25, 110, 0)], widthMetres: 25)
    ]
    settlement.roads = [Road(reference: .init(index: 2), area: [try Self.box(-6, -5, 0, 45)])]
    plan.lanes = [
      Lane(reference: .init(index: 3), use: .walkway, area: [try Self.box(0, 3, 60, 6)], widthMetres: 3),
      Lane(reference: .init(index: 4), use: .lane, area: [try Self.box(0, 22, 60, 25)], widthMetres: 3),
    ]
    for unit in 0..<9 { try add(x: 4 + Double(unit) * 4, y: 6) }
    for unit in 0..<9 { try add(x: 4 + Double(unit) * 4, y: 15) }
    // On the first plot, on the walkway, on the lane.
    for (number, box) in try [Self.box(5, 7, 7, 9), Self.box(30, 3.5, 33, 5.5), Self.box(20, 22.5, 22, 24.5)]
      .enumerated()
    {
      settlement.houses.append(
        House(reference: .init(index: 100 + number), footprint: [box], houseNumber: "\(number + 1)"))
    }
  }

  mutating func add(x: Double, y: Double, width: Double = 4, depth: Double = 7) throws {
    let number = plan.plots.count + 1
    plan.plots.append(
      Plot(
        reference: .init(index: 10 + number), id: "P\(number)", number: number,
        area: [try Self.box(x, y, x + width, y + depth)]))
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Polygon {
    try Polygon(
      corners: [(west, south), (east, south), (east, north), (west, north)].map { Point(x: $0.0, y: $0.1) })
  }
}
