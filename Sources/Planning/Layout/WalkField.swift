import Geometry

/// How far it is to every place of an area from some part of it, by Dijkstra's search over a grid.
///
/// A walk goes along the grid or across its squares, so it comes out longer than the shortest by up to a twelfth.
struct WalkField {
  private let frame: Frame
  private let area: SlabMap
  private let lowest: Double
  private let rows: Int
  private var costs: [Double]

  /// Cells are this wide, in metres.
  static let step = 0.5
  /// More cells than this are not searched: the grid would not fit into memory.
  private static let most = 8_000_000

  init(open: Shape, sources: Shape, frame: Frame) {
    self.frame = frame
    let rings = open.polygons.flatMap(\.rings).map(frame.local)
    let places = rings.joined()
    let low = (places.map(\.u).min() ?? 0) - Self.step
    let width = ((places.map(\.u).max() ?? 0) - low) / Self.step
    let count = Int(min(width + 2, Double(Self.most)))
    lowest = (places.map(\.v).min() ?? 0) - Self.step
    let height = ((places.map(\.v).max() ?? 0) - lowest) / Self.step + 2
    rows = Int(min(height, Double(Self.most / max(1, count))))
    area = SlabMap(rings: rings, start: low, step: Self.step, count: count)
    let from = SlabMap(
      rings: sources.polygons.flatMap(\.rings).map(frame.local), start: low, step: Self.step, count: count)
    costs = Array(repeating: .infinity, count: count * rows)
    spread(from: from)
  }

  /// Nil where no way leads to the place.
  func metres(to place: Point) -> Double? {
    let local = frame.local(place)
    let column = ((local.u - area.start) / Self.step).rounded(.down)
    let row = ((local.v - lowest) / Self.step).rounded(.down)
    guard (0..<Double(area.count)).contains(column), (0..<Double(rows)).contains(row) else { return nil }
    let cell = Int(column) * rows + Int(row)
    let near = ([cell] + neighbours(of: cell).map(\.cell)).filter { costs[$0].isFinite }
    // Both ends of the walk may lie up to a cell away from the middle of theirs.
    return near.map { costs[$0] }.min().map { $0 + 2 * Self.step }
  }

  private func middle(_ cell: Int) -> Double { lowest + (Double(cell % rows) + 0.5) * Self.step }

  private mutating func spread(from sources: SlabMap) {
    let open = costs.indices.map { area.isFree($0 / rows, middle($0), middle($0)) }
    // Costs rise by half a metre or less than one: cells wait in rings of a tenth of a metre.
    var buckets: [[Int]] = [[]]
    for cell in costs.indices where open[cell] && sources.isFree(cell / rows, middle(cell), middle(cell)) {
      costs[cell] = 0
      buckets[0].append(cell)
    }
    var ring = 0
    while ring < buckets.count {
      // A ring may grow while it is worked off.
      while let cell = buckets[ring].popLast() {
        guard Self.ring(costs[cell]) == ring else { continue }
        for (next, metres) in neighbours(of: cell) where open[next] && costs[cell] + metres < costs[next] {
          costs[next] = costs[cell] + metres
          let place = Self.ring(costs[next])
          while buckets.count <= place { buckets.append([]) }
          buckets[place].append(next)
        }
      }
      ring += 1
    }
  }

  private static func ring(_ metres: Double) -> Int { Int(metres * 10) }

  private func neighbours(of cell: Int) -> [(cell: Int, metres: Double)] {
    let (column, row) = (cell / rows, cell % rows)
    var found: [(cell: Int, metres: Double)] = []
    for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)] {
      let (x, y) = (column + dx, row + dy)
      guard x >= 0, x < area.count, y >= 0, y < rows else { continue }
      found.append((x * rows + y, dx != 0 && dy != 0 ? Self.step * 2.0.squareRoot() : Self.step))
    }
    return found
  }
}
