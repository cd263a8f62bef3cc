/// What is already taken on a map, found by squares of two centimetres.
struct LabelBoard {
  private static let cell = 20.0
  private var taken: [Quad] = []
  private var cells: [Cell: [Int]] = [:]
  /// Nothing is placed outside of it.
  let frame: PageBox

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  init(frame: PageBox) { self.frame = frame }

  mutating func take(_ quad: Quad) {
    for cell in Self.cells(under: quad.box) { cells[cell, default: []].append(taken.count) }
    taken.append(quad)
  }

  func isFree(_ quad: Quad) -> Bool {
    guard frame.contains(quad.box) else { return false }
    return !Self.cells(under: quad.box).contains { cell in
      cells[cell]?.contains { taken[$0].overlaps(quad) } ?? false
    }
  }

  /// Whether a line runs over no label.
  func isFree(_ line: Quad.Line) -> Bool {
    let box = PageBox(around: [line.from, line.to])
    return !Self.cells(under: box).contains { cell in
      cells[cell]?.contains { taken[$0].isCrossed(by: line) } ?? false
    }
  }

  private static func cells(under box: PageBox) -> [Cell] {
    func index(_ value: Double) -> Int { Int(min(max((value / cell).rounded(.down), -1000), 1000)) }
    let columns = index(box.x)...max(index(box.x), index(box.maxX))
    let rows = index(box.y)...max(index(box.y), index(box.maxY))
    return rows.flatMap { row in columns.map { Cell(column: $0, row: row) } }
  }
}
