internal import Geometry
internal import Settlement

extension SheetMaker {
  /// The number of every plot where all have room, else the numbers of each row; then names and sheets.
  func drawOverviewPlots(_ atlas: [AtlasSheet], on map: inout BaseMap) {
    let areas = subject.plan.plots.flatMap(\.area).map(map.frame.path)
    // Beyond this a plot is thinner than its outline: the ground that plots take is shown, and the sheets.
    guard map.frame.scale <= 2500 else {
      for path in areas { map.add(path, fill: .dark) }
      map.legend.insert(.plotGround)
      let outlines = drawOutlines(atlas, on: &map)
      map.drawLargeNames()
      return nameSheets(atlas, outlines, beside: [], on: &map)
    }
    var look = PlotLook(digits: [4, 3.4], showsSize: false, showsHouses: false, leads: false)
    look.own = Set(items.map(\.key))
    var full = map
    if full.drawPlots(look).count == subject.plan.plots.count {
      map = full
      let outlines = drawOutlines(atlas, on: &map)
      map.drawLargeNames()
      return nameSheets(atlas, outlines, beside: areas, on: &map)
    }
    // A number here and a row there would be read wrongly: then rows have the numbers, all of them.
    look.digits = []
    map.drawPlots(look)
    let outlines = drawOutlines(atlas, on: &map)
    map.drawLargeNames()
    nameSheets(atlas, outlines, beside: areas, on: &map)
    let left = numberRows(on: &map)
    lead(left, beside: areas, on: &map)
  }

  /// First and last number of each row over its plots. Returns the rows that have no room, and their middles.
  private func numberRows(on map: inout BaseMap) -> [(words: String, middle: PagePoint)] {
    var rows: [String: [(number: Int, path: PagePath, middle: PagePoint)]] = [:]
    for plot in subject.plan.plots {
      guard let number = plot.number, let area = plot.area.first else { continue }
      let path = map.frame.path(area)
      rows[plot.row ?? "#\(number)", default: []].append((number, path, path.roomiestPoint()))
    }
    let ordered = rows.values.map { $0.sorted { $0.number < $1.number } }.sorted {
      ($0.first?.number ?? 0) < ($1.first?.number ?? 0)
    }
    var left: [(words: String, middle: PagePoint)] = []
    for row in ordered {
      guard let low = row.first, let high = row.last else { continue }
      let words = style.digits(low.number == high.number ? "\(low.number)" : "\(low.number)–\(high.number)")
      let middle = PagePoint(
        row.reduce(0) { $0 + $1.middle.x } / Double(row.count),
        row.reduce(0) { $0 + $1.middle.y } / Double(row.count))
      let places = Self.places(in: row.map(\.path), row.map(\.middle), near: middle)
      var mark: TextMark?
      for digit in [3.4, 2.8, 2.55] where mark == nil {
        let text = typesetter.text(words, TextStyle(digit: digit, bold: true))
        mark = map.board.place(text, at: places, over: row.map(\.path))
      }
      if let mark { map.write(mark, role: .label) } else { left.append((words, middle)) }
    }
    return left
  }

  /// Numbers of short rows stand beside all plots, with a line.
  private func lead(
    _ left: [(words: String, middle: PagePoint)], beside areas: [PagePath], on map: inout BaseMap
  ) {
    for (words, middle) in left {
      let text = typesetter.text(words, TextStyle(digit: 2.8, bold: true))
      guard let placed = map.board.placeOutside(text, of: middle, avoiding: areas, onlyBeside: true) else {
        continue
      }
      map.add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
      map.add(.circle(middle, radius: 0.5, corners: 12), fill: .black)
      map.write(placed.mark, role: .label)
    }
  }

  /// On the plots of a row and between them, turned along the row or across.
  private static func places(in plots: [PagePath], _ middles: [PagePoint], near middle: PagePoint)
    -> [(point: PagePoint, angle: Double)]
  {
    guard let first = middles.first, let last = middles.last else { return [] }
    let angles =
      middles.count > 1
      ? [Trigonometry.angle(dx: last.x - first.x, dy: last.y - first.y)] : BaseMap.angles(of: plots[0])
    let between = zip(middles, middles.dropFirst()).map {
      PagePoint(($0.x + $1.x) / 2, ($0.y + $1.y) / 2)
    }
    let points = ([middle] + middles + between).sorted {
      ($0.distance(to: middle), $0.x, $0.y) < ($1.distance(to: middle), $1.x, $1.y)
    }
    return (angles + angles.map { $0 + .pi / 2 }).flatMap { angle in points.map { ($0, angle) } }
  }

  /// Where the sheets of the atlas lie; nothing where there is one.
  func drawOutlines(_ atlas: [AtlasSheet], on map: inout BaseMap) -> [PagePath] {
    guard atlas.count > 1 else { return [] }
    let outlines = atlas.map { sheet in
      PagePath(sheet.frame.box.corners.map { map.frame.page(sheet.frame.ground($0)) }, isClosed: true)
    }
    for path in outlines { map.add(path, stroke: Stroke(0.5, dashes: [5, 2])) }
    return outlines
  }

  /// The name of each sheet in a box, beside plots where that can be.
  func nameSheets(
    _ atlas: [AtlasSheet], _ outlines: [PagePath], beside solid: [PagePath], on map: inout BaseMap
  ) {
    for (sheet, path) in zip(atlas, outlines) {
      let text = typesetter.text(
        style[.sheetName, style.digits("\(sheet.number)")], TextStyle(body: 2.6, bold: true))
      let target = PagePoint(path.box.x + 12, path.box.y + 6)
      let near = solid.filter { $0.box.overlaps(path.box) }
      if let mark = map.board.place([(text, [0])], inside: path, near: target, margin: 1.6, avoiding: near)
        ?? map.board.place([(text, [0])], inside: path, near: target, margin: 1.6)
      {
        nameSheet(mark, on: &map)
      } else if atlas.count <= 40 || sheet.number % 5 == 1 {
        // Of very many sheets every fifth is named: those between can be counted.
        guard let placed = map.board.placeOutside(text, of: path.box.centre, avoiding: [path]) else {
          continue
        }
        map.add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
        nameSheet(placed.mark, on: &map)
      }
    }
  }

  private func nameSheet(_ mark: TextMark, on map: inout BaseMap) {
    map.add(
      PagePath(Quad(mark, margin: 1).corners, isClosed: true), fill: .white, stroke: Stroke(0.35))
    map.board.take(Quad(mark, margin: 1.2))
    map.drawing.add(mark, role: .label)
  }
}
