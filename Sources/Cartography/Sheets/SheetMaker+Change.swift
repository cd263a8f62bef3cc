internal import Geometry

extension SheetMaker {
  /// The plan before and after, and what became of each plot in plain words.
  public func change(_ changes: [MapChange], before: MapSubject) -> [SheetPage] {
    let gone = changes.count { $0.after == nil }
    let new = changes.count { $0.before == nil }
    let moved = changes.count(where: \.isMoved)
    let same = changes.count {
      $0.before != nil && $0.after != nil && !$0.isMoved && !$0.isResized && $0.before == $0.after
    }
    let sums = [(Phrase.changeSame, same), (.changeMoved, moved), (.changeNew, new), (.changeGone, gone)]
      .map { style[$0.0, style.digits("\($0.1)")] }.joined(separator: "   ")
    let pages = changePages(changes, before)
    let drawn = pages.enumerated().map { index, page in
      changePage(changes, before, page.boxes, page.frame, index, of: pages.count, sums: sums)
    }
    let rows = changes.sorted(by: Self.isBefore).compactMap(row)
    return drawn
      + (rows.isEmpty ? [] : listPages(rows, title: style[.changeTitle], heading: [sums], name: "change"))
  }

  /// Where the maps before and after stand: under one another for long land, beside one another for deep land.
  private static let changeBoxes = [
    [PageBox(x: 15, y: 34, width: 390, height: 104), PageBox(x: 15, y: 152, width: 390, height: 104)],
    [PageBox(x: 15, y: 34, width: 192, height: 222), PageBox(x: 213, y: 34, width: 192, height: 222)],
  ]

  /// Of each page where its two maps stand, and what they show: all at 1:500 or larger, else the parts of the land
  /// where something changes, else what fits.
  private func changePages(_ changes: [MapChange], _ before: MapSubject) -> [(
    boxes: [PageBox], frame: MapFrame
  )] {
    var joined = subject
    joined.plan.plots += before.plan.plots
    let both = SheetMaker(joined, style: style, typesetter: typesetter)
    let wholes = Self.changeBoxes.map { ($0, both.wholeFrame(in: $0[0], scale: nil, from: 200)) }
    let whole = wholes[wholes[1].1.scale < wholes[0].1.scale ? 1 : 0]
    guard whole.1.scale > 500 else { return [whole] }
    let cutter = StripCutter(both)
    for scale in Self.scales where scale >= 500 && scale < whole.1.scale {
      for boxes in Self.changeBoxes {
        guard let pages = cutter.pages(in: boxes[0], scale: scale, atMost: 99) else { continue }
        let changed = changes.filter { row($0) != nil }
        let places =
          Self.places(of: Set(changed.compactMap(\.before)), in: before)
          + Self.places(of: Set(changed.compactMap(\.after)), in: subject)
        let shown = pages.map(\.frame).filter { frame in
          places.contains { frame.box.contains(frame.page($0)) }
        }
        return shown.isEmpty ? [whole] : shown.map { (boxes, $0) }
      }
    }
    return [whole]
  }

  private static func places(of keys: Set<String>, in subject: MapSubject) -> [Point] {
    subject.plan.plots.filter { keys.contains(MapSubject.key($0)) }.compactMap { plot in
      Bounds(of: plot.area.flatMap { $0.shell.points }).centre
    }
  }

