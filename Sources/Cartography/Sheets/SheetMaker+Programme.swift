extension SheetMaker {
  /// Many projects at a glance: bars and figures by status, city, canal and landowner, then every project by status.
  ///
  /// - Parameter paper: A4, or A3 with two columns; nil for the smaller on which all is on one page, else A3.
  public func programme(_ figures: ProgrammeFigures, paper: PaperSize? = nil) -> [SheetPage] {
    let sums = programmeSums(figures).map { typesetter.text($0, sumStyle).size.height }.reduce(0, +)
    func columns(_ paper: PaperSize) -> ProgrammeColumns {
      ProgrammeColumns(figures, style: style, typesetter: typesetter, sums: sums, on: paper)
    }
    let small = columns(.a4)
    let isLarge = paper.map { $0 == .a3 } ?? (small.pageCount > 1)
    let columns = isLarge ? columns(.a3) : small
    return (0..<columns.pageCount).map { programmePage($0, of: columns, figures) }
  }

  private func programmePage(_ number: Int, of all: ProgrammeColumns, _ figures: ProgrammeFigures)
    -> SheetPage
  {
    var drawing = Drawing(page: all.page)
    let title =
      all.pageCount > 1
      ? "\(style[.programmeTitle])   \(style[.sheetOf, style.digits("\(number + 1)"), style.digits("\(all.pageCount)")])"
      : style[.programmeTitle]
    let left = ProgrammeColumns.margin
    let furniture = furniture
    var y = furniture.lines([title], at: left, 10, TextStyle(body: 3.6, bold: true), into: &drawing)
    let name = PrintableText.name(subject.title, atMost: 60)
    y = furniture.lines(
      [name.isEmpty ? furniture.day : "\(name)   \(furniture.day)"], at: left, y, TextStyle(body: 2.3),
      within: all.page.width - 2 * left, into: &drawing)
    furniture.lines(
      programmeSums(figures), at: left, y, sumStyle, within: all.page.width - 2 * left, into: &drawing)
    drawProgrammeLegend(at: left, all.top - 7, into: &drawing)
    for column in 0..<all.perPage {
      let place = number * all.perPage + column
      guard all.columns.indices.contains(place) else { break }
      drawProgrammeColumn(
        all.columns[place], of: all, figures, at: left + Double(column) * (ProgrammeColumns.width + 20),
        into: &drawing)
    }
    return SheetPage(drawing: drawing, name: "programme-\(number + 1)", title: title)
  }

  private var sumStyle: TextStyle { TextStyle(body: 2.5) }

  private func programmeSums(_ figures: ProgrammeFigures) -> [String] {
    func told(_ number: Int?) -> String { style.grouped(number) }
    let sum = figures.together
    var lines = [
      style[.programmeSum, told(sum.projects), told(sum.families), told(sum.plots), told(sum.without)],
      style[.programmeBreaches, told(sum.findings), told(figures.inBreach)],
    ]
    if figures.unread > 0 { lines[1] += "   \(style[.programmeUnread, told(figures.unread)])" }
    guard figures.together.standing == .told else { return lines }
    if !sum.budgets.isEmpty {
      let most = 3
      let shown = sum.budgets.prefix(most).map { style.money($0.amount, $0.currency) }
      let more = sum.budgets.count - shown.count
      lines.append(
        style[
          .programmeBudgets,
          (shown + (more > 0 ? [style[.programmeCurrencies, told(more)]] : [])).joined(separator: "   ")])
    }
    if let grants = figures.grants {
      let source = PrintableText.name(figures.grantsSource, atMost: 40)
      lines.append(style[.programmeGrants, style.money(grants.amount, grants.currency), source])
      if figures.isInvented { lines[lines.count - 1] += "   \(style[.programmeInvented])" }
    }
    if figures.withoutMoney > 0 {
      lines.append(style[.programmeWithoutMoney, told(figures.withoutMoney)])
    }
    return lines
  }

  private func drawProgrammeLegend(at left: Double, _ y: Double, into drawing: inout Drawing) {
    var x = left
    for (kind, word) in zip(
      ProgrammeBar.Kind.allCases, [Phrase.programmeHasPlot, .programmeNoPlot, .programmeNoPlan])
    {
      ProgrammeBar.draw(kind, in: PageBox(x: x, y: y, width: 8, height: 3.6), into: &drawing)
      let text = typesetter.text(style[word], TextStyle(body: 2.1))
      drawing.add(text.at(x + 10, y + (3.6 - text.size.height) / 2))
      x += 16 + text.size.width
    }
  }

  private func drawProgrammeColumn(
    _ lines: [ProgrammeColumns.Line], of all: ProgrammeColumns, _ figures: ProgrammeFigures, at left: Double,
    into drawing: inout Drawing
  ) {
    var y = all.top
    _ = columnHeadings(all.headings, at: left, y, size: 2.0, into: &drawing)
    y += ProgrammeColumns.headHeight
    for line in lines {
      switch line {
      case .heading(let words):
        let text = typesetter.text(
          words, TextStyle(body: 2.6, bold: true), within: ProgrammeColumns.width)
        drawing.add(text.at(left, y + ProgrammeColumns.headingHeight - 1 - text.size.height))
        y += ProgrammeColumns.headingHeight
      case .row(let row, let name, let most):
        drawing.add(
          PagePath([PagePoint(left, y), PagePoint(left + ProgrammeColumns.width, y)]),
          stroke: Stroke(0.25, .dark))
        drawProgrammeRow(row, name, most, of: all, figures.leastFamilies, at: left, y, into: &drawing)
        y += all.height(of: row)
      }
    }
  }

  private func drawProgrammeRow(
    _ row: ProgrammeFigures.Row, _ name: String, _ most: Int, of all: ProgrammeColumns, _ least: Int,
    at left: Double, _ y: Double, into drawing: inout Drawing
  ) {
    let height = all.height(of: row)
    let middle = y + height / 2
    let widths = all.headings.map(\.1)
    let text = typesetter.text(name, TextStyle(body: 2.3), within: widths[0] - 2)
    drawing.add(text.at(left, middle - text.size.height / 2))
    let from = left + widths[0]
    let room = PageBox(
      x: from, y: middle - ProgrammeColumns.rowHeight / 2 + 1.2, width: widths[1] - 3,
      height: ProgrammeColumns.rowHeight - 2.4)
    var numbers = [row.projects]
    switch row.standing {
    case .told:
      // Its parts would tell what is not told.
      if row.unplanned != nil { ProgrammeBar(row, most: most).draw(in: room, into: &drawing) }
      numbers += [row.families, row.plots, row.without, row.findings]
    case .unsaid, .unread:
      let words =
        row.standing == .unread
        ? style[.programmeNotRead] : style[.programmeUnsaid, style.digits("\(least)")]
      // After the number of projects where there is one, else where the bar would be.
      let before = row.projects == nil ? 1 : 3
      let mark = typesetter.text(words, TextStyle(body: 2.1), within: widths[before...].reduce(0, +) - 2)
      drawing.add(mark.at(left + widths[..<before].reduce(1, +), middle - mark.size.height / 2))
    }
    var right = from + widths[1]
    for (index, number) in numbers.enumerated() {
      right += widths[index + 2]
      if index == 0, number == nil { continue }
      let mark = typesetter.text(style.grouped(number), TextStyle(body: 2.3))
      drawing.add(mark.at(right - 2 - mark.size.width, middle - mark.size.height / 2))
    }
    if row.standing == .told {
      all.budgets.draw(row.budgets, endingAt: left + ProgrammeColumns.width, middle, into: &drawing)
    }
  }
}
