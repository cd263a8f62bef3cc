internal import Geometry

/// A grid that knows where there is no water at all, so that most buildings need not be looked for in any canal.
struct WetCells: Sendable {
  private let origin: Point
  private let side: Double
  private let columns: Int
  private let rows: Int
  /// A bit for each cell that some drawn area meets.
  private var bits: [UInt64]

  private static let (leastSide, mostCells) = (8.0, 1 << 26)
  /// Rounding must not lead past a cell.
  private static let margin = 0.001

  init(_ areas: [IndexedArea?]) {
    var bounds = Bounds()
    for area in areas { if let area { bounds.include(area.bounds) } }
    origin = bounds.isEmpty ? Point(x: 0, y: 0) : bounds.minimum
    var side = Self.leastSide
    while (bounds.width / side + 2) * (bounds.height / side + 2) > Double(Self.mostCells) { side *= 2 }
    self.side = side
    columns = Int(bounds.width / side) + 1
    rows = Int(bounds.height / side) + 1
    bits = [UInt64](repeating: 0, count: (columns * rows + 63) / 64)
    for area in areas { if let area { add(area) } }
  }

  /// False only where no area contains the point.
  @inline(__always)
  func mayBeWet(_ point: Point) -> Bool {
    let (x, y) = ((point.x - origin.x) / side, (point.y - origin.y) / side)
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return false }
    let cell = Int(y) * columns + Int(x)
    return bits[cell >> 6] >> UInt64(cell & 63) & 1 == 1
  }

  /// Cells that the outline meets, and those whose middle lies within: all others are dry.
  private mutating func add(_ area: IndexedArea) {
    var crossings: [(row: Int, x: Double)] = []
    for edge in area.edges {
      let (low, high) = edge.start.y <= edge.end.y ? (edge.start, edge.end) : (edge.end, edge.start)
      let isFlat = high.y - low.y < 2 * Self.margin
      for row in row(of: low.y - Self.margin)...row(of: high.y + Self.margin) {
        let bottom = origin.y + Double(row) * side
        let first = isFlat ? low.x : Self.x(of: (low, high), at: max(low.y, bottom - Self.margin))
        let last = isFlat ? high.x : Self.x(of: (low, high), at: min(high.y, bottom + side + Self.margin))
        mark(row, from: min(first, last) - Self.margin, to: max(first, last) + Self.margin)
        let middle = bottom + side / 2
        if low.y <= middle, middle < high.y { crossings.append((row, Self.x(of: (low, high), at: middle))) }
      }
    }
    crossings.sort { ($0.row, $0.x) < ($1.row, $1.x) }
    for place in stride(from: 0, to: crossings.count - 1, by: 2) {
      mark(crossings[place].row, from: crossings[place].x, to: crossings[place + 1].x)
    }
  }

  private static func x(of edge: (low: Point, high: Point), at y: Double) -> Double {
    guard edge.high.y > edge.low.y else { return edge.low.x }
    return edge.low.x + (y - edge.low.y) / (edge.high.y - edge.low.y) * (edge.high.x - edge.low.x)
  }

  private func row(of y: Double) -> Int { min(rows - 1, max(0, Int((y - origin.y) / side))) }

  private mutating func mark(_ row: Int, from west: Double, to east: Double) {
    let first = min(columns - 1, max(0, Int((west - origin.x) / side)))
    let last = min(columns - 1, max(first, Int((east - origin.x) / side)))
    for column in first...last {
      let cell = row * columns + column
      bits[cell >> 6] |= 1 << UInt64(cell & 63)
    }
  }
}
