import Geometry

/// The shortest way with few turns over free ground, on a grid in the directions of a frame.
struct LaneRaster {
  private let frame: Frame
  private let start: SlabMap
  private let free: SlabMap
  private let goal: SlabMap
  private let lowest: Double
  private let rows: Int

  /// Cells are this wide, in metres.
  static let step = 0.5
  /// A turn costs as much as this many cells.
  private static let turn = 12
  /// More cells than this are not searched: the grid would not fit into memory.
  private static let most = 4_000_000

  init(free: Shape, start: Shape, goal: Shape, frame: Frame) {
    self.frame = frame
    let rings = free.polygons.flatMap(\.rings).map(frame.local)
    let places = rings.joined()
    let low = places.map(\.u).min() ?? 0
    let width = ((places.map(\.u).max() ?? 0) - low) / Self.step
    let count = Int(min(width + 1, Double(Self.most)))
    lowest = places.map(\.v).min() ?? 0
    let height = ((places.map(\.v).max() ?? 0) - lowest) / Self.step + 1
    rows = Int(min(height, Double(Self.most / max(1, count))))
    func map(_ rings: [[LocalPoint]]) -> SlabMap {
      SlabMap(rings: rings, start: low, step: Self.step, count: count)
    }
    self.free = map(rings)
    self.start = map(start.polygons.flatMap(\.rings).map(frame.local))
    self.goal = map(goal.polygons.flatMap(\.rings).map(frame.local))
  }

  /// Corner points from the start to the goal; nil where no way leads.
  func shortestPath() -> [Point]? {
    let open = cells(free)
    let goals = cells(goal)
    var search = GridSearch(columns: free.count, rows: rows, turn: Self.turn)
    let starts = cells(start).indices.filter { open[$0] && isMarked($0, in: start) }
    guard let cells = search.path(from: starts, open: open, to: goals) else { return nil }
    return cells.map { cell in
      frame.plane(
        LocalPoint(
          u: free.position(cell / rows) + Self.step / 2,
          v: lowest + (Double(cell % rows) + 0.5) * Self.step))
    }
  }

  /// Whether the middle of each cell lies in the area.
  private func cells(_ map: SlabMap) -> [Bool] {
    (0..<free.count * rows).map { isMarked($0, in: map) }
  }

  private func isMarked(_ cell: Int, in map: SlabMap) -> Bool {
    let middle = lowest + (Double(cell % rows) + 0.5) * Self.step
    return map.isFree(cell / rows, middle, middle)
  }
}

/// Dijkstra's search on a grid, in which a turn has its price.
struct GridSearch {
  let columns: Int
  let rows: Int
  let turn: Int

  /// The corners of the cheapest path, both ends included.
  mutating func path(from starts: [Int], open: [Bool], to goals: [Bool]) -> [Int]? {
    let states = columns * rows * 4
    var costs = [Int32](repeating: .max, count: states)
    var parents = [Int32](repeating: -1, count: states)
    // Costs are small whole numbers: a ring of buckets is enough.
    var buckets = Array(repeating: [Int](), count: turn + 2)
    var waiting = 0
    for cell in starts {
      for way in 0..<4 where costs[cell * 4 + way] > 0 {
        costs[cell * 4 + way] = 0
        buckets[0].append(cell * 4 + way)
        waiting += 1
      }
    }
    var cost = 0
    while waiting > 0 {
      let slot = cost % buckets.count
      while let state = buckets[slot].popLast() {
        waiting -= 1
        guard costs[state] == Int32(cost) else { continue }
        if goals[state / 4] { return corners(of: state, parents) }
        for way in 0..<4 {
          guard let next = neighbour(of: state / 4, way), open[next] else { continue }
          let price = Int32(cost + 1 + (way == state % 4 ? 0 : turn))
          guard price < costs[next * 4 + way] else { continue }
          costs[next * 4 + way] = price
          parents[next * 4 + way] = Int32(state)
          buckets[Int(price) % buckets.count].append(next * 4 + way)
          waiting += 1
        }
      }
      cost += 1
    }
    return nil
  }

  private func neighbour(of cell: Int, _ way: Int) -> Int? {
    let (column, row) = (cell / rows, cell % rows)
    switch way {
    case 0: return column + 1 < columns ? cell + rows : nil
    case 1: return column > 0 ? cell - rows : nil
    case 2: return row + 1 < rows ? cell + 1 : nil
    default: return row > 0 ? cell - 1 : nil
    }
  }

  private func corners(of last: Int, _ parents: [Int32]) -> [Int] {
    var corners = [last / 4]
    var state = last
    while parents[state] >= 0 {
      let before = Int(parents[state])
      if before % 4 != state % 4 || parents[before] < 0, before / 4 != corners.last {
        corners.append(before / 4)
      }
      state = before
    }
    return corners.reversed()
  }
}
