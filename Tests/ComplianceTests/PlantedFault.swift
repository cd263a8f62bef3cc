import Compliance
import Geometry
import Settlement
import SyntheticSettlements
import TestSupport
import Testing

/// One fault planted in a finished plan, and the rules any of which would name it.
struct PlantedFault {
  var name: String
  var rules: Set<String>
  var layout: CheckedLayout
}

/// Plants faults by lot.
struct FaultPlanter {
  let clean: CheckedLayout
  var draw: SplitMix64

  enum Kind: CaseIterable {
    case setbackShortByAMillimetre, overlapOfASquareCentimetre, overlapAsASliver, lostLanePiece, movedPlot
    case turnedPlot, swappedIdentities, swappedNumbers, duplicateIdentity, duplicateNumber, lostPlot,
      plotTwice
    case outsideSite, crossedOutline, shrunkPlot, onTree, narrowedLane, bridgedRow, movedBank
  }

  mutating func plant(_ kind: Kind) throws -> PlantedFault {
    var fault = PlantedFault(name: "\(kind)", rules: [], layout: clean)
    let plots = clean.plan.plots
    let pick = Int(draw.next() % UInt64(plots.count))
    let corners = Array(plots[pick].area[0].shell.points.dropLast())
    switch kind {
    case .setbackShortByAMillimetre:
      // Front rows: the first two corners stand on the setback line.
      let front = plots.indices.filter { plots[$0].row?.hasSuffix("front") == true }
      let chosen = front[pick % front.count]
      let square = Array(plots[chosen].area[0].shell.points.dropLast())
      let inland = try unit(square[3] - square[0])
      try fault.reshape(chosen, [square[0] - inland * 0.001, square[1], square[2], square[3]])
      fault.rules = ["canal-setback"]
    case .overlapOfASquareCentimetre:
      // Two neighbours of a row share the wall from corner 1 to corner 2; push the middle 1 cm out over 1 cm.
      let chosen = inner(pick)
      let square = Array(plots[chosen].area[0].shell.points.dropLast())
      let wall = try unit(square[2] - square[1])
      let out = try unit(square[1] - square[0])
      let middle = square[1] + wall * 3
      try fault.reshape(
        chosen,
        [
          square[0], square[1], middle, middle + out * 0.01, middle + wall * 0.01 + out * 0.01,
          middle + wall * 0.01, square[2], square[3],
        ])
      fault.rules = ["plot-overlap"]
    case .overlapAsASliver:
      let chosen = inner(pick)
      let square = Array(plots[chosen].area[0].shell.points.dropLast())
      let out = try unit(square[1] - square[0])
      try fault.reshape(chosen, [square[0], square[1] + out * 0.000_029, square[2], square[3]])
      fault.rules = ["plot-overlap"]
    case .lostLanePiece:
      fault.layout.plan.lanes.removeAll { $0.use == .lane && $0.widthMetres == 3 }
      fault.rules = ["frontage", "reach"]
    case .movedPlot:
      let angle = Double(draw.next() % 8)
      let step = [
        Vector(dx: 1, dy: 0), Vector(dx: 0, dy: 1), Vector(dx: 0.6, dy: 0.8), Vector(dx: -0.8, dy: 0.6),
      ][
        Int(angle) % 4]
      let metres = 0.02 + Double(draw.next() % 500) / 100
      try fault.reshape(pick, corners.map { $0 + step * (angle < 4 ? metres : -metres) })
      fault.rules = [
        "plot-overlap", "plot-on-lane", "plot-on-walkway", "frontage", "row-gap", "row-side", "canal-setback",
        "outside-site", "plot-on-road",
      ]
    case .turnedPlot:
      let centre = plots[pick].area[0].bounds.centre ?? corners[0]
      let (c, s) = (0.999_390_827, 0.034_899_497)  // 2 degrees
      try fault.reshape(
        pick,
        corners.map {
          let v = $0 - centre
          return centre + Vector(dx: c * v.dx - s * v.dy, dy: s * v.dx + c * v.dy)
        })
      fault.rules = [
        "plot-overlap", "plot-on-lane", "plot-on-walkway", "canal-setback", "row-side", "row-gap",
      ]
    case .swappedIdentities:
      let other = (pick + 1 + Int(draw.next() % UInt64(plots.count - 1))) % plots.count
      fault.layout.plan.plots[pick].id = plots[other].id
      fault.layout.plan.plots[other].id = plots[pick].id
      fault.rules = ["id-number"]
    case .swappedNumbers:
      let other = (pick + 1 + Int(draw.next() % UInt64(plots.count - 1))) % plots.count
      fault.layout.plan.plots[pick].number = plots[other].number
      fault.layout.plan.plots[other].number = plots[pick].number
      fault.rules = ["id-number", "number-order"]
    case .duplicateIdentity:
      fault.layout.plan.plots[pick].id = plots[(pick + 1) % plots.count].id
      fault.rules = ["id"]
    case .duplicateNumber:
      fault.layout.plan.plots[pick].number = plots[(pick + 1) % plots.count].number
      fault.rules = ["number"]
    case .lostPlot:
      fault.layout.plan.plots.remove(at: pick)
      fault.rules = ["plot-count"]
    case .plotTwice:
      fault.layout.plan.plots.append(plots[pick])
      fault.rules = ["plot-overlap"]
    case .outsideSite:
      // The site loses the land of one plot.
      let site = clean.settlement.site
      let bite = try Polygon(corners: corners)
      let holder = try #require(site.firstIndex { $0.holds(bite.bounds.centre ?? corners[0]) })
      fault.layout.settlement.site[holder] = Polygon(
        site[holder].shell, holes: site[holder].holes + [bite.shell])
      fault.rules = ["outside-site"]
    case .crossedOutline:
      try fault.reshape(pick, [corners[0], corners[2], corners[1], corners[3]])
      fault.rules = ["plot-geometry"]
    case .shrunkPlot:
      let back = try unit(corners[0] - corners[3])
      try fault.reshape(pick, [corners[0], corners[1], corners[2] + back * 0.3, corners[3] + back * 0.3])
      fault.rules = ["plot-size"]
    case .onTree:
      let place = try unit(corners[3] - corners[0])
      // 1 mm nearer than its clearance of 2 m, from a place in the open behind or before the plot.
      let tree = Segment(start: corners[2], end: corners[3]).midpoint + place * 1.999
      fault.layout.settlement.keeps.append(
        Keep(reference: .init(index: 9_000), shape: .point(tree), clearanceMetres: 2))
      fault.rules = ["on-kept"]
    case .narrowedLane:
      let lane = try #require(clean.plan.lanes.firstIndex { $0.use == .lane && $0.widthMetres == 3 })
      var square = Array(clean.plan.lanes[lane].area[0].shell.points.dropLast())
      square[2] = square[2] - (try unit(square[2] - square[1])) * 0.5
      square[3] = square[3] - (try unit(square[3] - square[0])) * 0.5
      fault.layout.plan.lanes[lane].area = [try Polygon(corners: square)]
      fault.rules = ["lane-width", "reach", "frontage"]
    case .bridgedRow:
      // A plot in the gap after a row.
      let ends = plots.indices.filter { $0 % 9 == 8 && $0 + 10 < plots.count }
      let chosen = ends[pick % ends.count]
      let square = Array(plots[chosen].area[0].shell.points.dropLast())
      let out = try unit(square[1] - square[0])
      var extra = plots[chosen]
      extra.id = "extra"
      extra.number = nil
      extra.area = [try Polygon(corners: square.map { $0 + out * 5.5 })]
      fault.layout.plan.plots.append(extra)
      fault.rules = ["plot-overlap", "plot-on-lane"]
    case .movedBank:
      let moved = 0.001 + Double(draw.next() % 3000) / 1000
      fault.layout.settlement.banks = try clean.settlement.canals.map { canal in
        // The bank with the plots runs from corner 6 to corner 5 of the made canal; corner 1 lies across the water.
        let points = canal.area[0].shell.points
        let (a, b) = (points[6], points[5])
        let landward = try unit(points[6] - points[1])
        return BankLine(
          reference: .init(index: 9_001), line: try LineString([a + landward * moved, b + landward * moved]),
          canal: canal.name, date: "2026-01-02", source: "survey", author: "a surveyor")
      }
      fault.rules = ["canal-setback"]
    }
    return fault
  }

  /// A plot that has a neighbour on its right-hand wall.
  private func inner(_ pick: Int) -> Int {
    pick % 9 == 8 || pick + 1 >= clean.plan.plots.count ? pick - 1 : pick
  }

  private func unit(_ vector: Vector) throws -> Vector { try #require(vector.unit) }
}

extension PlantedFault {
  mutating func reshape(_ plot: Int, _ corners: [Point]) throws {
    layout.plan.plots[plot].area = [try Polygon(corners: corners)]
  }
}

extension Polygon {
  func holds(_ point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(shell.points, shell.points.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }
}
