import Geometry

/// The middle lines of the ways on their raster, one cell wide: where ways fork, and where they end.
///
/// Thinned after T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for thinning digital patterns", Communications
/// of the ACM 27 (1984).
struct WayLines {
  private let raster: WalkRaster
  private var isLine: [Bool]

  init(_ raster: WalkRaster) {
    self.raster = raster
    isLine = raster.isOpen
    var cells = isLine.indices.filter { isLine[$0] }
    while true {
      let before = cells.count
      for isSecond in [false, true] {
        let gone = cells.filter { isTakenOff($0, isSecond) }
        for cell in gone { isLine[cell] = false }
        cells.removeAll { !isLine[$0] }
      }
      if cells.count == before { break }
    }
  }

  /// The eight neighbours, from the north clockwise.
  private static let around = [(0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1)]
  /// The same, those that share a side first.
  private static let nearestFirst = [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, -1), (-1, 1)]

  /// Which of the eight neighbours are on the line, from the north clockwise, one bit each.
  private func neighbours(_ cell: Int) -> UInt8 {
    let (x, y) = raster.place(of: cell)
    var bits: UInt8 = 0
    for (place, step) in Self.around.enumerated() {
      if let near = raster.cell(x + step.0, y + step.1), isLine[near] { bits |= 1 << UInt8(place) }
    }
    return bits
  }

  /// How many lines leave a cell: how often, once round, a neighbour off the line is followed by one on it.
  private static func arms(_ near: UInt8) -> Int { (~near & (near >> 1 | near << 7)).nonzeroBitCount }

  private func isFork(_ cell: Int) -> Bool { Self.arms(neighbours(cell)) > 2 }

  private func isTakenOff(_ cell: Int, _ isSecond: Bool) -> Bool {
    let near = neighbours(cell)
    guard (2...6).contains(near.nonzeroBitCount) else { return false }
    guard Self.arms(near) == 1 else { return false }
    func isOn(_ place: UInt8) -> Bool { near & (1 << place) != 0 }
    let (north, east, south, west) = (isOn(0), isOn(2), isOn(4), isOn(6))
    return isSecond
      ? !(north && east && west) && !(north && south && west)
      : !(north && east && south) && !(east && south && west)
  }

  private func nextOnLine(_ cell: Int) -> [Int] {
    let (x, y) = raster.place(of: cell)
    return Self.nearestFirst.compactMap { step in
      raster.cell(x + step.0, y + step.1).flatMap { isLine[$0] ? $0 : nil }
    }
  }

  /// A way that leads nowhere else, from its end to the last fork.
  struct DeadEnd {
    /// The first is the end.
    let cells: [Int]
    let metres: Double
  }

  /// The dead ends, in metres from the last fork to the end.
  ///
  /// - Parameters:
  ///   - walk: metres from every cell to a road; a way that leads to a road is no dead end.
  ///   - shortest: what is shorter is a corner or a widening, in metres.
  mutating func deadEnds(_ walk: WalkDistances, shortest: Double) -> [DeadEnd] {
    // A square end is thinned to a fork into its corners; without those spurs the fork is the end.
    for _ in 0..<Self.rounds {
      let spurs = branches(walk).filter { Double($0.cells.count) * raster.stepMetres <= shortest }
      if spurs.isEmpty { break }
      for cell in spurs.flatMap(\.cells) { isLine[cell] = false }
    }
    return branches(walk).filter { Double($0.cells.count) * raster.stepMetres > shortest }.compactMap {
      branch in
      branch.cells.first.map {
        DeadEnd(cells: branch.cells, metres: max(0, walk.metres[$0] - walk.metres[branch.fork]))
      }
    }
  }

  /// Spurs have spurs of their own, if seldom.
  private static let rounds = 3

  /// Every line from an end to its last fork, without the fork.
  private func branches(_ walk: WalkDistances) -> [(cells: [Int], fork: Int)] {
    isLine.indices.compactMap { cell in
      guard isLine[cell], isEnd(cell), walk.metres[cell].isFinite, walk.metres[cell] > 0 else { return nil }
      return branch(from: cell, walk)
    }
  }

  /// One line leaves here, be it by one cell or by two side by side.
  private func isEnd(_ cell: Int) -> Bool {
    let near = neighbours(cell)
    return near.nonzeroBitCount <= 2 && Self.arms(near) == 1
  }

  /// Back from an end along its line, to where it forks or reaches a road.
  private func branch(from end: Int, _ walk: WalkDistances) -> (cells: [Int], fork: Int) {
    var seen: Set = [end]
    var (before, here) = (end, end)
    var cells: [Int] = []
    while walk.metres[here] > 0, !isFork(here) {
      let near = nextOnLine(here).filter { !seen.contains($0) }
      // A fork close by must not be passed on the slant.
      let onward = near.first(where: isFork).map { [$0] } ?? near.filter { here == end || !touch($0, before) }
      guard let next = onward.first, areOneWay(onward) else { break }
      cells.append(here)
      seen.insert(next)
      (before, here) = (here, next)
    }
    return (cells, here)
  }

  /// Cells that all touch are steps of one line, not several ways to go on.
  private func areOneWay(_ cells: [Int]) -> Bool {
    cells.allSatisfy { one in cells.allSatisfy { touch(one, $0) } }
  }

  private func touch(_ cell: Int, _ other: Int) -> Bool {
    let (a, b) = (raster.place(of: cell), raster.place(of: other))
    return abs(a.x - b.x) <= 1 && abs(a.y - b.y) <= 1
  }
}
