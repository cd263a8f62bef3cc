internal import Geometry
internal import Settlement

extension SheetMaker {
  /// The maps of an overview: the number of every plot where all have room, else the numbers of each row; then names
  /// and sheets.
  func overviewMaps(_ strips: [MapStrip], _ atlas: [AtlasSheet], page: PageBox) -> [BaseMap] {
    var outlines: [[PagePath]] = []
    var norths: [NorthPlace?] = []
    var maps = strips.map { strip in
      var map = BaseMap(subject, style, typesetter, frame: strip.frame, on: Drawing(page: page))
      map.drawGround(showsStrip: strip.frame.scale <= 1000)
      // Under plots and houses, so that no line runs through a number.
      outlines.append(drawOutlines(atlas, on: &map))
      norths.append(strips.count > 1 ? placeNorth(sparing: strip.own, on: &map) : nil)
      return map
    }
    let isGround = (strips.first?.frame.scale ?? 0) > 2500
    let leads = isSurvey || isGround ? nil : drawNumbers(strips, on: &maps)
    for index in maps.indices {
      let map = maps[index]
      let solid: [PagePath]
      if isSurvey {
        maps[index].drawHouses(asSurvey: true)
        maps[index].drawKeeps()
        solid = subject.settlement.houses.flatMap(\.footprint).map(map.frame.path)
      } else {
        solid = subject.plan.plots.flatMap(\.area).map(map.frame.path).filter { map.isVisible($0) }
        // A plot that is thinner than its outline is shown as ground.
        if isGround {
          for path in solid { maps[index].add(path, fill: .dark) }
          maps[index].legend.insert(.plotGround)
        }
      }
      maps[index].drawLargeNames()
      let isAlone = strips.count == 1
      let named = zip(atlas, outlines[index]).filter { sheet, _ in
        isAlone || home(of: sheet, in: strips) == index
      }
      nameSheets(
        named.map(\.0), named.map(\.1), beside: solid,
        numbers: leads == nil && !isSurvey, on: &maps[index])
      lead(leads?[index] ?? [], beside: solid, on: &maps[index])
      drawNorth(norths[index], on: &maps[index])
    }
    return maps
  }

  /// The strip that has most of a sheet.
  private func home(of sheet: AtlasSheet, in strips: [MapStrip]) -> Int? {
    let shares = strips.map { $0.own.intersection(sheet.own).count }
    return shares.indices.max { (shares[$0], $1) < (shares[$1], $0) }
  }

  /// Numbers of plots or of rows; for each map the rows that have no room. Nil where neither can be read.
  private func drawNumbers(_ strips: [MapStrip], on maps: inout [BaseMap]) -> [[RowLead]]? {
    var look = PlotLook(digits: [4, 3.4], showsSize: false, showsHouses: false, leads: false)
    var full = maps
    var shown = 0
    for (index, strip) in strips.enumerated() {
      look.own = strip.own
      shown += full[index].drawPlots(look).count
    }
    if shown == subject.plan.plots.count {
      maps = full
      return strips.map { _ in [] }
    }
    // A number here and a row there would be read wrongly: then rows have the numbers, all of them.
    look.digits = []
    for (index, strip) in strips.enumerated() {
      look.own = strip.own
      maps[index].drawPlots(look)
    }
    full = maps
    let rows = zip(strips, maps).map { self.rows($0.own, on: $1) }
    let left = strips.indices.map { number(rows[$0], on: &full[$0]) }
    // Where most would stand beside their rows, nobody could follow the lines: then sheets have the numbers.
    guard left.joined().count * 3 <= rows.joined().count else { return nil }
    maps = full
    return left
  }

  private typealias Row = [(number: Int, path: PagePath, middle: PagePoint)]

  /// Plots with numbers, row by row, in their order.
  private func rows(_ own: Set<String>, on map: BaseMap) -> [Row] {
    var rows: [String: Row] = [:]
    for plot in subject.plan.plots where own.contains(MapSubject.key(plot)) {
      guard let number = plot.number, let area = plot.area.first else { continue }
      let path = map.frame.path(area)
      rows[plot.row ?? "#\(number)", default: []].append((number, path, path.roomiestPoint()))
    }
    return rows.values.map { $0.sorted { $0.number < $1.number } }.sorted {
      ($0.first?.number ?? 0) < ($1.first?.number ?? 0)
    }
  }

