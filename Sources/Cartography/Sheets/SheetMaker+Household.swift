internal import Geometry
internal import Settlement

extension SheetMaker {
  /// One page for each plot: the plot at 1:100, what is around it, what we ask.
  public func household() throws(CartographyError) -> [SheetPage] {
    let ground = GroundIndex(subject)
    var pages: [SheetPage] = []
    for (index, plot) in subject.plan.plots.enumerated() {
      guard let area = plot.area.max(by: { $0.areaInSquareMetres < $1.areaInSquareMetres }) else { continue }
      let near = SheetMaker(
        ground.subject(near: area.bounds.widened(byMetres: 40)), style: style, typesetter: typesetter)
      pages.append(
        try near.householdPage(
          plot, area, MapSubject.key(plot), index: index, PlotSurroundings(subject: near.subject)))
    }
    return pages
  }

  private func householdPage(
    _ plot: Plot, _ area: Polygon, _ key: String, index: Int, _ around: PlotSurroundings
  ) throws(CartographyError) -> SheetPage {
    let paper = PaperSize.a4
    let page = paper.box(isLandscape: false)
    var drawing = Drawing(page: page)
    let furniture = furniture
    let (left, right) = (22.0, page.maxX - 22)
    drawing.add(
      typesetter.text(style[.householdTitle], TextStyle(body: 2.8, bold: true)).at(left, 21))
    let name = typesetter.text(style[.plot, style.digits(key)], TextStyle(digit: 9, bold: true))
    drawing.add(name.at(left, 25), role: .plotNumber(key, hasLeader: true))
    furniture.lines(
      facts(of: plot), at: left + max(70, name.size.width + 6), 20, TextStyle(body: 2.4), within: 92,
      into: &drawing)

    let bearing = Self.front(of: area, towards: around.laneSides)
    // What is told of people needs room below.
    let resident = subject.residents[key]
    let height = resident == nil ? 92.0 : 80
    let own = PageBox(x: left, y: 58, width: 78, height: height)
    let near = PageBox(x: left + 84, y: 58, width: right - left - 84, height: height)
    let frames = [
      frame(of: area, in: own, bearing: bearing, from: 100),
      MapFrame(
        box: near, centre: area.bounds.centre ?? Point(x: 0, y: 0), scale: 250, bearing: bearing,
        gridScale: subject.gridScale),
    ]
    drawOwn(plot, key, frames[0], into: &drawing)
    drawAround(key, frames[1], into: &drawing)
    for (frame, words) in zip(frames, [style[.yourPlot], style[.aroundYou]]) {
      furniture.lines(
        ["\(words)   \(style[.scale, style.digits("\(frame.scale)")])"], at: frame.box.x, 52,
        TextStyle(body: 2.2), into: &drawing)
    }
    let y = furniture.lines(
      [style[.whatChanges]], at: left, own.maxY + 2, TextStyle(body: 2.6, bold: true), into: &drawing)
    let end = furniture.lines(
      changes(of: plot, key, around), at: left, y, TextStyle(body: resident == nil ? 2.4 : 2.2),
      within: right - left, into: &drawing)
    drawQuestions(at: left, max(end + 1, 186), right, into: &drawing)
    let code = SheetCode(
      kind: "H", sheet: index + 1, number: 1000 + index, version: subject.version, digest: subject.digest)
    drawTags(code, on: page, paper, into: &drawing)
    try drawSymbol(code, module: 1, at: PagePoint(right - 33, 243), into: &drawing)
    furniture.lines(furniture.standingLines, at: left, 263, TextStyle(body: 2.1), into: &drawing)
    return SheetPage(
      drawing: drawing, name: "household-\(index + 1)",
      title: "\(style[.householdTitle]) \(style.digits(key))", frames: frames, own: [key], code: code)
  }

  /// Size and sides, and by wish the household.
  private func facts(of plot: Plot) -> [String] {
    let area = plot.areaInSquareMetres
    var lines = [style[.size, style.squareWah(area), style.number(area, decimals: 1)]]
    if let front = plot.frontageMetres, let depth = plot.depthMetres {
      lines.append(style[.sides, "\(style.side(front)) × \(style.side(depth))"])
    }
    if let old = subject.seats[MapSubject.key(plot)]?.houseNumber {
      lines.append(style[.oldHouseNumber, style.digits(PrintableText.name(old, atMost: 12))])
    }
    if let resident = subject.residents[MapSubject.key(plot)] {
      lines.append(style[.household, PrintableText.name(resident.label, atMost: 40)])
    }
    return lines
  }