  private func changePage(
    _ changes: [MapChange], _ before: MapSubject, _ boxes: [PageBox], _ frame: MapFrame, _ index: Int,
    of count: Int, sums: String
  ) -> SheetPage {
    let page = PaperSize.a3.box(isLandscape: true)
    var drawing = Drawing(page: page)
    let furniture = furniture
    let sheet = count > 1 ? style[.sheetOf, style.digits("\(index + 1)"), style.digits("\(count)")] : ""
    furniture.lines([style[.changeTitle]], at: 15, 10, TextStyle(body: 3.6, bold: true), into: &drawing)
    furniture.lines([sheet], at: 350, 11, TextStyle(body: 2.8, bold: true), within: 55, into: &drawing)
    furniture.lines(
      [([PrintableText.name(subject.title, atMost: 30)] + furniture.standingLines).joined(separator: "   ")],
      at: 90, 12,
      TextStyle(body: 2.4), into: &drawing)
    var frames: [MapFrame] = []
    var legend: Set<LegendItem> = []
    for (side, (subject, box)) in zip([before, subject], boxes).enumerated() {
      let map = changeMap(changes, of: subject, frame.moved(to: box), isAfter: side == 1, page: page)
      drawing.marks += map.drawing.marks
      drawing.add(PagePath(box), stroke: Stroke(0.5))
      furniture.lines(
        ["\(style[side == 1 ? .after : .before])   \(style[.scale, style.digits("\(frame.scale)")])"],
        at: box.x, box.y - 8, TextStyle(body: 2.8, bold: true), into: &drawing)
      legend.formUnion(map.legend)
      frames.append(map.frame)
    }
    furniture.legend(
      legend.filter { [.new, .moved, .gone, .plot].contains($0) },
      in: PageBox(x: 15, y: 262, width: 390, height: 7),
      into: &drawing)
    furniture.lines([sums], at: 15, 272, TextStyle(body: 3), into: &drawing)
    return SheetPage(
      drawing: drawing, name: "change-\(index + 1)", title: "\(style[.changeTitle]) \(sheet)", frames: frames)
  }

  private func changeMap(
    _ changes: [MapChange], of subject: MapSubject, _ frame: MapFrame, isAfter: Bool, page: PageBox
  ) -> BaseMap {
    var look = PlotLook(digits: [4, 3.4], showsSize: false, showsHouses: false, leads: false)
    for change in changes {
      if !isAfter, let key = change.before, change.after == nil { look.emphasis[key] = .gone }
      if isAfter, let key = change.after {
        if change.before == nil {
          look.emphasis[key] = .new
        } else if change.isMoved {
          look.emphasis[key] = .moved
        }
      }
    }
    var map = BaseMap(subject, style, typesetter, frame: frame, on: Drawing(page: page))
    map.drawGround(showsStrip: false)
    let north = placeNorth(sparing: Set(subject.plan.plots.map(MapSubject.key)), on: &map)
    let due = subject.plan.plots.count { plot in
      plot.area.max { $0.areaInSquareMetres < $1.areaInSquareMetres }.map(frame.shows) ?? false
    }
    var numbered = map
    // A few that have no room stand beside their plots.
    if numbered.drawPlots(look).count * 4 >= due * 3 {
      look.leads = true
      map.drawPlots(look)
    } else {
      // Numbers on some plots only would be read wrongly.
      look.digits = []
      map.drawPlots(look)
      map.legend.remove(.plot)
    }
    drawNorth(north, on: &map)
    return map
  }

  /// By the number of today, what is gone among the others.
  private static func isBefore(_ one: MapChange, _ other: MapChange) -> Bool {
    func place(_ change: MapChange) -> (Int, String) {
      let key = change.after ?? change.before ?? ""
      return (Int(key) ?? .max, key)
    }
    return place(one) < place(other)
  }

  /// Nil for a plot that is as it was.
  private func row(_ change: MapChange) -> String? {
    guard let after = change.after.map(style.digits) else {
      return style[.changeRowGone, style.digits(change.before ?? "")]
    }
    guard let before = change.before.map(style.digits) else { return style[.changeRowNew, after] }
    let metres = style.digits(String.fixed(change.movedMetres ?? 0, decimals: 1))
    if before != after { return style[.changeRowNumber, after, metres, before] }
    if change.isMoved { return style[.changeRow, after, metres] }
    guard change.isResized, let old = change.squareMetresBefore, let new = change.squareMetresAfter else {
      return nil
    }
    return style[.changeRowSize, after, style.squareWah(old), style.squareWah(new)]
  }
}
