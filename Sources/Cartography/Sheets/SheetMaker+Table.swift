internal import Geometry
internal import Settlement

extension SheetMaker {
  /// The sheets of the table atlas, as they lie on the ground.
  func tableAtlas(_ paper: PaperSize, scale: Int) -> [AtlasSheet] {
    let items = items
    return AtlasPlanner(
      guide: GuideLine(for: subject, around: items.flatMap(\.points)), box: SheetPanel(paper).map,
      scale: scale, gridScale: subject.gridScale
    ).sheets(for: items)
  }

  /// An atlas along the canal: every plot whole on a sheet, each sheet turned to the water.
  public func table(paper: PaperSize = .a3, scale: Int = 250) throws(CartographyError) -> [SheetPage] {
    let atlas = tableAtlas(paper, scale: scale)
    return try atlas.map { sheet throws(CartographyError) in try tablePage(sheet, of: atlas, paper) }
  }

  /// The map of one sheet of an atlas in its frame, with the squares by which plots are found.
  ///
  /// - Parameter border: width of the frame's line, in millimetres.
  func atlasMap(
    of sheet: AtlasSheet, _ panel: SheetPanel, _ look: PlotLook, border: Double
  ) -> (map: BaseMap, drawing: Drawing) {
    var map = BaseMap(subject, style, typesetter, frame: sheet.frame, on: Drawing(page: panel.page))
    var look = look
    look.own = sheet.own
    look.numbersNeighbours = true
    map.drawGround()
    map.drawPlots(look, isSurvey: isSurvey)
    var drawing = map.drawing
    drawing.add(PagePath(panel.map), stroke: Stroke(border))
    panel.drawSquares(typesetter, style, into: &drawing)
    return (map, drawing)
  }

  private func tablePage(_ sheet: AtlasSheet, of atlas: [AtlasSheet], _ paper: PaperSize)
    throws(CartographyError) -> SheetPage
  {
    let panel = SheetPanel(paper)
    let count = style.digits("\(atlas.count)")
    let title = style[.sheetOf, style.digits("\(sheet.number)"), count]
    var (map, drawing) = atlasMap(of: sheet, panel, PlotLook(), border: 0.5)
    drawNeighbours(of: sheet, in: atlas, panel, into: &drawing)
    drawPanel(
      panel, title: style[tableTitle], sheet: title, legend: map.legend,
      frames: [sheet.frame], into: &drawing)
    let code = SheetCode(
      kind: "T", sheet: sheet.number, number: sheet.number, version: subject.version, digest: subject.digest)
    try drawCodes(code, panel, paper, into: &drawing)
    return SheetPage(
      drawing: drawing, name: "table-\(sheet.number)", title: "\(style[tableTitle]) \(title)",
      frames: [sheet.frame], own: isSurvey ? [] : sheet.own.sorted(), code: code)
  }

  /// Beside the frame, where another sheet goes on.
  private func drawNeighbours(
    of sheet: AtlasSheet, in atlas: [AtlasSheet], _ panel: SheetPanel, into drawing: inout Drawing
  ) {
    let map = panel.map
    var used: [Quad] = []
    for other in atlas where other.number != sheet.number {
      let place = sheet.frame.page(other.frame.centre)
      let corners = other.frame.box.corners.map { sheet.frame.page(other.frame.ground($0)) }
      guard Quad(corners).overlaps(Quad(map)) else { continue }
      let (dx, dy) = (place.x - map.centre.x, place.y - map.centre.y)
      let isSide = abs(dx) / map.width >= abs(dy) / map.height
      let text = typesetter.text(
        style[.toSheet, style.digits("\(other.number)")], TextStyle(body: 2.4, bold: true))
      // Off the middle of a side, where a tag stands.
      let shift = isSide ? 34.0 : 70
      let middle =
        isSide
        ? PagePoint(dx > 0 ? map.maxX + 7.5 : map.x - 7.5, map.centre.y - shift)
        : PagePoint(map.centre.x - shift, dy > 0 ? panel.page.maxY - 11 : map.y - 8)
      let mark = text.centred(on: middle, angle: isSide ? -.pi / 2 : 0)
      let quad = Quad(mark, margin: 1)
      guard !used.contains(where: quad.overlaps) else { continue }
      used.append(quad)
      drawing.add(mark)
      let turn = isSide ? (dx > 0 ? Double.pi / 2 : -.pi / 2) : (dy > 0 ? .pi : 0)
      // Before the first letter or after the last, however many digits the number has.
      let reach = text.inked.width / 2 + 4.5
      let tip = isSide ? middle.moved(0, -reach) : middle.moved(-reach, 0)
      drawing.add(
        PagePath(
          [(0, -2.6), (2.4, 1.8), (-2.4, 1.8)].map { tip.moved($0.0, $0.1).turned(by: turn, about: tip) },
          isClosed: true), fill: .black)
    }
  }
}

extension BaseMap {
  /// Plots with their numbers, or houses where there is no plan yet; then what stays and names.
  @discardableResult
  mutating func drawPlots(_ look: PlotLook, isSurvey: Bool) -> [String] {
    if isSurvey {
      drawHouses(asSurvey: true)
      drawKeeps()
      drawHouseNumbers(body: 2.6)
      drawParcelNames()
      keepHousesClear()
      drawNames()
      return []
    }
    let shown = drawPlots(look)
    drawNames()
    return shown
  }
}
