extension SheetMaker {
  /// Lines in columns on A4 pages, under a title.
  func listPages(_ lines: [String], title: String, heading: [String], name: String) -> [SheetPage] {
    let page = PaperSize.a4.box(isLandscape: false)
    let text = TextStyle(body: 2.4)
    let (columns, rows) = (2, 32)
    return stride(from: 0, to: max(1, lines.count), by: columns * rows).enumerated().map { number, start in
      var drawing = Drawing(page: page)
      let furniture = furniture
      var y = furniture.lines([title], at: 14, 12, TextStyle(body: 3.4, bold: true), into: &drawing)
      y = furniture.lines(heading, at: 14, y, TextStyle(body: 2.3), wrap: 182, into: &drawing)
      for (place, line) in lines[start..<min(start + columns * rows, lines.count)].enumerated() {
        let shown = typesetter.text(line, text)
        drawing.add(shown.at(14 + Double(place / rows) * 93, y + 4 + Double(place % rows) * 7))
      }
      return SheetPage(drawing: drawing, name: "\(name)-list-\(number + 1)", title: title)
    }
  }
}
