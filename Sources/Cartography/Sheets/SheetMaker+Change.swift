internal import Geometry

extension SheetMaker {
  /// The plan before and after, and what became of each plot in plain words.
  public func change(_ changes: [MapChange], before: MapSubject) -> [SheetPage] {
    let page = PaperSize.a3.box(isLandscape: true)
    var drawing = Drawing(page: page)
    let furniture = furniture
    furniture.lines([style[.changeTitle]], at: 15, 10, TextStyle(body: 3.6, bold: true), into: &drawing)
    furniture.lines(
      [([PrintableText.name(subject.title, atMost: 30)] + furniture.standingLines).joined(separator: "   ")],
      at: 90, 12,
      TextStyle(body: 2.4), into: &drawing)
    var frames: [MapFrame] = []
    var legend: Set<LegendItem> = []
    let old = SheetMaker(before, style: style, typesetter: typesetter)
    for (index, side) in [(old, Phrase.before), (self, .after)].enumerated() {
      let box = PageBox(x: 15, y: 34 + Double(index) * 118, width: 390, height: 104)
      var look = PlotLook(digits: [4, 3.4], showsSize: false, showsHouses: false, leads: false)
      for change in changes {
        if index == 0, let key = change.before, change.after == nil { look.emphasis[key] = .gone }
        if index == 1, let key = change.after {
          if change.before == nil {
            look.emphasis[key] = .new
          } else if change.isMoved {
            look.emphasis[key] = .moved
          }
        }
      }
      var map = BaseMap(
        side.0.subject, style, typesetter, frame: wholeFrame(in: box, scale: nil, from: 200), on: drawing)
      look.own = Set(side.0.items.map(\.key))
      map.drawGround(showsStrip: false)
      map.drawPlots(look)
      drawing = map.drawing
      drawing.add(PagePath(box), stroke: Stroke(0.5))
      furniture.lines(
        ["\(style[side.1])   \(style[.scale, style.digits("\(map.frame.scale)")])"], at: 15, box.y - 8,
        TextStyle(body: 2.8, bold: true), into: &drawing)
      legend.formUnion(map.legend)
      frames.append(map.frame)
    }
    furniture.legend(
      legend.filter { [.new, .moved, .gone, .plot].contains($0) },
      in: PageBox(x: 15, y: 262, width: 390, height: 7),
      into: &drawing)
    let gone = changes.count { $0.after == nil }
    let new = changes.count { $0.before == nil }
    let moved = changes.count(where: \.isMoved)
    let same = changes.count {
      $0.before != nil && $0.after != nil && !$0.isMoved && !$0.isResized && $0.before == $0.after
    }
    let sums = [(Phrase.changeSame, same), (.changeMoved, moved), (.changeNew, new), (.changeGone, gone)]
      .map { style[$0.0, style.digits("\($0.1)")] }.joined(separator: "   ")
    furniture.lines([sums], at: 15, 272, TextStyle(body: 3), into: &drawing)
    let drawn = SheetPage(drawing: drawing, name: "change-1", title: style[.changeTitle], frames: frames)
    let rows = changes.compactMap(row)
    return [drawn]
      + (rows.isEmpty ? [] : listPages(rows, title: style[.changeTitle], heading: [sums], name: "change"))
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
