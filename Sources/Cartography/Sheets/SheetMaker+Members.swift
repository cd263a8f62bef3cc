extension SheetMaker {
  /// A4 lists of all members to sign: plot, household, house of today. Those without a plot come first.
  public func members() -> [SheetPage] {
    var rows = subject.withoutPlot.map { (plot: String?.none, resident: $0) }
    let keys = subject.plan.plots.map { ($0.number ?? .max, MapSubject.key($0)) }.sorted { $0 < $1 }
    rows += keys.compactMap { _, key in subject.residents[key].map { (plot: key, resident: $0) } }
    let onePage = 17
    let starts = Array(stride(from: 0, to: rows.count, by: onePage))
    return starts.enumerated().map { number, start in
      let part = Array(rows[start..<min(start + onePage, rows.count)])
      return membersPage(part, number: number + 1, of: starts.count)
    }
  }

  private func membersPage(
    _ rows: [(plot: String?, resident: Resident)], number: Int, of count: Int
  ) -> SheetPage {
    let page = PaperSize.a4.box(isLandscape: false)
    var drawing = Drawing(page: page)
    let furniture = furniture
    let left = 14.0
    let sheet = style[.sheetOf, style.digits("\(number)"), style.digits("\(count)")]
    var y = furniture.lines(
      ["\(style[.membersTitle])   \(sheet)"], at: left, 12, TextStyle(body: 3.4, bold: true), into: &drawing)
    y = furniture.lines(
      [PrintableText.name(subject.title, atMost: 40), furniture.standingLines.joined(separator: "   ")]
        + (allotmentWords.map { [$0] } ?? []),
      at: left, y, TextStyle(body: 2.3), wrap: 180, into: &drawing)
    let columns: [(Phrase, Double)] = [
      (.columnPlot, 20), (.columnHousehold, 62), (.columnOldHouse, 32), (.signature, 68),
    ]
    y += 2
    let x = columnHeadings(columns, at: left, y, size: 2.3, into: &drawing)
    y += 8
    let (top, height) = (y, 12.6)
    for (plot, resident) in rows {
      drawing.add(PagePath([PagePoint(left, y), PagePoint(x, y)]), stroke: Stroke(0.25))
      let middle = y + height / 2
      if let plot {
        drawing.add(
          typesetter.text(style.digits(plot), TextStyle(digit: 4.2, bold: true)).centred(
            on: PagePoint(left + 10, middle)), role: .plotNumber(plot, hasLeader: true))
      } else {
        drawing.add(
          typesetter.text(style[.noPlot], TextStyle(body: 2.05, bold: true)).centred(
            on: PagePoint(left + 10, middle)))
      }
      let words = [(resident.label, left + 22, 58.0), (resident.houseNumber ?? "", left + 84, 28)]
      for (word, from, width) in words where !word.isEmpty {
        let text = typesetter.text(
          style.digits(PrintableText.name(word)), TextStyle(body: 2.6), within: width)
        drawing.add(text.at(from, middle - text.size.height / 2))
      }
      y += height
    }
    columnRules(columns, at: left, from: top, to: y, into: &drawing)
    return SheetPage(
      drawing: drawing, name: "members-\(number)", title: "\(style[.membersTitle]) \(sheet)")
  }

  /// How plots were given out; nil where nobody told.
  var allotmentWords: String? {
    guard let allotment = subject.allotment else { return nil }
    let method: Phrase =
      switch allotment.method {
      case .nearby: .methodNearby
      case .ballot: .methodBallot
      case .groupBallot: .methodGroupBallot
      case .hand: .methodHand
      }
    var words = [style[method]]
    if let number = allotment.number {
      words.append(style[.drawnNumber, style.digits(PrintableText.name(number, atMost: 20))])
    }
    if let record = allotment.record {
      words.append(style[.drawRecord, PrintableText.name(record, atMost: 8)])
    }
    return words.joined(separator: "   ")
  }
}
