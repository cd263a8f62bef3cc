internal import Geometry
internal import Settlement

extension SheetMaker {
  /// Whole scales, the largest first (facts/maps.md §5 asks for 1:100 to 1:1000; long sites need more).
  static let scales = [
    100, 200, 250, 500, 1000, 1250, 1500, 2000, 2500, 5000, 10_000, 20_000, 25_000, 50_000, 100_000,
  ]

  /// The whole plan on one page with the sheets of the atlas, and the index of plots on pages of its own.
  public func overview(paper: PaperSize = .a3, scale: Int? = nil, tableScale: Int = 250)
    throws(CartographyError) -> [SheetPage]
  {
    let atlas = tableAtlas(.a3, scale: tableScale)
    let panel = SheetPanel(paper)
    let strips = strips(in: panel.map, scale: scale, from: 500)
    var drawing = Drawing(page: panel.page)
    var legend: Set<LegendItem> = []
    for map in overviewMaps(strips, atlas, page: panel.page) {
      drawing.marks += map.drawing.marks
      drawing.add(PagePath(map.frame.box), stroke: Stroke(0.5))
      legend.formUnion(map.legend)
    }
    let frames = strips.map(\.frame)
    drawPanel(
      panel, title: style[.overviewTitle], sheet: "", legend: legend, frames: frames, into: &drawing)
    let code = SheetCode(
      kind: "O", sheet: 1, number: 0, version: subject.version, digest: subject.digest)
    try drawCodes(code, panel, paper, into: &drawing)
    let page = SheetPage(
      drawing: drawing, name: "overview-1", title: style[.overviewTitle], frames: frames, code: code)
    return [page] + (isSurvey ? [] : indexPages(of: atlas, paper))
  }

  /// A frame that shows everything at the largest whole scale, turned to the land's long side.
  func wholeFrame(in box: PageBox, scale: Int?, from largest: Int = 100) -> MapFrame {
    let points = extent
    let guide = GuideLine(for: subject, around: points)
    let places = points.map { guide.place(of: $0) }
    let bearing = guide.bearing(
      from: places.map(\.along).min() ?? 0, to: places.map(\.along).max() ?? 0)
    let turn = places.reduce(0) { $0 + $1.left } < 0 ? Double.pi : 0
    func frame(_ scale: Int) -> MapFrame {
      let level = MapFrame(
        box: box, centre: Bounds(of: points).centre ?? Point(x: 0, y: 0), scale: scale,
        bearing: bearing + turn,
        gridScale: subject.gridScale)
      let shown = PageBox(around: points.map(level.page))
      return level.moved(centre: level.ground(shown.centre))
    }
    let fitting = Self.scales.filter { $0 >= largest }.map(frame).first { frame in
      points.allSatisfy { box.inset(by: 5).contains(frame.page($0)) }
    }
    return scale.map(frame) ?? fitting ?? frame(Self.scales.last ?? 100_000)
  }

  /// The height of a row of the index in millimetres.
  private static let indexRow = 5.6

  /// Plot to sheet and square, in columns.
  private func indexPages(of atlas: [AtlasSheet], _ paper: PaperSize) -> [SheetPage] {
    var entries: [(number: Int, key: String, sheet: Int, square: String)] = []
    for plot in subject.plan.plots {
      let key = MapSubject.key(plot)
      guard let sheet = atlas.first(where: { $0.own.contains(key) }), let area = plot.area.first else {
        continue
      }
      let place = sheet.frame.path(area).box.centre
      entries.append((plot.number ?? .max, key, sheet.number, Squares.name(of: place, in: sheet.frame.box)))
    }
    entries.sort { ($0.number, $0.key) < ($1.number, $1.key) }
    let page = paper.box(isLandscape: true)
    let (columns, rows) = (Int((page.width - 30) / 43), Int((page.height - 50) / Self.indexRow))
    return stride(from: 0, to: entries.count, by: max(1, columns * rows)).enumerated().map { number, start in
      var drawing = Drawing(page: page)
      let furniture = furniture
      furniture.lines(
        [style[.indexTitle]], at: 15, 12, TextStyle(body: 3.4, bold: true), into: &drawing)
      furniture.lines(
        [
          ([PrintableText.name(subject.title, atMost: 40)] + furniture.standingLines).joined(separator: "   ")
        ], at: 15, 22,
        TextStyle(body: 2.1), into: &drawing)
      let part = entries[start..<min(start + columns * rows, entries.count)]
      for (place, entry) in part.enumerated() {
        let x = 15 + Double(place / rows) * 43
        let y = 36 + Double(place % rows) * Self.indexRow
        if place % rows == 0 {
          drawing.add(typesetter.text(style[.indexHead], TextStyle(body: 2.0)).at(x, y - Self.indexRow))
        }
        if place % 2 == 0 {
          drawing.add(PagePath(PageBox(x: x - 1, y: y, width: 40, height: Self.indexRow)), fill: .light)
        }
        // In the middle of the row by its ink: large digits would reach into the next.
        func write(_ mark: TextMark, at x: Double, role: MarkRole = .furniture) {
          drawing.add(mark.at(x, y + Self.indexRow / 2 - mark.inked.centre.y), role: role)
        }
        write(
          typesetter.text(style.digits(entry.key), TextStyle(body: 2.6, bold: true), within: 15.5), at: x,
          role: .plotNumber(entry.key, hasLeader: true))
        let other = TextStyle(body: 2.2)
        write(typesetter.text(style.digits("\(entry.sheet)"), other), at: x + 17)
        write(typesetter.text(style.digits(entry.square), other), at: x + 26)
      }
      return SheetPage(
        drawing: drawing, name: "index-\(number + 1)",
        title: "\(style[.indexTitle]) \(style.digits("\(number + 1)"))")
    }
  }
}
