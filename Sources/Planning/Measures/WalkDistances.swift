import Geometry

/// How far every place of the ways lies from the nearest goal, along the ways.
///
/// Dijkstra's search over cells with 32 directions, none of which cuts a corner. A straight walk comes out up to
/// 1.4 % too long, and each end is good to one cell (half a metre).
struct WalkDistances {
  /// For each cell of the raster; infinity where no way leads.
  private(set) var metres: [Double]

  /// One step to a cell nearby, and what it passes over.
  private struct Move {
    let dx: Int, dy: Int
    let cells: Double
    let passes: [(dx: Int, dy: Int)]
  }

  private static let moves: [Move] = (-3...3).flatMap { dx in
    (-3...3).compactMap { dy in
      guard common(abs(dx), abs(dy)) == 1 else { return nil }
      return Move(
        dx: dx, dy: dy, cells: Double(dx * dx + dy * dy).squareRoot(), passes: passed(dx, dy))
    }
  }

  private static func common(_ a: Int, _ b: Int) -> Int { b == 0 ? a : common(b, a % b) }

  /// The cells between, those that are only touched at a corner too.
  private static func passed(_ dx: Int, _ dy: Int) -> [(dx: Int, dy: Int)] {
    var cells: [(dx: Int, dy: Int)] = []
    let parts = 48
    for part in 0...parts {
      let (x, y) = (Double(dx * part) / Double(parts), Double(dy * part) / Double(parts))
      for (sideX, sideY) in [(-1e-3, -1e-3), (-1e-3, 1e-3), (1e-3, -1e-3), (1e-3, 1e-3)] {
        let cell = (dx: Int((x + sideX).rounded()), dy: Int((y + sideY).rounded()))
        let isEnd = cell == (0, 0) || cell == (dx, dy)
        if !isEnd, !cells.contains(where: { $0 == cell }) { cells.append(cell) }
      }
    }
    return cells
  }

  init(in raster: WalkRaster, to goals: [Int]) {
    metres = Array(repeating: .infinity, count: raster.isOpen.count)
    var waiting = DistanceHeap()
    for goal in goals where metres[goal] > 0 {
      metres[goal] = 0
      waiting.push(goal, 0)
    }
    while let (cell, distance) = waiting.pop() {
      guard distance <= metres[cell] else { continue }
      let (x, y) = raster.place(of: cell)
      for move in Self.moves {
        guard let next = raster.cell(x + move.dx, y + move.dy), raster.isOpen[next] else { continue }
        let far = distance + move.cells * raster.stepMetres
        guard far < metres[next], move.passes.allSatisfy({ raster.isOpen(x + $0.dx, y + $0.dy) }) else {
          continue
        }
        metres[next] = far
        waiting.push(next, far)
      }
    }
  }

  /// From a door beside the ways; nil where no way leads to a goal.
  func metres(from door: Point, in raster: WalkRaster) -> Double? {
    let near = raster.openCells(near: door, withinMetres: 2.5 * raster.stepMetres)
    let least = near.map { metres[$0.cell] + $0.metres }.min() ?? .infinity
    return least.isFinite ? least : nil
  }
}

/// The nearest of many waiting cells first; of equals the one with the smaller number.
private struct DistanceHeap {
  private var entries: [(metres: Double, cell: Int)] = []

  private func stands(_ a: Int, before b: Int) -> Bool { entries[a] < entries[b] }

  mutating func push(_ cell: Int, _ metres: Double) {
    entries.append((metres, cell))
    var place = entries.count - 1
    while place > 0, stands(place, before: (place - 1) / 2) {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (cell: Int, metres: Double)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    guard !entries.isEmpty else { return (first.cell, first.metres) }
    entries[0] = last
    var place = 0
    while true {
      var least = 2 * place + 1
      guard least < entries.count else { break }
      if least + 1 < entries.count, stands(least + 1, before: least) { least += 1 }
      guard stands(least, before: place) else { break }
      entries.swapAt(place, least)
      place = least
    }
    return (first.cell, first.metres)
  }
}

extension [MeasureID: Double] {
  /// Walks from every front to a road and to the canal, and along which a fire hose is laid.
  mutating func noteWalks(_ layout: MeasuredLayout, _ ways: MeasuredWays, _ plots: MeasuredPlots) throws {
    guard !plots.plots.isEmpty, !ways.entrances.isEmpty else { return }
    let areas = ways.ways.flatMap(\.area.polygons) + ways.entrances.polygons
    var bounds = Bounds()
    for area in areas { bounds.include(area.bounds) }
    // Four cells across the narrowest way, so that none is lost between the middles.
    var raster = WalkRaster(bounds, stepMetres: Swift.min(0.5, Swift.max(0.1, ways.leastWidthMetres / 4)))
    for area in areas { raster.open(area) }
    let doors = plots.plots.map { $0.front?.door }

    let isFireElsewhere = ways.fireWays != ways.entrances
    let goals = ([ways.entrances, ways.walkway] + (isFireElsewhere ? [ways.fireWays] : [])).map {
      raster.openCells(in: $0.polygons)
    }
    let found = Parallel.map(goals) { [raster] in WalkDistances(in: raster, to: $0) }
    let road = found[0]
    func walks(_ distances: WalkDistances) -> [Double] {
      doors.compactMap { $0.flatMap { distances.metres(from: $0, in: raster) } }
    }
    let toRoad = walks(road)
    // A way ends half its width beyond its middle line, and a corner reaches no farther out than its width.
    let width = ways.commonWidthMetres
    var lines = WayLines(raster)
    let ends = lines.deadEnds(road, shortest: width).map { $0.metres + width / 2 }
    self[.deadEnds] = Double(ends.count)
    self[.longestDeadEnd] = ends.max() ?? 0
    self[.plotsWithoutWay] = Double(doors.count - toRoad.count)
    self[.walkToRoadMean] = toRoad.mean
    self[.walkToRoadMost] = toRoad.max()
    let toCanal = walks(found[1])
    self[.walkToCanalMean] = toCanal.mean
    self[.walkToCanalMost] = toCanal.max()
    let toFire = isFireElsewhere ? walks(found[2]) : toRoad
    for (id, reach) in [(MeasureID.fireReach30, 30.0), (.fireReach90, 90)] {
      self[id] = 100 * Double(toFire.count { $0 <= reach }) / Double(doors.count)
    }
  }
}

extension [Double] {
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
