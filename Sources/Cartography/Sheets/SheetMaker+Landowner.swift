extension SheetMaker {
  /// All sites on one owner's land and their sum, with room for what is said and agreed.
  ///
  /// - Parameters:
  ///   - number: which owner of how many, for the names of files.
  ///   - paper: A4 or A3.
  public func landowner(_ figures: LandownerFigures, number: Int, paper: PaperSize = .a4) -> [SheetPage] {
    let head = landownerHead(figures, sheet: nil).map { typesetter.text($0, $1).size.height }.reduce(0, +)
    let all = LandownerPages(figures, style: style, typesetter: typesetter, head: head, on: paper)
    return all.pages.indices.map { place in
      let sheet =
        all.pages.count > 1
        ? style[.sheetOf, style.digits("\(place + 1)"), style.digits("\(all.pages.count)")] : nil
      var drawing = Drawing(page: all.page)
      var y = 12.0
      for (line, text) in landownerHead(figures, sheet: sheet) {
        y = furniture.lines([line], at: LandownerPages.margin, y, text, within: all.width, into: &drawing)
      }
      y = drawLandownerTable(all.pages[place], of: all, figures, into: &drawing)
      if place == all.pages.count - 1 { drawLandownerFoot(in: all, from: y + 5, into: &drawing) }
      let title = [style[.landownerTitle], PrintableText.name(figures.owner), sheet].compactMap(\.self)
      return SheetPage(
        drawing: drawing, name: "landowner-\(number)-\(place + 1)", title: title.joined(separator: " "))
    }
  }

  private func landownerHead(_ figures: LandownerFigures, sheet: String?) -> [(String, TextStyle)] {
    let sum = figures.together.row
    var words = [style[.landownerOf, style.digits(PrintableText.name(figures.owner))]]
    if let network = figures.network {
      words.append(style[.landownerNetwork, style.digits(PrintableText.name(network))])
    }
    let title = PrintableText.name(subject.title, atMost: 60)
    var lines = [
      ("\(style[.landownerTitle])\(sheet.map { "   \($0)" } ?? "")", TextStyle(body: 3.2, bold: true))
    ]
    lines += words.map { ($0, TextStyle(body: 3.6, bold: true)) }
    lines.append((title.isEmpty ? furniture.day : "\(title)   \(furniture.day)", TextStyle(body: 2.3)))
    let numbers = [sum.projects, sum.families, sum.plots, sum.without].map { style.grouped($0) }
    lines.append(
      (style[.landownerSum, numbers[0], numbers[1], numbers[2], numbers[3]], TextStyle(body: 2.5)))
    if figures.withoutMoney > 0 {
      lines.append(
        (style[.programmeWithoutMoney, style.grouped(figures.withoutMoney)], TextStyle(body: 2.5)))
    }
    return lines
  }

  /// Returns where the table ends.
  private func drawLandownerTable(
    _ sites: [LandownerFigures.Site], of all: LandownerPages, _ figures: LandownerFigures,
    into drawing: inout Drawing
  ) -> Double {
    let left = LandownerPages.margin
    _ = columnHeadings(all.columns, at: left, all.top, size: 2.0, into: &drawing)
    var y = all.top + LandownerPages.headHeight
    for site in sites {
      let isSum = site.status == nil
      drawing.add(
        PagePath([PagePoint(left, y), PagePoint(left + all.width, y)]),
        stroke: Stroke(isSum ? 0.6 : 0.25))
      drawLandownerRow(site, isSum: isSum, of: all, figures.leastFamilies, y, into: &drawing)
      y += all.height(of: site)
    }
    drawing.add(PagePath([PagePoint(left, y), PagePoint(left + all.width, y)]), stroke: Stroke(0.25))
    return y
  }

  private func drawLandownerRow(
    _ site: LandownerFigures.Site, isSum: Bool, of all: LandownerPages, _ least: Int, _ y: Double,
    into drawing: inout Drawing
  ) {
    let left = LandownerPages.margin
    let middle = y + all.height(of: site) / 2
    let widths = all.columns.map(\.1)
    let name =
      isSum
      ? style[.landownerTogether]
      : style.digits(site.row.name.map { PrintableText.name($0) } ?? style[.programmeNotStated])
    var top = middle - (LandownerPages.nameHeight + Double(site.places.count) * LandownerPages.lineHeight) / 2
    let text = typesetter.text(name, TextStyle(body: 2.4, bold: true), within: widths[0] - 2)
    drawing.add(text.at(left, top))
    top += LandownerPages.nameHeight
    for place in site.places {
      let words = style.digits(PrintableText.name(place))
      drawing.add(typesetter.text(words, TextStyle(body: 2.0), within: widths[0] - 2).at(left, top))
      top += LandownerPages.lineHeight
    }
    var right = left + widths[0]
    if let status = site.status {
      let mark = typesetter.text(style[status.phrase], TextStyle(body: 2.1), within: widths[1] - 2)
      drawing.add(mark.at(right + 1, middle - mark.size.height / 2))
    }
    right += widths[1]
    guard site.row.standing == .told else {
      let words =
        site.row.standing == .unread
        ? style[.programmeNotRead] : style[.programmeUnsaid, style.digits("\(least)")]
      let mark = typesetter.text(words, TextStyle(body: 2.1), within: widths[2...].reduce(-2, +))
      drawing.add(mark.at(right + 1, middle - mark.size.height / 2))
      return
    }
    let land = site.landSquareMetres.map { Int($0.rounded()) }
    let numbers = [site.row.families, site.row.plots, site.row.without, site.row.findings, land]
    for (number, width) in zip(numbers, widths[2...]) {
      right += width
      let mark = typesetter.text(style.grouped(number), TextStyle(body: 2.3, bold: isSum))
      drawing.add(mark.at(right - 2 - mark.size.width, middle - mark.size.height / 2))
    }
    all.budgets.draw(site.row.budgets, endingAt: left + all.width, middle, into: &drawing)
  }

  /// Three boxes to write in, and a line for each side to sign.
  private func drawLandownerFoot(in all: LandownerPages, from top: Double, into drawing: inout Drawing) {
    let left = LandownerPages.margin
    let gap = 4.0
    let width = (all.width - 2 * gap) / 3
    for (place, phrase) in [Phrase.landownerAsk, .landownerAnswer, .landownerAgreed].enumerated() {
      let x = left + Double(place) * (width + gap)
      drawing.add(typesetter.text(style[phrase], TextStyle(body: 2.5, bold: true), within: width).at(x, top))
      drawing.add(
        PagePath(PageBox(x: x, y: top + 7, width: width, height: 42)), stroke: Stroke(0.35))
    }
    let half = (all.width - gap) / 2
    for (place, phrase) in [Phrase.landownerForOwner, .landownerForPeople].enumerated() {
      let x = left + Double(place) * (half + gap)
      drawing.add(
        PagePath([PagePoint(x, top + 63), PagePoint(x + half, top + 63)]), stroke: Stroke(0.35))
      drawing.add(typesetter.text(style[phrase], TextStyle(body: 2.3), within: half).at(x, top + 64))
    }
  }
}
