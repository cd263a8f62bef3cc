extension SheetMaker {
  /// The budget on one A4: what it costs, who pays it, what a household pays a month. Bars add up to the same length.
  public func budget(_ figures: BudgetFigures) -> [SheetPage] {
    let page = PaperSize.a4.box(isLandscape: false)
    var drawing = Drawing(page: page)
    let furniture = furniture
    let (left, right) = (16.0, page.maxX - 16)
    var y = furniture.lines(
      [style[.budgetTitle]], at: left, 14, TextStyle(body: 4, bold: true), into: &drawing)
    y = furniture.lines(
      [PrintableText.name(subject.title, atMost: 40), furniture.standingLines.joined(separator: "   ")],
      at: left, y, TextStyle(body: 2.4), wrap: right - left, into: &drawing)
    if figures.isInvented {
      y = furniture.lines(
        [style[.budgetInvented]], at: left, y + 1, TextStyle(body: 3, bold: true), into: &drawing)
    }
    let total = figures.costs.reduce(0) { $0 + $1.value }
    let sum = style.money(figures.total, figures.currency)
    y = part(
      style[.budgetCosts, sum], figures.costs, of: total, figures.currency, at: left, y + 5, right,
      into: &drawing)
    y = part(
      style[.budgetPayers], figures.payers, of: total, figures.currency, at: left, y + 5, right,
      into: &drawing)
    y = furniture.lines(
      [style[.budgetHousehold, style.digits("\(figures.households)")]], at: left, y + 5,
      TextStyle(body: 3, bold: true), into: &drawing)
    let years = style.number(Double(figures.months) / 12, decimals: 1)
    var lines = [
      style[
        .budgetLoan, style.money(figures.loan, figures.currency), years, style.digits(figures.ratePercent)],
      style[.budgetInstalment, style.money(figures.instalment, figures.currency)],
      style[.budgetRent, style.money(figures.rent, figures.currency)],
      style[.budgetMonthly, style.money(figures.monthly, figures.currency)],
    ]
    switch figures.cannotPay {
    case .count(let count)?: lines.append(style[.budgetCannotPay, style.digits("\(count)")])
    case .unsaid(let least)?:
      lines.append(style[.budgetCannotPay, style[.programmeUnsaid, style.digits("\(least)")]])
    case nil: break
    }
    furniture.lines(lines, at: left, y + 1, TextStyle(body: 3.2), wrap: right - left, into: &drawing)
    return [SheetPage(drawing: drawing, name: "budget", title: style[.budgetTitle])]
  }

  /// A heading and a bar for each item; returns where the next may begin.
  private func part(
    _ heading: String, _ items: [BudgetFigures.Item], of total: Double, _ currency: String, at x: Double,
    _ y: Double, _ right: Double, into drawing: inout Drawing
  ) -> Double {
    var y = furniture.lines([heading], at: x, y, TextStyle(body: 3, bold: true), into: &drawing)
    let (from, room) = (x + 58, right - x - 58 - 50)
    for (index, item) in items.enumerated() {
      let word = typesetter.text(style[item.kind.phrase], TextStyle(body: 2.8), within: 56)
      drawing.add(word.at(x, y + (12 - word.size.height) / 2))
      let box = PageBox(
        x: from, y: y + 1, width: max(0.3, total > 0 ? room * min(1, item.value / total) : 0.3), height: 10)
      drawing.add(PagePath(box), fill: [Ink.dark, .white, .middle, .white][index % 4], stroke: Stroke(0.35))
      if index % 4 == 1 || index % 4 == 3 {
        drawing.add(
          Hatching.lines(
            over: [PagePath(box)], in: box, spacing: 1.6, angle: index % 4 == 1 ? .pi / 4 : -.pi / 4),
          stroke: Stroke(0.25, .grey(60)))
      }
      let amount = typesetter.text(style.money(item.amount, currency), TextStyle(body: 2.8))
      drawing.add(amount.at(box.maxX + 2, y + (12 - amount.size.height) / 2))
      y += 13
    }
    return y
  }
}

extension BudgetFigures.Item.Kind {
  fileprivate var phrase: Phrase {
    switch self {
    case .works: .budgetWorks
    case .houses: .budgetHouses
    case .worksSubsidy: .budgetWorksSubsidy
    case .houseSubsidy: .budgetHouseSubsidy
    case .savings: .budgetSavings
    case .loans: .budgetLoans
    }
  }
}