  /// First and last number of each row over its plots, on one line or on two. Returns the rows that have no room.
  private func number(_ rows: [Row], on map: inout BaseMap) -> [RowLead] {
    var left: [RowLead] = []
    for row in rows {
      guard let low = row.first, let high = row.last else { continue }
      let words = range(low.number, high.number)
      let middle = PagePoint(
        row.reduce(0) { $0 + $1.middle.x } / Double(row.count),
        row.reduce(0) { $0 + $1.middle.y } / Double(row.count))
      let places = Self.places(in: row.map(\.path), row.map(\.middle), near: middle)
      var texts = [3.4, 2.8, 2.55].map { typesetter.text(words, TextStyle(digit: $0, bold: true)) }
      if low.number != high.number {
        texts += [2.8, 2.55].map { stacked(style.digits("\(low.number)") + "–", words, digit: $0) }
      }
      var mark: TextMark?
      for text in texts where mark == nil {
        mark = map.board.place(text, at: places, over: row.map(\.path))
      }
      if let mark {
        map.write(mark, role: .label)
      } else {
        left.append(RowLead(words: words, plots: row.map(\.path), middles: row.map(\.middle)))
      }
    }
    return left
  }

  private func range(_ low: Int, _ high: Int) -> String {
    style.digits(low == high ? "\(low)" : "\(low)–\(high)")
  }

  /// A range on two lines, broken after its first number, with the lines as near to each other as digits allow.
  private func stacked(_ first: String, _ words: String, digit: Double) -> TextMark {
    var text = TextStyle(digit: digit, bold: true, alignment: .centre)
    let line = typesetter.text(first, text)
    text.leading = digit * 1.35 / line.size.height
    return typesetter.text(words, text, wrap: line.size.width + 0.05)
  }

  /// A row whose numbers stand beside it.
  private struct RowLead {
    let words: String
    let plots: [PagePath]
    let middles: [PagePoint]
  }

  /// Numbers of short rows stand beside all plots, with a line from the plot that is best reached.
  private func lead(_ left: [RowLead], beside areas: [PagePath], on map: inout BaseMap) {
    for row in left {
      let text = typesetter.text(row.words, TextStyle(digit: 2.8, bold: true))
      let own = Set(row.plots)
      guard
        let placed = map.board.placeOutside(
          text, ofAny: row.middles, avoiding: areas.filter { !own.contains($0) } + row.plots, over: row.plots,
          onlyBeside: true)
      else { continue }
      map.add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
      map.add(.circle(placed.line.to, radius: 0.5, corners: 12), fill: .black)
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

  /// The name of each sheet in a box, beside plots where that can be, else with a line, else over them.
  ///
  /// - Parameter numbers: whether the first and the last number on the sheet stand behind its name.
  func nameSheets(
    _ atlas: [AtlasSheet], _ outlines: [PagePath], beside solid: [PagePath], numbers: Bool,
    on map: inout BaseMap
  ) {
    for (sheet, path) in zip(atlas, outlines) {
      let word = style[.sheetName, style.digits("\(sheet.number)")]
      let text = typesetter.text(
        word + (numbers ? plotRange(of: sheet).map { "  \($0)" } ?? "" : ""), TextStyle(body: 2.6, bold: true)
      )
      let target = PagePoint(path.box.x + 12, path.box.y + 6)
      let near = solid.filter { $0.box.overlaps(path.box) }
      if let mark = map.board.place([(text, [0])], inside: path, near: target, margin: 1.6, avoiding: near) {
        nameSheet(mark, on: &map)
        continue
      }
      // From the sides along the water: across, its neighbours' plots are near.
      let ends = path.sides.filter { $0.from.distance(to: $0.to) > path.longestSide * 0.9 }.map {
        PagePoint(($0.from.x + $0.to.x) / 2, ($0.from.y + $0.to.y) / 2)
      }
      .filter { end in !solid.contains { $0.contains(end) } }
      if let placed = map.board.placeOutside(
        text, ofAny: ends, avoiding: solid, margin: 1.6, onlyBeside: true, onlyClear: true)
      {
        map.add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
        nameSheet(placed.mark, on: &map)
      } else if let mark = map.board.place([(text, [0])], inside: path, near: target, margin: 1.6) {
        nameSheet(mark, on: &map)
      } else if atlas.count <= 40 || sheet.number % 5 == 1 {
        // Of very many sheets every fifth is named: those between can be counted.
        guard
          let placed = map.board.placeOutside(text, ofAny: [path.box.centre], avoiding: [path], over: [path])
        else { continue }
        map.add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
        nameSheet(placed.mark, on: &map)
      }
    }
  }

  /// The numbers of a sheet's plots; nil where others lie between.
  private func plotRange(of sheet: AtlasSheet) -> String? {
    let numbers = sheet.own.compactMap { Int($0) }
    guard let low = numbers.min(), let high = numbers.max(), numbers.count == sheet.own.count,
      high - low == numbers.count - 1
    else { return nil }
    return range(low, high)
  }

  private func nameSheet(_ mark: TextMark, on map: inout BaseMap) {
    map.add(
      PagePath(Quad(mark, margin: 1).corners, isClosed: true), fill: .white, stroke: Stroke(0.35))
    map.board.take(Quad(mark, margin: 1.2))
    map.drawing.add(mark, role: .label)
  }
}
