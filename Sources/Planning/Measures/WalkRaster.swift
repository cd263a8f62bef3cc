import Geometry

/// The ground one may walk on as square cells. They lie in tiles, and only tiles with ways take memory.
struct WalkRaster {
  let stepMetres: Double
  private let origin: Point
  private let tilesWide: Int
  private let tilesHigh: Int
  /// For each tile its number among those in memory; -1 for the others.
  private var numbers: [Int32]
  /// Where each tile in memory lies.
  private(set) var tiles: [(x: Int, y: Int)] = []
  private(set) var isOpen: [Bool] = []

  /// Cells along the side of a tile: a power of two.
  static let side = 64
  /// Land of more tiles is laid out in larger cells, so that the map of tiles fits into memory.
  private static let mostTiles = 4_000_000.0

  /// - Parameters:
  ///   - bounds: of all areas that will be marked.
  ///   - stepMetres: side of a cell; larger where the land is very wide.
  init(_ bounds: Bounds, stepMetres: Double) {
    let wider = bounds.widened(byMetres: 2 * stepMetres)
    let tile = Double(Self.side)
    let needed = (wider.width / stepMetres / tile + 1) * (wider.height / stepMetres / tile + 1)
    let step = stepMetres * max(1, (needed / Self.mostTiles).squareRoot())
    self.stepMetres = step
    origin = wider.isEmpty ? Point(x: 0, y: 0) : wider.minimum
    tilesWide = Int(min(1e7, wider.width / step / tile)) + 1
    tilesHigh = Int(min(1e7, wider.height / step / tile)) + 1
    numbers = Array(repeating: -1, count: tilesWide * tilesHigh)
  }

  /// The place of a cell among those in memory; nil outside of all tiles with ways.
  func cell(_ x: Int, _ y: Int) -> Int? {
    let (column, row) = (x >> 6, y >> 6)
    guard column >= 0, row >= 0, column < tilesWide, row < tilesHigh else { return nil }
    let number = numbers[row * tilesWide + column]
    return number < 0 ? nil : Int(number) << 12 | (y & 63) << 6 | (x & 63)
  }

  /// Column and row of a cell in memory.
  func place(of cell: Int) -> (x: Int, y: Int) {
    let tile = tiles[cell >> 12]
    return (tile.x << 6 | cell & 63, tile.y << 6 | (cell >> 6) & 63)
  }

  func isOpen(_ x: Int, _ y: Int) -> Bool { cell(x, y).map { isOpen[$0] } ?? false }

  /// The middle of a cell.
  func middle(of cell: Int) -> Point {
    let place = place(of: cell)
    return Point(
      x: origin.x + (Double(place.x) + 0.5) * stepMetres, y: origin.y + (Double(place.y) + 0.5) * stepMetres)
  }

  /// The open cells whose middles lie at most so far from a point, with the distance.
  func openCells(near point: Point, withinMetres metres: Double) -> [(cell: Int, metres: Double)] {
    let reach = Int((metres / stepMetres).rounded(.up))
    let x = index(point.x - origin.x)
    let y = index(point.y - origin.y)
    return (-reach...reach).flatMap { dy in
      (-reach...reach).compactMap { dx in
        guard let cell = cell(x + dx, y + dy), isOpen[cell] else { return nil }
        let distance = middle(of: cell).distance(to: point)
        return distance <= metres ? (cell, distance) : nil
      }
    }
  }

  private func index(_ offset: Double) -> Int {
    Int(min(1e9, max(-1e9, (offset / stepMetres).rounded(.down))))
  }

  /// Opens every cell whose middle lies in the area.
  mutating func open(_ area: Polygon) {
    visit(area) { raster, x, y in
      let column = (x >> 6, y >> 6)
      guard column.0 >= 0, column.1 >= 0, column.0 < raster.tilesWide, column.1 < raster.tilesHigh else {
        return
      }
      let tile = column.1 * raster.tilesWide + column.0
      if raster.numbers[tile] < 0 {
        raster.numbers[tile] = Int32(raster.tiles.count)
        raster.tiles.append((column.0, column.1))
        raster.isOpen.append(contentsOf: repeatElement(false, count: Self.side * Self.side))
      }
      if let cell = raster.cell(x, y) { raster.isOpen[cell] = true }
    }
  }

  /// The open cells whose middles lie in the areas.
  mutating func openCells(in areas: [Polygon]) -> [Int] {
    var cells: [Int] = []
    for area in areas {
      visit(area) { raster, x, y in
        if let cell = raster.cell(x, y), raster.isOpen[cell] { cells.append(cell) }
      }
    }
    return cells
  }

  /// Tells of every cell whose middle lies in the area, row by row.
  private mutating func visit(_ area: Polygon, _ body: (inout WalkRaster, Int, Int) -> Void) {
    let bounds = area.bounds
    guard !bounds.isEmpty, !numbers.isEmpty else { return }
    let first = max(0, index(bounds.minimum.y - origin.y))
    let last = min(tilesHigh * Self.side - 1, index(bounds.maximum.y - origin.y))
    guard first <= last else { return }
    var crossings = Array(repeating: [Double](), count: last - first + 1)
    for segment in area.rings.flatMap(\.segments) {
      let (low, high) =
        segment.start.y <= segment.end.y ? (segment.start, segment.end) : (segment.end, segment.start)
      let from = max(first, index(low.y - origin.y - stepMetres / 2) + 1)
      let to = min(last, index(high.y - origin.y - stepMetres / 2))
      guard from <= to, high.y > low.y else { continue }
      for row in from...to {
        let level = origin.y + (Double(row) + 0.5) * stepMetres
        guard level >= low.y, level < high.y else { continue }
        crossings[row - first].append(low.x + (high.x - low.x) * (level - low.y) / (high.y - low.y))
      }
    }
    for (number, row) in crossings.enumerated() {
      let sorted = row.sorted()
      for place in stride(from: 0, to: sorted.count - 1, by: 2) {
        let from = max(0, index(sorted[place] - origin.x - stepMetres / 2) + 1)
        let to = min(tilesWide * Self.side - 1, index(sorted[place + 1] - origin.x - stepMetres / 2))
        guard from <= to else { continue }
        for column in from...to { body(&self, column, first + number) }
      }
    }
  }
}
