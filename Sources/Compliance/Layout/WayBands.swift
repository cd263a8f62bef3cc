internal import Geometry

/// How a walk from the doors spreads over the ways: band after band, each a metre farther in.
///
/// The pieces of all bands and what touches what are a graph. A piece with one neighbour is an end; one with three or
/// more is a fork; a round has neither.
struct WayBands {
  /// A way that ends, with the cells of its last piece.
  struct End {
    let cells: [Int]
    /// From the last fork, along the middles of the pieces.
    let metres: Double
  }

  private static let bandMetres = 1.0

  private let cells: WayCells
  /// The cells of each piece, its middle, and the pieces beside it.
  private var pieces: [[Int]] = []
  private var middles: [Point] = []
  private var beside: [Set<Int>] = []
  private var doors: Set<Int> = []

  init(_ cells: WayCells, from doors: [Int]) {
    self.cells = cells
    let walk = Self.walk(cells, from: doors)
    let bands = walk.map { $0.isFinite ? Int($0 / Self.bandMetres) : -1 }
    var owner = Array(repeating: -1, count: bands.count)
    for start in bands.indices where bands[start] >= 0 && owner[start] < 0 {
      var piece = [start]
      owner[start] = pieces.count
      var next = 0
      while next < piece.count {
        for near in Self.around(piece[next], in: cells) where owner[near] < 0 && bands[near] == bands[start] {
          owner[near] = pieces.count
          piece.append(near)
        }
        next += 1
      }
      if bands[start] == 0 { self.doors.insert(pieces.count) }
      pieces.append(piece)
    }
    beside = Array(repeating: [], count: pieces.count)
    for cell in bands.indices where owner[cell] >= 0 {
      for near in Self.around(cell, in: cells) where owner[near] >= 0 && owner[near] != owner[cell] {
        beside[owner[cell]].insert(owner[near])
      }
    }
    middles = pieces.map { piece in
      let sum = piece.reduce(Vector(dx: 0, dy: 0)) {
        $0 + (cells.middle(of: $1) - cells.middle(of: piece[0]))
      }
      return cells.middle(of: piece[0]) + sum * (1 / Double(piece.count))
    }
  }

  private static let neighbours = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]

  private static func around(_ cell: Int, in cells: WayCells) -> [Int] {
    neighbours.compactMap { cells.cell(cells.places[cell], $0.0, $0.1) }
  }

  /// Metres from the doors to every cell, in steps to the eight neighbours: at most a twelfth too long.
  private static func walk(_ cells: WayCells, from doors: [Int]) -> [Double] {
    var metres = Array(repeating: Double.infinity, count: cells.places.count)
    // A step is never longer than ten of these rings.
    let ring = cells.stepMetres / 5
    var waiting: [[Int]] = [doors]
    for door in doors { metres[door] = 0 }
    var number = 0
    while number < waiting.count {
      while let cell = waiting[number].popLast() {
        guard Int(metres[cell] / ring) == number else { continue }
        for (dx, dy) in neighbours {
          guard let next = cells.cell(cells.places[cell], dx, dy) else { continue }
          let far = metres[cell] + cells.stepMetres * (dx != 0 && dy != 0 ? 2.0.squareRoot() : 1)
          guard far < metres[next] else { continue }
          metres[next] = far
          let place = Int(far / ring)
          while waiting.count <= place { waiting.append([]) }
          waiting[place].append(next)
        }
      }
      waiting[number] = []
      number += 1
    }
    return metres
  }

  /// - Parameter shortest: what is no longer is a corner, in metres.
  func deadEnds(longerThan shortest: Double) -> [End] {
    var graph = self
    while true {
      let corners = graph.branches().filter { $0.metres <= shortest }
      if corners.isEmpty { break }
      for piece in corners.flatMap(\.pieces) { graph.take(out: piece) }
    }
    return graph.branches().map { End(cells: pieces[$0.pieces[0]], metres: $0.metres) }
  }

  private mutating func take(out piece: Int) {
    for other in beside[piece] { beside[other].remove(piece) }
    beside[piece] = []
  }

  /// From every end to the last fork or door, without that.
  private func branches() -> [(pieces: [Int], metres: Double)] {
    pieces.indices.compactMap { end in
      guard beside[end].count == 1, !doors.contains(end) else { return nil }
      var branch = [end]
      // The end of the way lies half a band beyond the middle of the last piece.
      var metres = Self.bandMetres / 2
      var (before, here) = (end, end)
      while let next = beside[here].filter({ $0 != before }).min() {
        // The piece at a door takes in the whole road: its middle says nothing of the way.
        metres += doors.contains(next) ? Self.bandMetres : middles[here].distance(to: middles[next])
        (before, here) = (here, next)
        if doors.contains(here) || beside[here].count != 2 { break }
        branch.append(here)
      }
      return (branch, metres)
    }
  }
}
