extension SheetMaker {
  /// Tags in the margin, the code in the panel, and the word that asks to leave them clear.
  ///
  /// - Throws: ``CartographyError`` where the code does not fit its symbol.
  func drawCodes(
    _ code: SheetCode, _ panel: SheetPanel, _ paper: PaperSize, into drawing: inout Drawing
  ) throws(CartographyError) {
    drawTags(code, on: panel.page, paper, into: &drawing)
    let margin = typesetter.text(style[.leaveClear], TextStyle(body: 2.0))
    drawing.add(margin.at(panel.page.x + 12 + paper.tagSide, 7))
    drawPens(at: PagePoint(panel.page.centre.x + 16, panel.page.maxY - 12), into: &drawing)
    try drawSymbol(
      code, module: 1.2, at: PagePoint(panel.panel.maxX - 41, panel.panel.y - 4), into: &drawing)
  }

  /// Which pen means what, with the shape beside each: colour alone says nothing to many people.
  func drawPens(at place: PagePoint, into drawing: inout Drawing) {
    let shapes: [(phrase: Phrase, lines: [[(Double, Double)]])] = [
      (.penWrong, [[(-2, -2), (2, 2)], [(-2, 2), (2, -2)]]),
      (
        .penChange,
        [
          (0...16).map {
            (2.2 * Trigonometry.cosine(Double($0) * .pi / 8), 2.2 * Trigonometry.sine(Double($0) * .pi / 8))
          }
        ]
      ),
      (.penFine, [[(-2.2, 0), (-0.6, 2), (2.4, -2.4)]]),
      (.penName, [[(-2.4, 1), (-1.2, -1), (0, 1), (1.2, -1), (2.4, 1)]]),
    ]
    var x = place.x
    for shape in shapes {
      for line in shape.lines {
        drawing.add(PagePath(line.map { PagePoint(x + $0.0, place.y + $0.1) }), stroke: Stroke(0.6))
      }
      let text = typesetter.text(style[shape.phrase], TextStyle(body: 2.05))
      drawing.add(text.at(x + 4, place.y - text.size.height / 2))
      x += text.size.width + 12
    }
  }

  func drawTags(_ code: SheetCode, on page: PageBox, _ paper: PaperSize, into drawing: inout Drawing) {
    for (number, box) in zip(code.tagNumbers, TagPlaces.boxes(on: page, side: paper.tagSide)) {
      AprilTag(number: number, box: box).draw(into: &drawing)
    }
  }

  /// The QR symbol with its white border, and the same code in letters below it.
  func drawSymbol(
    _ code: SheetCode, module: Double, at place: PagePoint, into drawing: inout Drawing
  ) throws(CartographyError) {
    let symbol = try QRSymbol(code.text)
    let quiet = 4 * module
    symbol.draw(at: place.moved(quiet, quiet), module: module, into: &drawing)
    let side = Double(symbol.width) * module + 2 * quiet
    let text = typesetter.text(code.text, TextStyle(body: 2.0, alignment: .centre), wrap: side + 6)
    drawing.add(text.at(place.x - 3, place.y + side - quiet + 0.8))
  }
}