  private func changes(of plot: Plot, _ key: String, _ around: PlotSurroundings) -> [String] {
    var lines: [String] = []
    let standing = around.houses(on: plot).compactMap(\.houseNumber).map {
      style.digits(PrintableText.name($0, atMost: 12))
    }
    lines.append(
      standing.isEmpty
        ? style[.nobodyOnYourPlot] : style[.onYourPlot, standing.prefix(6).joined(separator: ", ")])
    if standing.isEmpty, let near = around.nearestHouse(to: plot), let number = near.house.houseNumber {
      lines.append(
        style[.nearestHouse, style.digits(PrintableText.name(number, atMost: 12)), style.side(near.metres)])
    }
    let neighbours = around.neighbours(of: plot, key: key).map { other in
      let label = subject.residents[other].map { " (\(PrintableText.name($0.label, atMost: 16)))" } ?? ""
      return style.digits(other) + label
    }
    if !neighbours.isEmpty { lines.append(style[.neighbours, neighbours.prefix(10).joined(separator: ", ")]) }
    var metres: [String] = []
    if let lane = around.distance(from: plot, to: around.laneSides) {
      metres.append(style[.toLane, style.side(lane)])
    }
    if let bank = plot.setbackMetres ?? around.distance(from: plot, to: around.bankSides) {
      metres.append(style[.toCanalMetres, style.side(bank)])
    }
    let resident = subject.residents[key]
    if let moved = resident?.movedMetres {
      metres.append(style[.youMove, style.digits(String.fixed(moved, decimals: 1))])
    }
    if !metres.isEmpty { lines.append(metres.joined(separator: "   ")) }
    return lines + words(of: resident)
  }

  /// Who lives beside a household today, what it pays, how it got its plot.
  private func words(of resident: Resident?) -> [String] {
    guard let resident else { return [] }
    var lines: [String] = []
    if !resident.neighboursBefore.isEmpty {
      let names = resident.neighboursBefore.prefix(6).map { PrintableText.name($0, atMost: 16) }
      lines.append(style[.neighboursBefore, style.digits(names.joined(separator: ", "))])
    }
    if let payments = resident.payments {
      lines.append(style[.instalment, payments.instalment, payments.monthly])
    }
    if let allotmentWords { lines.append(allotmentWords) }
    return lines
  }

  private func drawQuestions(at x: Double, _ top: Double, _ right: Double, into drawing: inout Drawing) {
    let furniture = furniture
    var y = furniture.lines([style[.weAsk]], at: x, top, TextStyle(body: 2.8, bold: true), into: &drawing)
    for (name, words) in [("number", Phrase.askNumber), ("size", .askSize), ("place", .askPlace)] {
      drawing.add(typesetter.text(style[words], TextStyle(body: 2.6)).at(x, y))
      for (answer, word, offset) in [("yes", Phrase.yes, 104.0), ("no", .no, 132)] {
        drawing.add(
          PagePath(PageBox(x: x + offset, y: y + 0.5, width: 5, height: 5)), stroke: Stroke(0.35),
          role: .box("\(name).\(answer)"))
        drawing.add(typesetter.text(style[word], TextStyle(body: 2.6)).at(x + offset + 7, y))
      }
      y += 7.6
    }
    drawing.add(typesetter.text(style[.write], TextStyle(body: 2.1)).at(x, y))
    drawing.add(
      PagePath(PageBox(x: x, y: y + 6, width: 124, height: max(6, 242 - y - 6))), stroke: Stroke(0.35))
    for (offset, word) in [(0.0, Phrase.signature), (66, .witness)] {
      drawing.add(
        PagePath([PagePoint(x + offset, 254), PagePoint(x + offset + 58, 254)]), stroke: Stroke(0.35))
      drawing.add(typesetter.text(style[word], TextStyle(body: 2.1)).at(x + offset, 254.5))
    }
  }
}
