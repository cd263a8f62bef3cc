internal import Geometry

extension SheetMaker {
  /// A4, two to four plans beside one another: a letter, a pattern, a small map, a place to mark. No serial and no
  /// household: a secret ballot and a list to sign are never one form.
  public func ballot(_ options: [MapSubject]) -> [SheetPage] {
    let makers = options.map { SheetMaker($0, style: style, typesetter: typesetter) }
    let page = PaperSize.a4.box(isLandscape: true)
    var drawing = Drawing(page: page)
    let furniture = furniture
    furniture.lines([style[.ballotTitle]], at: 12, 10, TextStyle(body: 4, bold: true), into: &drawing)
    furniture.lines([style[.ballotHow]], at: 12, 19, TextStyle(body: 3.2), into: &drawing)
    furniture.lines(
      [PrintableText.name(subject.title), furniture.day], at: 200, 11, TextStyle(body: 2.55), within: 88,
      into: &drawing)
    let count = min(4, makers.count)
    // Long sites are stacked, each as wide as the paper.
    let frame = wholeFrame(in: PageBox(x: 0, y: 0, width: 1000, height: 1000), scale: 1000)
    let shown = PageBox(around: extent.map(frame.page))
    let isLong = shown.width > 2.5 * shown.height
    let (columns, rows) = isLong ? (1, count) : (2, (count + 1) / 2)
    let area = PageBox(x: 12, y: 29, width: 273, height: 170)
    let (width, height) = (
      (area.width - Double(columns - 1) * 5) / Double(columns),
      (area.height - Double(rows - 1) * 4) / Double(rows)
    )
    let boxes = (0..<count).map { index in
      PageBox(
        x: area.x + Double(index % columns) * (width + 5), y: area.y + Double(index / columns) * (height + 4),
        width: width,
        height: height)
    }
    let maps = Self.ballotMaps(of: Array(makers.prefix(4)), in: boxes.map { Self.mapBox($0, isLong: isLong) })
    for (index, (maker, box)) in zip(makers, boxes).enumerated() {
      drawOption(maker, index, in: box, maps: maps[index], isLong: isLong, into: &drawing)
    }
    return [
      SheetPage(
        drawing: drawing, name: "ballot", title: style[.ballotTitle],
        frames: maps.flatMap { $0.map(\.frame) })
    ]
  }

  private static func mapBox(_ box: PageBox, isLong: Bool) -> PageBox {
    isLong
      ? PageBox(x: box.x + 68, y: box.y, width: box.width - 68, height: box.height)
      : PageBox(x: box.x, y: box.y + 22, width: box.width, height: box.height - 22)
  }

  /// Long land is cut along the water into strips under one another, if all options can be: none is drawn larger than
  /// another, which would be a recommendation.
  private static func ballotMaps(of makers: [SheetMaker], in boxes: [PageBox]) -> [[MapStrip]] {
    let strips = zip(makers, boxes).map { maker, box in maker.strips(in: box, scale: nil, from: 100) }
    guard Set(strips.map { [$0.count, $0.first?.frame.scale ?? 0] }).count > 1 else { return strips }
    let whole = zip(makers, boxes).map { maker, box in maker.wholeFrame(in: box, scale: nil) }
    let scale = whole.map(\.scale).max()
    return zip(makers, boxes).map { maker, box in maker.strips(in: box, scale: scale, from: 100) }
  }

  private func drawOption(
    _ maker: SheetMaker, _ index: Int, in box: PageBox, maps: [MapStrip], isLong: Bool,
    into drawing: inout Drawing
  ) {
    for strip in maps {
      let frame = strip.frame
      var map = BaseMap(maker.subject, style, typesetter, frame: frame, on: drawing)
      map.drawGround(showsStrip: false)
      let (own, others) = maker.subject.plan.plots.reduce(into: ([PagePath](), [PagePath]())) { parts, plot in
        let paths = plot.area.map(frame.path).filter { map.isVisible($0) }
        if strip.own.contains(MapSubject.key(plot)) { parts.0 += paths } else { parts.1 += paths }
      }
      // Plots of the next strip, drawn again where both show the same ground, are those without the pattern.
      for part in others { map.add(part, fill: .light, stroke: Stroke(0.25, .dark)) }
      for part in own { map.add(part, fill: .white, stroke: Stroke(0.25)) }
      map.add(Self.pattern(index, over: own, in: frame.box), stroke: Stroke(0.25, .grey(60)))
      map.drawKeeps(size: 3)
      drawing = map.drawing
      drawing.add(PagePath(frame.box), stroke: Stroke(0.35))
    }
    drawing.add(PagePath(box), stroke: Stroke(0.7))
    let letter = Squares.letter(index)
    let swatch = PageBox(x: box.x + 3, y: box.y + 3, width: 16, height: 16)
    drawing.add(Self.pattern(index, over: [PagePath(swatch)], in: swatch), stroke: Stroke(0.3, .grey(60)))
    drawing.add(PagePath(swatch), stroke: Stroke(0.7))
    drawing.add(
      typesetter.text(letter, TextStyle(digit: 9, bold: true, halo: true)).centred(on: swatch.centre))
    let plots2 = maker.subject.plan.plots
    let usual = plots2.isEmpty ? 0 : plots2.map(\.areaInSquareMetres).sorted()[plots2.count / 2]
    furniture.lines(
      [
        style[.ballotOption, letter],
        style[.ballotPlots, style.digits("\(plots2.count)"), style.squareWah(usual)],
      ], at: box.x + 23, box.y + 3, TextStyle(body: isLong ? 2.55 : 2.8), wrap: isLong ? 44 : nil,
      into: &drawing)
    let mark = PageBox(
      x: isLong ? box.x + 48 : box.maxX - 19, y: isLong ? box.maxY - 19 : box.y + 3, width: 16, height: 16)
    drawing.add(PagePath(mark), stroke: Stroke(0.9), role: .box("option.\(letter)"))
    let word = typesetter.text(style[.ballotMark], TextStyle(body: 2.55))
    drawing.add(word.at(mark.x - word.size.width - 2, mark.y + 10))
  }

  /// Rising lines, falling lines, level lines, upright lines: told apart without colour.
  private static func pattern(_ index: Int, over areas: [PagePath], in box: PageBox) -> PagePath {
    let angles: [Double] = [.pi / 4, -.pi / 4, 0, .pi / 2]
    return Hatching.lines(over: areas, in: box, spacing: 2, angle: angles[index % 4])
  }
}
