extension SheetMaker {
  /// What a set holds: the file of each sheet, its title, its pages.
  public func contents(_ entries: [(file: String, title: String, pages: Int)]) -> [SheetPage] {
    let page = PaperSize.a4.box(isLandscape: false)
    var drawing = Drawing(page: page)
    let furniture = furniture
    var y = furniture.lines(
      [style[.contentsTitle]], at: 16, 16, TextStyle(body: 4, bold: true), into: &drawing)
    y = furniture.lines(
      [PrintableText.name(subject.title, atMost: 40)] + furniture.standingLines, at: 16, y + 2,
      TextStyle(body: 2.6), into: &drawing)
    y += 8
    for entry in entries {
      drawing.add(
        typesetter.text(PrintableText.name(entry.title, atMost: 46), TextStyle(body: 3, bold: true)).at(16, y)
      )
      drawing.add(
        typesetter.text(PrintableText.name(entry.file, atMost: 30), TextStyle(body: 2.4)).at(112, y + 1))
      drawing.add(
        typesetter.text("\(style.digits("\(entry.pages)")) \(style[.page])", TextStyle(body: 2.6)).at(
          170, y + 0.7))
      y += 10
      drawing.add(PagePath([PagePoint(16, y - 1), PagePoint(194, y - 1)]), stroke: Stroke(0.25))
    }
    return [SheetPage(drawing: drawing, name: "contents", title: style[.contentsTitle])]
  }
}
