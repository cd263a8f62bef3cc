internal import Geometry

extension SheetMaker {
  /// The water's strips with what stands in them, by pattern, and the list with its clauses.
  ///
  /// - Parameters:
  ///   - judgements: every plot and house that was judged.
  ///   - clauses: where the law stands, and whether that was compared with the gazette.
  public func setbacks(
    _ judgements: [MapJudgement], clauses: [(clause: String, isVerified: Bool)]
  ) -> [SheetPage] {
    let panel = SheetPanel(.a3, hasTags: false)
    var drawing = Drawing(page: panel.page)
    var legend: Set<LegendItem> = []
    let strips = strips(in: panel.map, scale: nil, from: 200)
    for strip in strips {
      let map = setbackMap(judgements, strip, isAlone: strips.count == 1, page: panel.page)
      drawing.marks += map.drawing.marks
      drawing.add(PagePath(strip.frame.box), stroke: Stroke(0.5))
      legend.formUnion(map.legend)
    }
    let frames = strips.map(\.frame)
    drawPanel(
      panel, title: style[.setbacksTitle], sheet: "", legend: legend, frames: frames, into: &drawing)
    let drawn = SheetPage(
      drawing: drawing, name: "setbacks-1", title: style[.setbacksTitle], frames: frames)
    let heading =
      clauses.map { clause in
        style[.clause, PrintableText.name(clause.clause)]
          + (clause.isVerified ? "" : "   (\(style[.notVerified]))")
      } + [furniture.standingLines.joined(separator: "   ")]
    let rows = judgements.filter { $0.verdict != .ok }.map(row)
    return [drawn]
      + listPages(
        rows.isEmpty ? [style[.setbackNothing]] : rows, title: style[.setbacksTitle], heading: heading,
        name: "setbacks")
  }

  private func setbackMap(
    _ judgements: [MapJudgement], _ strip: MapStrip, isAlone: Bool, page: PageBox
  ) -> BaseMap {
    var map = BaseMap(subject, style, typesetter, frame: strip.frame, on: Drawing(page: page))
    map.drawGround()
    let north = isAlone ? nil : placeNorth(sparing: strip.own, on: &map)
    for judgement in judgements.filter({ $0.verdict == .ok }) + judgements.filter({ $0.verdict != .ok }) {
      draw(judgement, on: &map)
    }
    map.drawKeeps(size: 3.5)
    let worst = judgements.filter { $0.verdict == .breach && !$0.name.isEmpty }
    // More numbers than these would cover one another: they stand in the list.
    let solid = worst.count <= 40 ? judgements.flatMap(\.area).map(map.frame.path) : []
    for judgement in worst where worst.count <= 40 {
      guard let area = judgement.area.first.map(map.frame.path), map.frame.box.contains(area.box) else {
        continue
      }
      let text = typesetter.text(
        style.digits(PrintableText.name(judgement.name, atMost: 8)),
        TextStyle(digit: 3.3, bold: true, halo: true))
      guard
        let placed = map.board.placeOutside(
          text, ofAny: [area.roomiestPoint()], avoiding: solid, over: [area])
      else { continue }
      map.add(PagePath([placed.line.from, placed.line.to]), stroke: Stroke(0.25))
      map.drawing.add(placed.mark, role: .label)
    }
    map.drawNames()
    drawNorth(north, on: &map)
    return map
  }

  private func draw(_ judgement: MapJudgement, on map: inout BaseMap) {
    let paths = judgement.area.map(map.frame.path).filter { map.isVisible($0) }
    for path in paths { map.add(path, fill: .white, stroke: Stroke(judgement.verdict == .ok ? 0.25 : 0.5)) }
    switch judgement.verdict {
    case .ok: map.legend.insert(.keepsRule)
    case .breach:
      for angle in [Double.pi / 4, -.pi / 4] {
        map.add(
          Hatching.lines(over: paths, in: map.frame.box, spacing: 1.1, angle: angle), stroke: Stroke(0.3))
      }
      map.legend.insert(.breach)
    case .unsure:
      map.add(Hatching.lines(over: paths, in: map.frame.box, spacing: 1.3), stroke: Stroke(0.3))
      map.legend.insert(.unsure)
    case .unknown:
      map.add(
        Hatching.lines(over: paths, in: map.frame.box, spacing: 1.3, angle: 0),
        stroke: Stroke(0.3, dashes: [0.4, 1]))
      map.legend.insert(.unknown)
    }
  }

  private func row(_ judgement: MapJudgement) -> String {
    let name = style.digits(PrintableText.name(judgement.name, atMost: 12))
    let subject = judgement.isHouse ? style[.house, name] : style[.plot, name]
    guard judgement.verdict != .unknown, let required = judgement.requiredMetres else {
      return style[.setbackRowUnknown, subject]
    }
    if judgement.isOverWater { return style[.setbackOver, subject, style.number(required)] }
    return style[
      .setbackRow, subject,
      judgement.measuredMetres.map { style.digits(String.fixed($0, decimals: 2)) } ?? "–",
      style.number(required)]
  }
}
