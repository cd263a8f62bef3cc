extension SheetMaker {
  /// One large sheet for the wall at 1:200, or as many as it takes.
  public func wall(paper: PaperSize = .a1, scale: Int = 200) -> [SheetPage] {
    let panel = SheetPanel(
      paper, panelHeight: 72, hasTags: false,
      size: paper.box(isLandscape: true).width >= Self.leastWallWidth ? Self.wallSize : 1)
    let items = items
    let atlas = AtlasPlanner(
      guide: GuideLine(for: subject, around: items.flatMap(\.points)), box: panel.map, scale: scale,
      gridScale: subject.gridScale
    ).sheets(for: items)
    return atlas.map { sheet in
      var (map, drawing) = atlasMap(
        of: sheet, panel, PlotLook(digits: [7, 6, 5, 4.2], notes: [3, 2.6, 2.05]), border: 0.7)
      let title = style[.sheetOf, style.digits("\(sheet.number)"), style.digits("\(atlas.count)")]
      drawPanel(
        panel, title: style[.wallTitle], sheet: title, legend: map.legend,
        frames: [sheet.frame], into: &drawing)
      return SheetPage(
        drawing: drawing, name: "wall-\(sheet.number)", title: "\(style[.wallTitle]) \(title)",
        frames: [sheet.frame], own: isSurvey ? [] : sheet.own.sorted())
    }
  }

  /// On the wall people stand farther off: small letters are those of 2.6 mm that older readers did best with
  /// (facts of printed maps, S), not of 2 mm.
  private static let wallSize = 1.3
  /// Narrower paper has no room for that, in millimetres.
  private static let leastWallWidth = 550.0

  /// A large page cut onto smaller paper, with crop marks and a flap of 10 mm to glue the next one on.
  public func tiled(_ page: SheetPage, onto paper: PaperSize) -> [SheetPage] {
    let small = paper.box(isLandscape: true)
    let (margin, flap) = (10.0, 10.0)
    let window = PageBox(
      x: margin, y: margin, width: small.width - 2 * margin - flap, height: small.height - 2 * margin - flap)
    let large = page.drawing.page
    // A thousandth of a millimetre is no further tile.
    let columns = max(1, Int(((large.width - 0.001) / window.width).rounded(.up)))
    let rows = max(1, Int(((large.height - 0.001) / window.height).rounded(.up)))
    return (0..<rows * columns).map { index in
      let (row, column) = (index / columns, index % columns)
      var drawing = page.drawing.moved(
        by: margin - Double(column) * window.width, margin - Double(row) * window.height, onto: small,
        clip: PageBox(x: window.x, y: window.y, width: window.width + flap, height: window.height + flap))
      for corner in window.corners {
        for (dx, dy) in [(1.0, 0.0), (0, 1)] {
          let (sx, sy) = (corner.x < small.centre.x ? -1.0 : 1, corner.y < small.centre.y ? -1.0 : 1)
          drawing.add(
            PagePath([corner.moved(sx * dx * 2, sy * dy * 2), corner.moved(sx * dx * 7, sy * dy * 7)]),
            stroke: Stroke(0.25))
        }
      }
      let name = "\(Squares.letter(row))\(column + 1)"
      let words = typesetter.text(
        style.digits(name)
          + (column + 1 < columns
            ? "   " + style[.glueHere, style.digits("\(Squares.letter(row))\(column + 2)")] : ""),
        TextStyle(body: 2.0))
      drawing.add(words.at(margin + 12, 2.5))
      return SheetPage(
        drawing: drawing, name: "\(page.name)-\(name)", title: "\(page.title) \(name)",
        frames: page.frames.compactMap { frame in
          let seen = PageBox(
            x: frame.box.x + margin - Double(column) * window.width,
            y: frame.box.y + margin - Double(row) * window.height, width: frame.box.width,
            height: frame.box.height)
          return frame.part(seen, in: window)
        })
    }
  }
}

extension MapFrame {
  /// The part of a moved frame that lies in a window; nil for none.
  func part(_ moved: PageBox, in window: PageBox) -> MapFrame? {
    guard moved.overlaps(window) else { return nil }
    let (x, y) = (max(moved.x, window.x), max(moved.y, window.y))
    let part = PageBox(
      x: x, y: y, width: min(moved.maxX, window.maxX) - x, height: min(moved.maxY, window.maxY) - y)
    let whole = self.moved(to: moved)
    return whole.moved(to: part, centre: whole.ground(part.centre))
  }
}

extension Drawing {
  /// The same marks elsewhere on another page, cut at a window.
  func moved(by dx: Double, _ dy: Double, onto page: PageBox, clip window: PageBox) -> Drawing {
    var drawing = Drawing(page: page)
    drawing.marks = marks.compactMap { mark in
      var mark = mark
      switch mark.content {
      case .path(var path, let fill, let stroke):
        for line in path.lines.indices {
          path.lines[line].points = path.lines[line].points.map { $0.moved(dx, dy) }
        }
        mark.content = .path(path, fill: fill, stroke: stroke)
        guard path.box.inset(by: -(stroke?.width ?? 0) - 0.1).overlaps(window) else { return nil }
      case .text(var text):
        text.origin = text.origin.moved(dx, dy)
        mark.content = .text(text)
        guard text.inkedBox.overlaps(window) else { return nil }
      }
      let own =
        mark.clip.map { PageBox(x: $0.x + dx, y: $0.y + dy, width: $0.width, height: $0.height) } ?? window
      guard own.overlaps(window) else { return nil }
      let (x, y) = (max(own.x, window.x), max(own.y, window.y))
      mark.clip = PageBox(
        x: x, y: y, width: min(own.maxX, window.maxX) - x, height: min(own.maxY, window.maxY) - y)
      return mark
    }
    return drawing
  }
}
