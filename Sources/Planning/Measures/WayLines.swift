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

  private func neighbours(_ cell: Int) -> [Bool] {
    let (x, y) = raster.place(of: cell)
    return Self.around.map { step in raster.cell(x + step.0, y + step.1).map { isLine[$0] } ?? false }
  }

  private func isTakenOff(_ cell: Int, _ isSecond: Bool) -> Bool {
    let near = neighbours(cell)
    let count = near.count { $0 }
    guard (2...6).contains(count) else { return false }
    let turns = near.indices.count { !near[$0] && near[($0 + 1) % 8] }
    guard turns == 1 else { return false }
    let (north, east, south, west) = (near[0], near[2], near[4], near[6])
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

  /// The dead ends, in metres from the last fork to the end.
  ///
  /// - Parameters:
  ///   - walk: metres from every cell to a road; a way that leads to a road is no dead end.
  ///   - shortest: what is shorter is a corner or a widening, in metres.
  func deadEnds(_ walk: WalkDistances, shortest: Double) -> [Double] {
    isLine.indices.compactMap { cell -> Double? in
      guard isLine[cell], isEnd(cell), walk.metres[cell].isFinite, walk.metres[cell] > 0 else { return nil }
      let metres = walk.metres[cell] - walk.metres[lastFork(before: cell, walk)]
      return metres > shortest ? metres : nil
    }
  }

  /// The line goes on from here one way only, be it by one cell or by two that touch.
  private func isEnd(_ cell: Int) -> Bool {
    let near = nextOnLine(cell)
    return !near.isEmpty && near.count <= 2 && areOneWay(near)
  }

  /// Back from an end along its line, to where it forks or reaches a road.
  private func lastFork(before end: Int, _ walk: WalkDistances) -> Int {
    var seen: Set = [end]
    var (before, here) = (end, end)
    while walk.metres[here] > 0 {
      let onward = nextOnLine(here).filter { next in
        !seen.contains(next) && (here == end || !touch(next, before))
      }
      guard let next = onward.first, areOneWay(onward) else { break }
      seen.insert(next)
      (before, here) = (here, next)
    }
    return here
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
