internal import Geometry

/// Finds the rectangles that meet a small one, by a grid of square cells.
///
/// Faster than a tree where the questions are much smaller than what is indexed, such as buildings beside canals.
struct CellIndex: Sendable {
  private let origin: Point
  private let side: Double
  private let columns: Int
  private let rows: Int
  /// What is at most so large is found in the one cell in which its south-western corner lies.
  private let look: Double
  /// Where in `numbers` each cell begins, row after row.
  private let starts: [Int32]
  private let numbers: [Int32]

  /// A cell is not made smaller than a few buildings, nor are there more than so many.
  private static let (leastSide, mostCells) = (64.0, 1 << 21)

  /// - Parameter look: how large most of what will be asked about is, in metres.
  init(_ bounds: [Bounds], look: Double = 0) {
    self.look = look
    let bounds = look > 0 ? bounds.map { $0.reachingWestAndSouth(byMetres: look) } : bounds
    var whole = Bounds()
    for rectangle in bounds { whole.include(rectangle) }
    origin = whole.isEmpty ? Point(x: 0, y: 0) : whole.minimum
    var side = Self.leastSide
    let mostEntries = 24.0 * Double(bounds.count) + 4096
    while Self.cells(whole, side) > Double(Self.mostCells)
      || bounds.reduce(0, { $0 + Self.cells($1, side) }) > mostEntries
    { side *= 2 }
    self.side = side
    columns = Int(whole.width / side) + 1
    rows = Int(whole.height / side) + 1
    var starts = [Int32](repeating: 0, count: columns * rows + 1)
    let spans = bounds.map { [origin, columns, rows] in
      CellSpan($0, origin: origin, side: side, columns: columns, rows: rows)
    }
    for span in spans { span.forEach(columns) { starts[$0 + 1] += 1 } }
    for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
    var free = starts
    var numbers = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    for (number, span) in spans.enumerated() {
      span.forEach(columns) { cell in
        numbers[Int(free[cell])] = Int32(number)
        free[cell] += 1
      }
    }
    self.starts = starts
    self.numbers = numbers
  }

  /// The numbers of the rectangles, which are the ones indexed, that meet `bounds`; ascending.
  func query(_ bounds: Bounds, among rectangles: [Bounds]) -> [Int] {
    var found: [Int32] = []
    find(bounds, into: &found)
    return found.lazy.map(Int.init).filter { rectangles[$0].meets(bounds) }
  }

  /// About how many cells a rectangle meets.
  private static func cells(_ bounds: Bounds, _ side: Double) -> Double {
    bounds.isEmpty
      ? 0 : ((bounds.width / side).rounded(.down) + 2) * ((bounds.height / side).rounded(.down) + 2)
  }

  /// Puts the numbers of all rectangles in the cells that `bounds` meets into `found`, ascending and each once.
  ///
  /// Some of them do not meet `bounds` itself.
  func find(_ bounds: Bounds, into found: inout [Int32]) {
    found.removeAll(keepingCapacity: true)
    if bounds.width <= look, bounds.height <= look {
      findInOneCell(bounds.minimum, into: &found)
      return
    }
    let span = CellSpan(bounds, origin: origin, side: side, columns: columns, rows: rows)
    span.forEach(columns) { cell in
      found.append(contentsOf: numbers[Int(starts[cell])..<Int(starts[cell + 1])])
    }
    guard span.count > 1 else { return }
    found.sort()
    var kept = 0
    for place in found.indices where place == 0 || found[place] != found[place - 1] {
      found[kept] = found[place]
      kept += 1
    }
    found.removeLast(found.count - kept)
  }
}

extension CellIndex {
  /// The places of the numbers in the cell of a point; none outside the grid.
  @inline(__always)
  private func places(at point: Point) -> Range<Int> {
    let (x, y) = ((point.x - origin.x) / side, (point.y - origin.y) / side)
    guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { return 0..<0 }
    let cell = Int(y) * columns + Int(x)
    return Int(starts[cell])..<Int(starts[cell + 1])
  }

  @inline(__always)
  private func findInOneCell(_ corner: Point, into found: inout [Int32]) {
    found.append(contentsOf: numbers[places(at: corner)])
  }
}

extension Bounds {
  fileprivate func reachingWestAndSouth(byMetres metres: Double) -> Bounds {
    guard !isEmpty else { return self }
    return Bounds(from: Point(x: minimum.x - metres, y: minimum.y - metres), to: maximum)
  }
}

/// The cells that a rectangle meets; none where it lies outside the grid.
private struct CellSpan {
  var columns = 0..<0
  var rows = 0..<0

  var count: Int { columns.count * rows.count }

  init(_ bounds: Bounds, origin: Point, side: Double, columns: Int, rows: Int) {
    guard !bounds.isEmpty, bounds.maximum.x >= origin.x, bounds.maximum.y >= origin.y else { return }
    self.columns = Self.range(bounds.minimum.x - origin.x, bounds.maximum.x - origin.x, side, columns)
    self.rows = Self.range(bounds.minimum.y - origin.y, bounds.maximum.y - origin.y, side, rows)
  }

  private static func range(_ from: Double, _ to: Double, _ side: Double, _ count: Int) -> Range<Int> {
    let first = Int(max(0, from) / side)
    return first < count ? first..<(min(Int(to / side), count - 1) + 1) : 0..<0
  }

  @inline(__always)
  func forEach(_ width: Int, _ body: (Int) -> Void) {
    for row in rows { for column in columns { body(row * width + column) } }
  }
}
